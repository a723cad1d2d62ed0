import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openSqlite, writeTransaction } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import type { LogLine } from './line.ts'

const DAY_MS = 24 * 3_600_000
/** Lines taken out at a time, so that what is being written need not wait. */
const PRUNE_LINES = 2_000

/** How much is kept: whichever comes first. */
export type LogLimits = { days: number; bytes: number }

// Not a migration: the file belongs to one node, holds nothing that lasts, and may be deleted.
const SCHEMA = `
  create table if not exists lines (
    id integer primary key,
    at integer not null,
    level integer not null,
    message text not null,
    surface text not null,
    tenant_id text,
    request_id text,
    kind text,
    code text,
    details text
  ) strict;
  create index if not exists lines_at on lines (at);
  create index if not exists lines_warned on lines (id) where level >= 40;
  create index if not exists lines_failed on lines (id) where level >= 50;
  create index if not exists lines_tenant on lines (tenant_id, id) where tenant_id is not null;
  create index if not exists lines_request on lines (request_id, id) where request_id is not null;
  create index if not exists lines_surface on lines (surface, id);
  create virtual table if not exists line_words using fts5 (
    message, kind, code, content = 'lines', content_rowid = 'id'
  );
  create trigger if not exists lines_added after insert on lines begin
    insert into line_words (rowid, message, kind, code)
    values (new.id, new.message, new.kind, new.code);
  end;
  create trigger if not exists lines_removed after delete on lines begin
    insert into line_words (line_words, rowid, message, kind, code)
    values ('delete', old.id, old.message, old.kind, old.code);
  end;`

/** Opens the log of this node, making it when it is not there. */
export function openLogFile(path: string): Sqlite {
  mkdirSync(dirname(path), { recursive: true })
  const sqlite = openSqlite(path, { create: !existsSync(path) })
  sqlite.exec(SCHEMA)
  return sqlite
}

/** Keeps lines in the order in which they came, all in one commit. */
export function keepLines(sqlite: Sqlite, lines: LogLine[]): void {
  const insert = sqlite.prepare<LogLine>(
    `insert into lines (at, level, message, surface, tenant_id, request_id, kind, code, details)
     values (@at, @level, @message, @surface, @tenantId, @requestId, @kind, @code, @details)`,
  )
  writeTransaction(sqlite, () => {
    for (const line of lines) insert.run(line)
  })
}

/** Takes out some of what is too old or too much, the oldest first. @returns whether there is more */
export function pruneLines(sqlite: Sqlite, { days, bytes }: LogLimits, now: number): boolean {
  const before = isTooLarge(sqlite, bytes) ? now : now - days * DAY_MS
  const { changes } = sqlite
    .prepare(
      `delete from lines where id in (select id from lines where at < ? order by at limit ${PRUNE_LINES})`,
    )
    .run(before)
  return changes === PRUNE_LINES
}

/** Pages that are free are written again, so the file grows no further than its limit. */
function isTooLarge(sqlite: Sqlite, bytes: number): boolean {
  const read = (name: string) => Number(sqlite.pragma(name, { simple: true }))
  return (read('page_count') - read('freelist_count')) * read('page_size') > bytes
}
