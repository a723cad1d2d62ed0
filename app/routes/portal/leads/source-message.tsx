import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { encodeCursor } from '#app/domain/conversations/cursor.ts'
import { findMessagePlace } from '#app/domain/conversations/message-place.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** Leads to a message where it stands in its conversation. @throws Response 404 out of reach */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.read')
  const place = findMessagePlace(db, member, Number(params['id']))
  if (!place) throw new Response(null, { status: 404 })
  const page = place.before ? `?before=${encodeCursor(place.before)}` : ''
  throw redirect(`/conversations/${place.conversationId}${page}#message-${params['id']}`)
}
