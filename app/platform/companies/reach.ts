import { platformCan } from '../users/permissions.ts'
import type { PlatformActor } from '../users/permissions.ts'

/** Which companies somebody may know of: all, or those given to a person of support. */
export type CompanyReach = { supporterId: number | null }

export function reachOf(actor: Pick<PlatformActor, 'id' | 'role'>): CompanyReach {
  return { supporterId: platformCan(actor.role, 'admin.read') ? null : actor.id }
}

/** SQL about `tenants t` that keeps rows within reach; takes `@supporterId`. */
export function whereReachable({ supporterId }: CompanyReach): string {
  if (supporterId === null) return '@supporterId is null'
  return 't.id in (select tenant_id from tenant_supporters where user_id = @supporterId)'
}
