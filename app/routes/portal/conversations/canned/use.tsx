import type { ActionFunctionArgs } from '@remix-run/node'
import { countUse } from '#app/domain/canned-responses/save.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** Somebody put a ready-made answer into a message. */
export function action({ context, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const isThere = countUse(db, member, Number(params['cannedId']))
  return new Response(null, { status: isThere ? 204 : 404 })
}
