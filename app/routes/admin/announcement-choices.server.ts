import { industrySlugs } from '#app/industries/industry.ts'
import { listPlanNames } from '#app/platform/companies/plans.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import type { AnnouncementChoices } from './announcement-fields.tsx'

/** Whom an announcement can be for. */
export function listChoices(platform: PlatformDb): AnnouncementChoices {
  return { plans: listPlanNames(platform), industries: [...industrySlugs] }
}
