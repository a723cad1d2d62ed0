import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type PassageStatements = ReturnType<typeof passageStatements>

const COLUMNS = `id, source_kind as sourceKind, source_id as sourceId, ordinal, title, text,
  page, url, language, expires_at as expiresAt, text_hash as textHash`

/** Raw statements, because a file of ten thousand rows is added in one go. */
export function passageStatements(db: TenantDb) {
  const sqlite = sqliteOf(db)
  return {
    listOf: sqlite.prepare(
      `select ${COLUMNS} from passages where source_kind = ? and source_id = ? order by ordinal`,
    ),
    listByIds: sqlite.prepare(
      `select ${COLUMNS} from passages where id in (select value from json_each(?))`,
    ),
    insert: sqlite.prepare(
      `insert into passages (source_kind, source_id, ordinal, title, text, text_hash, updated_at,
         page, url, language, expires_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    move: sqlite.prepare('update passages set ordinal = ? where id = ?'),
    place: sqlite.prepare(
      `update passages set ordinal = ?, page = ?, url = ?, language = ?, expires_at = ? where id = ?`,
    ),
    deleteOne: sqlite.prepare('delete from passages where id = ?'),
    deleteOf: sqlite.prepare('delete from passages where source_kind = ? and source_id = ?'),
    count: sqlite.prepare('select count(*) from passages').pluck(),
  }
}
