import type { ActionFunctionArgs } from '@remix-run/node'
import { clearField } from '#app/domain/lead-fields/decide.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toFieldTarget } from '#app/routes/lead-forms.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Says that it is not so and that nothing is known. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const form = await readFormData(request)
  return finish(form, clearField(db, member, toFieldTarget(params)))
}
