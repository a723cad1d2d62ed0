import { enqueue } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const HOUR_MS = 3_600_000

/** Has what the plan counts counted anew, once an hour however often it is asked. */
export function rollUsageLater(db: TenantDb, now: number): void {
  enqueue(db, 'usage.roll', {}, { key: String(Math.floor(now / HOUR_MS)) })
}
