import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { files } from './schema.server.ts'

/** Of some files those this member uploaded for a message, in the order they were named in. */
export function filterOwnUploads(db: TenantDb, actor: Actor, fileIds: number[]): number[] {
  if (fileIds.length === 0) return []
  const rows = db
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, fileIds),
        eq(files.purpose, 'message'),
        eq(files.createdByMemberId, actor.id),
      ),
    )
    .all()
  return fileIds.filter((id) => rows.some((row) => row.id === id))
}
