import type { ActionFunctionArgs } from '@remix-run/node'
import { resumeSubscription } from '#app/platform/billing/change-plan.server.ts'
import { answerChange } from '#app/routes/admin/answer-change.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Takes a cancellation back, or begins again after it with a new invoice. */
export function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const by = { kind: 'user', id: user.id, name: user.name } as const
  const result = resumeSubscription(platform, { tenantId: company.id, by, at: Date.now() })
  return answerChange(company.id, result, { now: 'resumed', period_end: 'resumed' })
}
