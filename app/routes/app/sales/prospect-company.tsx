import type { ActionFunctionArgs } from '@remix-run/node'
import { linkCompany } from '#app/platform/sales/hand-over.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { linkingForm } from '#app/routes/prospect-form.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Says which company a prospect has become. @throws Response 404 when there is none such */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const id = Number(params['id'])
  const read = await readForm(request, linkingForm)
  const slug = read.ok ? read.values.slug : ''
  return toProspectPage(id, linkCompany(platform, user, { id, slug }), 'linked')
}
