import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { archiveField } from '#app/domain/contacts/fields.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a field out of forms and lists. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  if (!archiveField(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/contact-fields?saved')
}
