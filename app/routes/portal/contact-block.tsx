import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { setContactBlocked } from '#app/domain/contacts/profile.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Blocks a contact (`blocked=yes`) or lets it write and be written to again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const id = Number(params['id'])
  const isBlocked = (await readFormData(request)).get('blocked') === 'yes'
  if (!setContactBlocked(db, member, id, isBlocked)) throw new Response(null, { status: 404 })
  return redirect(`/contacts/${id}`)
}
