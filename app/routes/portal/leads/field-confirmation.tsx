import type { ActionFunctionArgs } from '@remix-run/node'
import { confirmField } from '#app/domain/lead-fields/decide.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toFieldTarget } from '#app/routes/lead-forms.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Says that what was read is right, or takes what the customer said later. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const form = await readFormData(request)
  const suggestion = form.has('suggestion')
  return finish(form, confirmField(db, member, { ...toFieldTarget(params), suggestion }))
}
