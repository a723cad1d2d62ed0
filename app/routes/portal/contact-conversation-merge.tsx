import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { mergeConversationsByHand } from '#app/domain/contacts/merge-by-hand.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

const id = z.coerce.number().int().positive()
const form = z.object({ keep: id, merge: id })

export const loader = postOnlyLoader

/** Makes two conversations of one contact into one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.merge')
  const contactId = Number(params['id'])
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const { keep: aId, merge: bId } = read.values
  const done = mergeConversationsByHand(db, member, { contactId, aId, bId })
  if (!done.ok) throw new Response(null, { status: done.reason === 'not_found' ? 404 : 400 })
  return redirect(`/contacts/${contactId}?note=conversations_merged`)
}
