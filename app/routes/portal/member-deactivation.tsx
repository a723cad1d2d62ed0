import type { ActionFunctionArgs } from '@remix-run/node'
import { deactivateMember } from '#app/domain/members/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerMember, memberIdOf } from '#app/routes/members/answer.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Signs a member out everywhere and keeps them out. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'members.write')
  const id = memberIdOf(params)
  return answerMember(id, deactivateMember(db, member, id), 'deactivated')
}
