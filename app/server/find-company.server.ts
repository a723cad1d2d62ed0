import { randomUUID } from 'node:crypto'
import { findMemberByEmail } from '#app/domain/members/find.server.ts'
import { isOwnerVerified } from '#app/domain/members/verify-owner.server.ts'
import type { JobHandler } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { enqueuePlatformJob } from '#app/platform/jobs.server.ts'
import type { Runtime } from './runtime.server.ts'

/** Companies opened per turn of the walk, so that requests get their turn too. */
const BATCH = 20

/**
 * Walks all companies for an e-mail and mails the addresses found. Nothing is sent when there
 * are none, and unverified companies are left out: their name may be a stranger's message.
 */
export function findCompanyHandler(runtime: Runtime): JobHandler<PlatformDb, 'company.find'> {
  return async (platform, payload, job) => {
    const { email } = payload
    const companies: { name: string; url: string }[] = []
    let language = 'en'
    let opened = 0
    for (const entry of runtime.directory.everyTenant()) {
      if (entry.status !== 'active') continue
      const member = await runtime.tenancy.withTenant(entry, (db) => {
        const found = isOwnerVerified(db) ? findMemberByEmail(db, email) : undefined
        return found?.status === 'active' ? found : undefined
      })
      if (member)
        companies.push({ name: entry.name, url: portalUrl(payload.appOrigin, entry.slug) })
      if (member) language = member.language
      if (++opened % BATCH === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    job.complete(() => {
      if (companies.length === 0) return
      const values = { companies: JSON.stringify(companies), mailId: randomUUID() }
      enqueuePlatformJob(platform, 'mail.send', {
        ...{ template: 'find_company', to: email, language, values },
      })
    })
  }
}

/** A company's own address beside the app host's: `app.` gives way to its slug. */
export function portalUrl(appOrigin: string, slug: string): string {
  return appOrigin.replace('://app.', `://${slug}.`)
}
