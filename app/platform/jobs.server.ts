import { enqueueIn } from '#app/jobs/queue.server.ts'
import type { EnqueueOptions } from '#app/jobs/queue.server.ts'
import type { JobKind, JobPayload } from '#app/jobs/registry.ts'
import { onTenantSignal, signalTenant } from '#app/tenancy/signals.server.ts'
import { platformSqliteOf } from './db.server.ts'
import type { PlatformDb } from './db.server.ts'

/** The platform file's name among stores of jobs; no tenant id looks like it. */
export const PLATFORM_STORE = 'platform'

/** Puts work that belongs to no company into the platform's queue and wakes its worker. */
export function enqueuePlatformJob<K extends JobKind>(
  platform: PlatformDb,
  kind: K,
  payload: JobPayload<K>,
  options: EnqueueOptions = {},
): boolean {
  const isNew = enqueueIn(platformSqliteOf(platform), kind, payload, options)
  signalTenant(PLATFORM_STORE, 'jobs')
  return isNew
}

/** @returns a function that stops listening */
export function onPlatformJob(wake: (storeId: string) => void): () => void {
  return onTenantSignal(PLATFORM_STORE, 'jobs', () => wake(PLATFORM_STORE))
}
