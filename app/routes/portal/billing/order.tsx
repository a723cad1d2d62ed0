import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { noteBilling } from '#app/routes/billing-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Asks for the first invoice before the free days are over, and leads to paying it. */
export function action({ context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member } = portal
  const isFirst = billing.standing()?.next === null
  const ordered = billing.order(member)
  if (!ordered.ok) return redirect('/settings/billing?note=refused')
  if (isFirst) noteBilling(portal, 'billing.ordered')
  const next = billing.standing()?.next
  return redirect(
    next ? `/settings/billing/invoices/${next.id}/payment` : '/settings/billing?note=nothing',
  )
}
