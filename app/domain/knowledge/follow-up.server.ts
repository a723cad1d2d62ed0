import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Several edits in a row are embedded together. */
const EMBED_DELAY_MS = 500

/**
 * What follows every change of knowledge, in the transaction of the change: vectors are
 * brought up to date in the background, and open pages hear of it.
 */
export function noteKnowledgeChange(db: TenantDb): void {
  embedLater(db)
  recordChange(db, 'knowledge.changed')
}

/** Asks for vectors to be brought up to date, unless that is asked for already. */
export function embedLater(db: TenantDb): void {
  const waiting = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, 'queued'), eq(jobs.kind, 'knowledge.embed')))
    .limit(1)
    .get()
  if (!waiting) enqueue(db, 'knowledge.embed', {}, { runAt: Date.now() + EMBED_DELAY_MS })
}
