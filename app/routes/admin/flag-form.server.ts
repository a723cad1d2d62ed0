import { z } from 'zod'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { findTenantIdBySlug } from '#app/platform/flags/find-subject.server.ts'
import { flagScopes } from '#app/platform/flags/registry.ts'

const fields = z.object({
  scope: z.enum(flagScopes, 'invalid'),
  /** what is taken back names its subject; what is new names a company's address or a plan */
  subject: z.string().trim().max(100).optional(),
  company: z.string().trim().max(100, 'too_long').default(''),
  plan: z.string().trim().max(100).default(''),
  share: z.string().trim().default(''),
  state: z.enum(['on', 'off', 'none'], 'invalid'),
})

/** What was typed about a flag, as the scope, whom it is about, and the value; null takes it back. */
export function overrideForm(platform: PlatformDb) {
  return fields.transform((typed, context) => {
    const { scope, subject, company, plan, share, state } = typed
    const value = state === 'none' ? null : Number(state === 'on')
    if (subject !== undefined) return { scope, subject, value }
    if (scope === 'global') return { scope, subject: '', value }
    if (scope === 'plan') return { scope, subject: plan, value }
    if (scope === 'percentage') {
      const percent = /^\d{1,3}$/.test(share) ? Number(share) : 101
      if (percent <= 100) return { scope, subject: '', value: percent }
      context.addIssue({ code: 'custom', path: ['share'], message: 'invalid_number' })
      return z.NEVER
    }
    const found = findTenantIdBySlug(platform, company)
    if (found) return { scope, subject: found, value }
    context.addIssue({ code: 'custom', path: ['company'], message: 'company_unknown' })
    return z.NEVER
  })
}
