import { and, eq, lt, notExists, sql } from 'drizzle-orm'
import { cannedResponseFiles } from '#app/domain/canned-responses/schema.server.ts'
import { messageMedia } from '#app/domain/conversations/schema.server.ts'
import { messageTemplates } from '#app/domain/endpoints/schema.server.ts'
import { linkPreviews } from '#app/domain/link-previews/schema.server.ts'
import { pruneLinkPreviews } from '#app/domain/link-previews/prune.server.ts'
import { scheduledMessageFiles } from '#app/domain/scheduled-messages/schema.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { files } from './schema.server.ts'
import { removeFile } from './store.server.ts'

/** A file chosen in the composer and never sent, or one whose message was taken back. */
const UNUSED_KEPT_MS = 24 * 3_600_000
const BATCH_MAX = 200

/** Asks for a tidy-up where there is something to tidy. */
export function pruneFilesLater(db: TenantDb, now: number): void {
  if (listUnused(db, now, 1).length > 0) enqueue(db, 'file.prune', {}, { key: String(now) })
}

/** Job file.prune: removes message files that no message holds. */
export async function pruneFiles(db: TenantDb, now: number = Date.now()): Promise<void> {
  await pruneLinkPreviews(db, now)
  for (const { id } of listUnused(db, now, BATCH_MAX)) await removeFile(db, id)
}

function listUnused(db: TenantDb, now: number, limit: number) {
  const holders = [
    { table: messageMedia, fileId: messageMedia.fileId },
    { table: scheduledMessageFiles, fileId: scheduledMessageFiles.fileId },
    { table: cannedResponseFiles, fileId: cannedResponseFiles.fileId },
    { table: messageTemplates, fileId: messageTemplates.headerFileId },
    { table: linkPreviews, fileId: linkPreviews.imageFileId },
  ].map(({ table, fileId }) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(eq(fileId, files.id)),
    ),
  )
  return db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.purpose, 'message'), lt(files.createdAt, now - UNUSED_KEPT_MS), ...holders))
    .orderBy(files.id)
    .limit(limit)
    .all()
}
