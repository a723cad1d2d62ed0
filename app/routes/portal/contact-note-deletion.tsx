import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteContactNote } from '#app/domain/contacts/notes.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes one's own note about a person back. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const contactId = Number(params['id'])
  const noteId = Number(params['noteId'])
  if (!deleteContactNote(db, member, { contactId, noteId }))
    throw new Response(null, { status: 404 })
  return redirect(`/contacts/${contactId}#notes`)
}
