import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { moveProspect } from '#app/platform/sales/move.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { prospectMoveForm } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Moves a prospect to another stage. Without a script, the question why is a page of its own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const form = await readFormData(request)
  const id = Number(params['id'])
  const read = parseForm(form, prospectMoveForm)
  const result = read.ok
    ? moveProspect(platform, user, { id, ...read.values })
    : ({ ok: false, reason: 'invalid_choice' } as const)
  if (read.ok && !result.ok && result.reason === 'reason_required' && form.has('returnTo'))
    return redirect(`/sales/prospects/${id}/ending?to=${read.values.stage}`, 303)
  return finish(form, result)
}
