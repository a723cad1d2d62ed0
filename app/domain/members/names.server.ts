import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { members } from './schema.server.ts'

const NAMES_MAX = 500

/** Every member there is or was, by name, for lists to choose from. */
export function listMemberNames(db: TenantDb): { id: number; name: string }[] {
  const { id, name } = members
  return db.select({ id, name }).from(members).orderBy(name, id).limit(NAMES_MAX).all()
}
