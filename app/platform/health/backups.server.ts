import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

export type BackupFigures = {
  /** when the newest copy was taken; null: none is recorded */
  lastAt: number | null
  /** copies whose restore was wrong */
  failed: number
  /** when a restore was last tried and right */
  verifiedAt: number | null
}

const NONE: BackupFigures = { lastAt: null, failed: 0, verifiedAt: null }

/** What is known of copies. Nothing recorded means that nothing is known to exist. */
export function readBackups(platform: PlatformDb): BackupFigures {
  const sqlite = platformSqliteOf(platform)
  // Where nothing takes backups, there is no such table.
  const isKept = sqlite.prepare(`select 1 from sqlite_master where name = 'backups'`).get()
  if (!isKept) return NONE
  return sqlite
    .prepare<[], BackupFigures>(
      `select max(taken_at) as lastAt, count(problem) as failed,
         max(verified_at) filter (where problem is null) as verifiedAt from backups`,
    )
    .get()!
}
