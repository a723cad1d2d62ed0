import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Shows a visitor of support out at once. @throws Response 404 when nobody is there any more */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member, tenant, services } = requireMember(context, 'settings.write')
  const id = Number(params['id'])
  if (!services.support.showOut({ tenantId: tenant.id, db }, member, id))
    throw new Response(null, { status: 404 })
  return redirect(`/settings/support/${id}`)
}
