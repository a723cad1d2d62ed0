import { CSV_BEGIN, toCsvLine } from '#app/domain/spreadsheets/csv.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listAudit } from './list.server.ts'
import type { AuditEntry, AuditFilter } from './list.server.ts'
import { recordAudit } from './record.server.ts'

/** Read and written at a time. */
const BATCH_ROWS = 500

export type AuditFormat = 'csv' | 'json'

const COLUMNS = [
  ...['id', 'at', 'actorKind', 'actorId', 'actorName', 'action', 'subjectKind', 'subjectId'],
  ...['details', 'previousHash', 'hash'],
] as const

/**
 * The log as a file, the newest entry first, piece by piece. That it was taken out is recorded
 * before the first piece, and is in it when the filter lets it.
 *
 * @param filter as on the page; kept with the record
 */
export function exportAudit(
  db: TenantDb,
  member: { id: number; name: string },
  { filter, format }: { filter: AuditFilter; format: AuditFormat },
): AsyncGenerator<string> {
  inTransaction(db, () => {
    const actor = { kind: 'member', id: member.id, name: member.name } as const
    const given = Object.entries(filter).filter(([, value]) => value !== undefined)
    const details = { format, ...Object.fromEntries(given) }
    recordAudit(db, actor, { action: 'audit.exported', subjectKind: 'audit', details })
  })
  return format === 'csv' ? writeCsv(db, filter) : writeJson(db, filter)
}

async function* writeCsv(db: TenantDb, filter: AuditFilter): AsyncGenerator<string> {
  yield CSV_BEGIN + toCsvLine([...COLUMNS])
  for (const rows of batches(db, filter)) yield rows.map(toLine).join('')
}

async function* writeJson(db: TenantDb, filter: AuditFilter): AsyncGenerator<string> {
  let before = '[\n'
  for (const rows of batches(db, filter)) {
    if (rows.length === 0) continue
    yield before + rows.map((row) => JSON.stringify(row)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function* batches(db: TenantDb, filter: AuditFilter): Generator<AuditEntry[]> {
  let before: number | undefined
  do {
    const { rows, next } = listAudit(db, filter, { before, limit: BATCH_ROWS })
    yield rows
    before = next
  } while (before !== undefined)
}

function toLine({ at, details, ...row }: AuditEntry): string {
  const shown = { ...row, at: new Date(at).toISOString(), details: JSON.stringify(details) }
  return toCsvLine(COLUMNS.map((name) => shown[name]))
}
