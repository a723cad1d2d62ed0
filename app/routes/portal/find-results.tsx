import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAnything } from '#app/domain/find/find.server.ts'
import { readSearch } from '#app/routes/portal/find-search.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** What the command palette finds, as data. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.read')
  return Response.json(findAnything(db, member, readSearch(request)))
}
