import type { ActionFunctionArgs } from '@remix-run/node'
import { resendInvitation } from '#app/domain/members/invite.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerMember, memberIdOf } from '#app/routes/members/answer.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Mails an invited member a fresh link. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member, origin } = requireMember(context, 'members.write')
  const id = memberIdOf(params)
  return answerMember(id, resendInvitation(db, member, id, origin), 'resent')
}
