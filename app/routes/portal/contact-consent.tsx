import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { noteConsent } from '#app/domain/contacts/note-consent.server.ts'
import { CHANNEL_KINDS } from '#app/domain/endpoints/channel-kinds.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

const form = z.object({
  channel: z.enum(CHANNEL_KINDS),
  category: z.enum(['*', 'marketing', 'utility', 'authentication']),
  state: z.enum(['granted', 'withdrawn']),
})

export const loader = postOnlyLoader

/** Notes what a customer said about automatic messages. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const contactId = Number(params['id'])
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  if (!noteConsent(db, member, { contactId, ...read.values }))
    throw new Response(null, { status: 404 })
  return redirect(`/contacts/${contactId}#consent`)
}
