import { redirect } from '@remix-run/node'
import type { ChangeResult } from '#app/platform/billing/change-plan.server.ts'

/** Back to the subscription with what happened and from when, or why not. */
export function answerChange(
  companyId: string,
  result: ChangeResult,
  notes: Record<'now' | 'period_end', string>,
): Response {
  const said = result.ok ? `note=${notes[result.takesEffect]}` : `problem=${result.reason}`
  return redirect(`/admin/companies/${companyId}/subscription?${said}`)
}
