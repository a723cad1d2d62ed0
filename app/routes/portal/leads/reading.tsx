import type { ActionFunctionArgs } from '@remix-run/node'
import { requestReading } from '#app/domain/lead-fields/reading.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Has a lead filled from everything that was said in its conversation. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const form = await readFormData(request)
  return finish(form, requestReading(db, member, Number(params['id'])))
}
