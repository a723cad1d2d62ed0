import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { saveWork } from '#app/domain/team/work.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerMember, memberIdOf } from '#app/routes/members/answer.server.ts'
import { parseForm, readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { workForm } from '#app/routes/team-forms.server.ts'

export const loader = postOnlyLoader

/** Title, department, capacity and skills of a member, together. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'members.write')
  const memberId = memberIdOf(params)
  const form = await readFormData(request)
  const read = parseForm(form, workForm)
  if (!read.ok) return redirect(`/members/${memberId}?problem=capacity_invalid`)
  const skillIds = form.getAll('skill').map(Number).filter(Number.isSafeInteger)
  return answerMember(
    memberId,
    saveWork(db, member, { memberId, ...read.values, skillIds }),
    'work',
  )
}
