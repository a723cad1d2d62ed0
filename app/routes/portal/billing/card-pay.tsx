import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { noteBilling } from '#app/routes/billing-page.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const cardForm = z.object({ keeps: z.literal('on').optional() })

/** Leads to the vendor's page where the invoice is paid by card. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member, tenant, origin } = portal
  const id = Number(params['id'])
  const invoice = billing.document(id)
  if (invoice?.kind !== 'invoice' || !billing.cards) throw new Response(null, { status: 404 })
  const read = await readForm(request, cardForm)
  const keeps = read.ok && read.values.keeps === 'on'
  const from = { email: member.email, company: tenant.name, origin }
  const asked = await billing.cards.pay(from, { id, keeps })
  if (asked.ok) {
    noteBilling(portal, 'billing.payment_asked', { invoice: invoice.number })
    return redirect(asked.url)
  }
  const { reason } = asked
  if (reason === 'nothing_open') return redirect('/settings/billing?note=nothing')
  return redirect(`/settings/billing/invoices/${id}/payment?refused=${reason}`)
}
