import type { ActionFunctionArgs } from '@remix-run/node'
import { roles } from '#app/domain/members/permissions.ts'
import { changeRole } from '#app/domain/members/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readForm } from '#app/routes/account/posted-form.server.ts'
import { answerMember, memberIdOf } from '#app/routes/members/answer.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Gives a member another role and single permissions. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'members.write')
  const id = memberIdOf(params)
  const form = await readForm(request)
  const role = roles.find((known) => known === form.get('role'))
  if (!role) return answerMember(id, { ok: false, reason: 'invalid_choice' }, '')
  const extra = form.getAll('extra').map(String)
  return answerMember(id, changeRole(db, member, id, { role, extra }), 'role')
}
