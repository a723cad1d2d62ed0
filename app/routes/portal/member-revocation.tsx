import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { revokeInvitation } from '#app/domain/members/invite.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerMember, memberIdOf } from '#app/routes/members/answer.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes an invitation back; the member it was for is gone then. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'members.write')
  const id = memberIdOf(params)
  const result = revokeInvitation(db, member, id)
  return result.ok ? redirect('/members?note=revoked') : answerMember(id, result, '')
}
