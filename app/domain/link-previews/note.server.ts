import { count, eq, gt } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findLinks } from './links.ts'
import { linkPreviews, messageLinks } from './schema.server.ts'

const HOUR_MS = 3_600_000
/** New pages looked at in one hour: nobody makes us knock at doors all day by writing to us. */
const PER_HOUR_MAX = 120
/** An answer that never came is asked for again after this. */
const PENDING_MAX_MS = 24 * HOUR_MS

/**
 * Keeps which pages a message links to, and has those looked at that nobody has seen lately. In
 * the caller's transaction; for other words of the same message again.
 */
export function noteLinks(
  db: TenantDb,
  message: { messageId: number; text: string | null; isEdited?: boolean; now?: number },
): void {
  const { messageId, text, isEdited = false, now = Date.now() } = message
  if (isEdited) db.delete(messageLinks).where(eq(messageLinks.messageId, messageId)).run()
  // Nearly every message; nothing is asked of the file for it.
  if (!text?.includes('://')) return
  const urls = findLinks(text)
  if (urls.length === 0 || getCompany(db).linkPreviews === 0) return
  urls.forEach((url, position) => {
    db.insert(messageLinks).values({ messageId, position, url }).run()
    if (!isFresh(db, url, now)) askFor(db, url, now)
  })
}

function isFresh(db: TenantDb, url: string, now: number): boolean {
  const known = db.select().from(linkPreviews).where(eq(linkPreviews.url, url)).get()
  if (!known) return false
  return known.state === 'pending' ? known.fetchedAt > now - PENDING_MAX_MS : known.expiresAt > now
}

/** A page seen before keeps what it showed until it is seen anew. */
function askFor(db: TenantDb, url: string, now: number): void {
  const asked = db
    .select({ count: count() })
    .from(linkPreviews)
    .where(gt(linkPreviews.fetchedAt, now - HOUR_MS))
    .get()
  if ((asked?.count ?? 0) >= PER_HOUR_MAX) return
  db.insert(linkPreviews)
    .values({ url, state: 'pending', fetchedAt: now })
    .onConflictDoUpdate({ target: linkPreviews.url, set: { state: 'pending', fetchedAt: now } })
    .run()
  enqueue(db, 'link.preview', { url }, { key: `${now}:${url}` })
}
