import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { addContactNote } from '#app/domain/contacts/notes.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

const TEXT_MAX = 5_000

export const loader = postOnlyLoader

/** Notes something about a person, for colleagues. An empty note is none. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const contactId = Number(params['id'])
  const value = (await readFormData(request)).get('text')
  const text = typeof value === 'string' ? value.trim().slice(0, TEXT_MAX) : ''
  if (text && !addContactNote(db, member, { contactId, text }))
    throw new Response(null, { status: 404 })
  return redirect(`/contacts/${contactId}#notes`)
}
