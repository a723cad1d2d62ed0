import { setTimeout as pause } from 'node:timers/promises'
import { readDocument } from '#app/domain/knowledge/document-files.server.ts'
import type { GuardedFetch } from '#app/domain/link-previews/guarded-fetch.ts'
import { lendReader } from '#app/domain/readers/open-reader.server.ts'
import { readWebsite } from '#app/domain/websites/read-website.server.ts'
import type { JobHandlers, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** All readers are taken: how long until the next look. */
const READER_RETRY_MS = 2_000

/** The jobs that read what a company teaches; the composition root adds them to its table. */
export function knowledgeJobs(fetchPublic: GuardedFetch) {
  return {
    'document.read': async (db, payload, job): Promise<JobOutcome> => {
      const done = await lendReader(async (reader) => {
        await readDocument(db, payload, job, reader)
        return true
      })
      return done ? undefined : { retryAfterMs: READER_RETRY_MS }
    },
    'website.read': async (db, payload): Promise<JobOutcome> => {
      const done = await lendReader(async (reader) => ({
        outcome: await readWebsite(db, payload, { reader, fetchPublic, pause }),
      }))
      return done ? done.outcome : { retryAfterMs: READER_RETRY_MS }
    },
  } satisfies JobHandlers<TenantDb>
}
