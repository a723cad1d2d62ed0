import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Which of the platform's announcements a member has put away. */
export function listDismissed(db: TenantDb, memberId: number): Set<number> {
  const rows = sqliteOf(db)
    .prepare<[number], { id: number }>(
      'select announcement_id as id from announcement_dismissals where member_id = ?',
    )
    .all(memberId)
  return new Set(rows.map(({ id }) => id))
}

/** Puts an announcement away for one member; again changes nothing. */
export function dismissAnnouncement(db: TenantDb, memberId: number, announcementId: number): void {
  sqliteOf(db)
    .prepare('insert or ignore into announcement_dismissals values (?, ?, ?)')
    .run(memberId, announcementId, Date.now())
}
