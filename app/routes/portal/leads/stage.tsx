import type { ActionFunctionArgs } from '@remix-run/node'
import { moveLead } from '#app/domain/leads/move.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { leadMoveForm } from '#app/routes/lead-forms.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { parseForm, readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Moves a lead to another stage, or to another place in its own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const form = await readFormData(request)
  const read = parseForm(form, leadMoveForm)
  if (!read.ok) return finish(form, { ok: false, reason: 'stage_not_found' })
  return finish(form, moveLead(db, member, { leadId: Number(params['id']), ...read.values }))
}
