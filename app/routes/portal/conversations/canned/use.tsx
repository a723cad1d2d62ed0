import type { ActionFunctionArgs } from '@remix-run/node'
import { countUse } from '#app/domain/canned-responses/save.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** Somebody put a ready-made answer into a message. */
export function action({ context, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const isInReach = findReachable(db, member, Number(params['id'])) !== undefined
  const isThere = isInReach && countUse(db, member, Number(params['cannedId']))
  return new Response(null, { status: isThere ? 204 : 404 })
}
