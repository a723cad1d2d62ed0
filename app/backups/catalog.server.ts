import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'

/** The platform's own file among owners of backups. */
export const PLATFORM_OWNER = 'platform'

/** One backup that is in the store. Times are UTC ms. */
export type Backup = {
  id: number
  /** a company's id, or `platform` */
  owner: string
  objectKey: string
  takenAt: number
  /** as it lies in the store */
  bytes: number
  sha256: string
  schemaVersion: number
  /** when it was last restored for a test, and what was wrong with it then */
  verifiedAt: number | null
  problem: string | null
}

const COLUMNS = `id, owner, object_key as objectKey, taken_at as takenAt, bytes, sha256,
  schema_version as schemaVersion, verified_at as verifiedAt, problem`

export function noteBackup(
  platform: PlatformDb,
  backup: Omit<Backup, 'id' | 'verifiedAt' | 'problem'> & { sourceMark: string },
): void {
  platformSqliteOf(platform)
    .prepare(
      `insert into backups (owner, object_key, taken_at, bytes, sha256, schema_version, source_mark)
       values (@owner, @objectKey, @takenAt, @bytes, @sha256, @schemaVersion, @sourceMark)`,
    )
    .run(backup)
}

/** All of one owner, the newest first. */
export function listBackups(platform: PlatformDb, owner: string): Backup[] {
  return platformSqliteOf(platform)
    .prepare<[string], Backup>(
      `select ${COLUMNS} from backups where owner = ? order by taken_at desc`,
    )
    .all(owner)
}

/** The newest that was taken at a moment or before. */
export function findBackup(
  platform: PlatformDb,
  owner: string,
  at = Number.MAX_SAFE_INTEGER,
): Backup | undefined {
  return platformSqliteOf(platform)
    .prepare<[string, number], Backup>(
      `select ${COLUMNS} from backups where owner = ? and taken_at <= ?
       order by taken_at desc limit 1`,
    )
    .get(owner, at)
}

/** The state of the live file that the newest backup was taken of. */
export function findNewestMark(platform: PlatformDb, owner: string): string | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], string>(
      'select source_mark from backups where owner = ? order by taken_at desc limit 1',
    )
    .pluck()
    .get(owner)
}

/** @param problem null when it restored as it should */
export function noteVerified(
  platform: PlatformDb,
  id: number,
  { at, problem }: { at: number; problem: string | null },
): void {
  platformSqliteOf(platform)
    .prepare('update backups set verified_at = ?, problem = ? where id = ?')
    .run(at, problem, id)
}

export function dropBackup(platform: PlatformDb, id: number): void {
  platformSqliteOf(platform).prepare('delete from backups where id = ?').run(id)
}

/** Companies with a backup, for the nightly test to choose from. */
export function listBackedUpOwners(platform: PlatformDb): string[] {
  return platformSqliteOf(platform)
    .prepare<[], string>('select distinct owner from backups')
    .pluck()
    .all()
}
