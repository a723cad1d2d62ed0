import { listJustDeleted } from '#app/platform/tenants/delete.server.ts'
import type { Runtime } from './runtime.server.ts'

/** Lets go of files whose company another process, or another node, has just deleted. */
export function forgetDeleted({ platform, tenancy }: Pick<Runtime, 'platform' | 'tenancy'>): void {
  for (const tenantId of listJustDeleted(platform, Date.now())) tenancy.forget(tenantId)
}
