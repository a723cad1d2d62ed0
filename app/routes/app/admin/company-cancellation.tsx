import type { ActionFunctionArgs } from '@remix-run/node'
import { cancelSubscription } from '#app/platform/billing/change-plan.server.ts'
import { answerChange } from '#app/routes/admin/answer-change.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Ends the subscription: what is paid is still served. */
export function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const by = { kind: 'user', id: user.id, name: user.name } as const
  const result = cancelSubscription(platform, { tenantId: company.id, by, at: Date.now() })
  return answerChange(company.id, result, { now: 'cancelled', period_end: 'cancels_later' })
}
