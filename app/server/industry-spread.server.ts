import { noteIndustryTexts } from '#app/domain/company/industry.server.ts'
import type { JobHandler } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { changedTextsJson, listCompaniesOf } from '#app/platform/industries/texts.server.ts'
import { enqueuePlatformJob } from '#app/platform/jobs.server.ts'
import type { Runtime } from './runtime.server.ts'

/** So many files are opened one after the other before the other jobs have their turn. */
const COMPANIES_AT_ONCE = 50

/** Brings what assistants of a trade are told into the files of its companies. */
export function spreadIndustryHandler(
  runtime: Pick<Runtime, 'directory' | 'tenancy' | 'log'>,
): JobHandler<PlatformDb, 'industry.spread'> {
  return async (platform, { industry, after, at }) => {
    const ids = listCompaniesOf(platform, { industry, after, limit: COMPANIES_AT_ONCE })
    const last = ids.at(-1)
    // First, so that one file that cannot be opened keeps nobody behind it waiting.
    if (ids.length === COMPANIES_AT_ONCE && last) {
      const key = `${industry}:${at}:${last}`
      enqueuePlatformJob(platform, 'industry.spread', { industry, after: last, at }, { key })
    }
    const failed: string[] = []
    for (const id of ids) {
      const entry = runtime.directory.findById(id)
      if (!entry) continue
      try {
        // Read now: it may have been changed again since the job was made.
        const json = changedTextsJson(platform, industry)
        await runtime.tenancy.withTenant(entry, (db) => noteIndustryTexts(db, json))
      } catch (err) {
        runtime.log.warn({ tenant: id, err }, 'industry texts not written')
        failed.push(id)
      }
    }
    if (failed.length > 0) throw new Error(`Not written for ${failed.join(', ')}`)
    return undefined
  }
}
