import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Leads to the vendor's page where the kept card is changed or taken away. Its address is a login. */
export async function action({ context }: ActionFunctionArgs) {
  const { billing, member, tenant, origin } = requireMember(context, 'billing.write')
  if (!billing.cards?.kept()) throw new Response(null, { status: 404 })
  const from = { email: member.email, company: tenant.name, origin }
  const opened = await billing.cards.openPortal(from)
  return redirect(opened.ok ? opened.url : '/settings/billing?note=cardOff')
}
