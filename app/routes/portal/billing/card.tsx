import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { noteBilling } from '#app/routes/billing-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Leads to the vendor's page where a card is left for the next invoices. */
export async function action({ context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member, tenant, origin } = portal
  const standing = billing.standing()
  if (!billing.cards || !standing) throw new Response(null, { status: 404 })
  const from = { email: member.email, company: tenant.name, origin }
  const left = await billing.cards.leave(from, standing.currency)
  if (!left.ok) return redirect('/settings/billing?note=cardOff')
  noteBilling(portal, 'billing.card_asked')
  return redirect(left.url)
}
