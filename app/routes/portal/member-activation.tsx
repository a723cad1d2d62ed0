import type { ActionFunctionArgs } from '@remix-run/node'
import { reactivateMember } from '#app/domain/members/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerMember, memberIdOf } from '#app/routes/members/answer.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Lets a deactivated member in again. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'members.write')
  const id = memberIdOf(params)
  if (!billing.hasRoom(db, 'members'))
    return answerMember(id, { ok: false, reason: 'limit_members' }, '')
  return answerMember(id, reactivateMember(db, member, id), 'reactivated')
}
