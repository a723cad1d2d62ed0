import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMember } from '#app/routes/require.server.ts'
import { readSnoozeForm } from '#app/routes/portal/conversations/read-snooze.server.ts'

/** What words for a time are understood as, while they are typed. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { db } = requireMember(context, 'conversations.reply')
  return Response.json(readSnoozeForm(db, new URL(request.url).searchParams))
}
