import type { ActionFunctionArgs } from '@remix-run/node'
import { giveProspect } from '#app/platform/sales/hand-over.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { givingForm } from '#app/routes/prospect-form.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Gives a prospect to another rep. @throws Response 404 when there is none such */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const id = Number(params['id'])
  const read = await readForm(request, givingForm)
  const repId = read.ok ? read.values.repId : 0
  return toProspectPage(id, giveProspect(platform, user, { id, repId }), 'given')
}
