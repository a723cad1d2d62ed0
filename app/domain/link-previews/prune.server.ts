import { and, eq, lt, notExists, sql } from 'drizzle-orm'
import { removeFile } from '#app/domain/files/store.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { linkPreviews, messageLinks } from './schema.server.ts'

const BATCH_MAX = 200
/** What is being looked at just now is not swept from under its job. */
const AGE_MIN_MS = 24 * 3_600_000

/** Forgets pages that no message links to any more, with their pictures. */
export async function pruneLinkPreviews(db: TenantDb, now: number): Promise<void> {
  const isUnused = notExists(
    db
      .select({ one: sql`1` })
      .from(messageLinks)
      .where(eq(messageLinks.url, linkPreviews.url)),
  )
  const gone = db
    .select({ url: linkPreviews.url, imageFileId: linkPreviews.imageFileId })
    .from(linkPreviews)
    .where(and(lt(linkPreviews.fetchedAt, now - AGE_MIN_MS), isUnused))
    .limit(BATCH_MAX)
    .all()
  for (const { url, imageFileId } of gone) {
    db.delete(linkPreviews).where(eq(linkPreviews.url, url)).run()
    if (imageFileId !== null) await removeFile(db, imageFileId)
  }
}
