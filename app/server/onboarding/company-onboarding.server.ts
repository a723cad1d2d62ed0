import { saveIndustry } from '#app/domain/company/industry.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { isSetupStep, setupSteps } from '#app/domain/onboarding/steps.ts'
import type { SetupStep } from '#app/domain/onboarding/steps.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { changedTextsJson } from '#app/platform/industries/texts.server.ts'
import {
  completeSession,
  listProgress,
  noteStep,
} from '#app/platform/onboarding/progress.server.ts'
import { beginOwnSession, findTenantSession } from '#app/platform/onboarding/sessions.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from '../runtime.server.ts'

/** What a company's own pages know of its way to the first answered customer; of its own only. */
export type CompanyOnboarding = ReturnType<typeof createCompanyOnboarding>

export function createCompanyOnboarding(
  { platform }: Pick<Runtime, 'platform'>,
  tenant: { id: string; name: string },
) {
  const { id: tenantId, name } = tenant
  /** Companies made by hand have none until they begin. */
  function getSession(at: number) {
    beginOwnSession(platform, { tenantId, name, at })
    const session = findTenantSession(platform, tenantId)
    if (!session) throw new Error('The onboarding session is missing')
    return session
  }
  return {
    progress: () => {
      const session = findTenantSession(platform, tenantId)
      return {
        isComplete: session?.state === 'completed',
        steps: session ? listProgress(platform, session.id) : [],
      }
    },
    /** how many steps are done, as long as the company is on its way */
    underWay: () => {
      const session = findTenantSession(platform, tenantId)
      if (session?.state !== 'in_progress') return undefined
      const saved = listProgress(platform, session.id)
      const done = saved.filter(({ step, isSkipped }) => !isSkipped && isSetupStep(step))
      return { done: done.length, total: setupSteps.length }
    },
    note: (step: SetupStep, next: string, isSkipped = false) => {
      const at = Date.now()
      noteStep(platform, getSession(at), { step, next, isSkipped, at })
    },
    complete: () => {
      const at = Date.now()
      completeSession(platform, getSession(at), at)
    },
    /** the trade is the platform's business too: what it tells assistants there comes along */
    chooseIndustry: (db: TenantDb, saver: Saver, industry: string) => {
      const textsJson = changedTextsJson(platform, industry)
      saveIndustry(db, saver, { industry, textsJson })
      platformSqliteOf(platform)
        .prepare('update tenants set industry = ?, updated_at = ? where id = ? and industry <> ?')
        .run(industry, Date.now(), tenantId, industry)
    },
  }
}
