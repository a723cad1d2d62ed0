import { and, asc, eq, gt } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { listFields } from '#app/domain/contacts/fields.server.ts'
import {
  contactImportRejections,
  contactImportRows,
  contactImports,
} from '#app/domain/contacts/schema.server.ts'
import { getMember, toActor } from '#app/domain/members/find.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { importRow } from './import-row.server.ts'
import type { ImportRules } from './import-row.server.ts'
import type { ImportMapping } from './mapping.ts'

/** Rows written in one transaction; between batches others get their turn. */
const BATCH_ROWS = 100
/** One run of the job ends after so long and goes on in the next, well within its lease. */
const RUN_MS_MAX = 30_000

/** How many more contacts a company may have. */
type RoomOf = (db: TenantDb) => number

type ImportRow = typeof contactImports.$inferSelect

/**
 * Job contacts.import: takes the rows in batches. How far it came is written with each batch, so
 * that after a crash it goes on with the next row and none is taken twice.
 */
export async function runImport(
  db: TenantDb,
  { importId }: { importId: number },
  roomOf: RoomOf = () => Infinity,
): Promise<{ retryAfterMs: number } | undefined> {
  const startedAt = Date.now()
  while (takeBatch(db, importId, roomOf(db))) {
    if (Date.now() - startedAt > RUN_MS_MAX) return { retryAfterMs: 0 }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return undefined
}

/**
 * Takes the next rows.
 *
 * @param room how many contacts the company's plan still allows
 * @returns whether there may be more
 */
export function takeBatch(db: TenantDb, importId: number, room = Infinity): boolean {
  return inTransaction(db, () => {
    const row = db.select().from(contactImports).where(eq(contactImports.id, importId)).get()
    if (!row || (row.state !== 'queued' && row.state !== 'running')) return false
    const rows = nextRows(db, row)
    if (rows.length === 0) {
      finish(db, row)
      return false
    }
    const rules: Omit<ImportRules, 'hasRoom'> = {
      ...{ mapping: JSON.parse(row.mappingJson) as ImportMapping, duplicates: row.duplicates },
      ...{ importer: toActor(getMember(db, row.memberId)), fields: listFields(db) },
    }
    const counts = { created: 0, updated: 0, skipped: 0, rejected: 0 }
    for (const { rowNumber, cellsJson } of rows) {
      const hasRoom = counts.created < room
      const taken = importRow(db, { ...rules, hasRoom }, JSON.parse(cellsJson) as string[])
      counts[taken.ok ? taken.outcome : 'rejected'] += 1
      if (!taken.ok) reject(db, { importId, rowNumber, reason: taken.reason, rowJson: cellsJson })
    }
    noteProgress(db, row, rows.length, counts)
    return true
  })
}

/** Row numbers begin with 2 and have no gaps, so the count of those done is the place. */
function nextRows(db: TenantDb, { id, rowsDone }: ImportRow) {
  return db
    .select()
    .from(contactImportRows)
    .where(and(eq(contactImportRows.importId, id), gt(contactImportRows.rowNumber, rowsDone + 1)))
    .orderBy(asc(contactImportRows.rowNumber))
    .limit(BATCH_ROWS)
    .all()
}

function reject(db: TenantDb, row: typeof contactImportRejections.$inferInsert): void {
  db.insert(contactImportRejections).values(row).run()
}

function noteProgress(
  db: TenantDb,
  row: ImportRow,
  done: number,
  counts: { created: number; updated: number; skipped: number; rejected: number },
): void {
  db.update(contactImports)
    .set({
      ...{ state: 'running', rowsDone: row.rowsDone + done },
      rowsCreated: row.rowsCreated + counts.created,
      rowsUpdated: row.rowsUpdated + counts.updated,
      rowsSkipped: row.rowsSkipped + counts.skipped,
      rowsRejected: row.rowsRejected + counts.rejected,
    })
    .where(eq(contactImports.id, row.id))
    .run()
  recordChange(db, 'contact.changed', { data: { importId: row.id, readBy: row.memberId } })
}

function finish(db: TenantDb, row: ImportRow): void {
  db.delete(contactImportRows).where(eq(contactImportRows.importId, row.id)).run()
  db.update(contactImports)
    .set({ state: 'done', finishedAt: Date.now() })
    .where(eq(contactImports.id, row.id))
    .run()
  const { id, rowsCreated: created, rowsUpdated: updated, rowsRejected: rejected } = row
  notify(db, {
    ...{ kind: 'import_done', memberIds: [row.memberId], dedupeKey: `import:${id}` },
    data: { importId: id, created, updated, rejected },
  })
  recordChange(db, 'contact.changed', { data: { importId: id, readBy: row.memberId } })
}
