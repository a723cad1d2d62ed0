import { recordAudit } from '#app/domain/audit/record.server.ts'
import { MERGE_UNDO_MS } from '#app/domain/contacts/merge-list.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { blankMessages, removeFiles } from './blank-messages.server.ts'
import { erasePerson } from './erase.server.ts'

const DAY_MS = 86_400_000
const MESSAGES_PER_BATCH = 300
const PEOPLE_PER_RUN = 200
/** Rows of files that were never imported, and those that were refused. */
const IMPORT_ROWS_KEPT_MS = 30 * DAY_MS
const RUN_MS_MAX = 30_000

export type Retention = {
  /** days that texts and files are kept; null keeps them */
  messagesDays: number | null
  /** days after the last sign of life that a person is erased; null keeps them */
  contactsDays: number | null
}

export function getRetention(db: TenantDb): Retention {
  return sqliteOf(db)
    .prepare<[], Retention>(
      `select retention_messages_days as messagesDays, retention_contacts_days as contactsDays
       from company`,
    )
    .get() as Retention
}

/** Changes how long things are kept; it is acted on within a day. */
export function saveRetention(db: TenantDb, member: SignedInMember, rules: Retention): void {
  inTransaction(db, () => {
    sqliteOf(db)
      .prepare('update company set retention_messages_days = ?, retention_contacts_days = ?')
      .run(rules.messagesDays, rules.contactsDays)
    const actor = { kind: 'member', id: member.id, name: member.name } as const
    recordAudit(db, actor, { action: 'settings.retention', details: { ...rules } })
  })
}

/** Asks for the day's tidying, once a day. */
export function retentionLater(db: TenantDb, now: number): void {
  enqueue(db, 'contacts.retention', {}, { key: `day:${Math.floor(now / DAY_MS)}` })
}

/** Job contacts.retention: what is past its time goes, in batches that hold nobody up. */
export async function keepRetention(
  db: TenantDb,
  now = Date.now(),
): Promise<{ retryAfterMs: number } | undefined> {
  pruneLeftovers(db, now)
  const { messagesDays, contactsDays } = getRetention(db)
  const startedAt = Date.now()
  while (messagesDays !== null && (await blankBatch(db, now - messagesDays * DAY_MS))) {
    if (Date.now() - startedAt > RUN_MS_MAX) return { retryAfterMs: 0 }
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (contactsDays === null) return undefined
  return erasePast(db, now - contactsDays * DAY_MS, startedAt)
}

/** Blanks the next messages that are older. @returns whether there may be more */
async function blankBatch(db: TenantDb, before: number): Promise<boolean> {
  const { isFull, fileIds } = inTransaction(db, () => {
    const rows = sqliteOf(db)
      .prepare<[number], { id: number }>(
        `select id from messages where id > (select retention_message_id from company)
           and created_at < ? order by id limit ${MESSAGES_PER_BATCH}`,
      )
      .all(before)
    const ids = rows.map((row) => row.id)
    const last = ids.at(-1)
    if (last === undefined) return { isFull: false, fileIds: [] }
    const fileIds = blankMessages(db, ids)
    sqliteOf(db).prepare('update company set retention_message_id = ?').run(last)
    const actor = { kind: 'system', id: null, name: 'Baraza' } as const
    const details = { messages: ids.length, files: fileIds.length }
    recordAudit(db, actor, { action: 'retention.messages', details })
    return { isFull: ids.length === MESSAGES_PER_BATCH, fileIds }
  })
  await removeFiles(db, fileIds)
  return isFull
}

async function erasePast(db: TenantDb, before: number, startedAt: number) {
  const rows = sqliteOf(db)
    .prepare<[number], { id: number }>(
      // The very expression of the index, or it would not be used.
      `select id from contacts where coalesce(last_message_at, created_at) < ?
         and deleted_at is null and merged_into is null
         and not exists (select 1 from conversations c where c.contact_id = contacts.id
           and c.status <> 'closed')
       order by coalesce(last_message_at, created_at) limit ${PEOPLE_PER_RUN}`,
    )
    .all(before)
  for (const { id } of rows) {
    await erasePerson(db, id, { kind: 'system', id: null, name: 'Baraza' })
    if (Date.now() - startedAt > RUN_MS_MAX) return { retryAfterMs: 0 }
  }
  return rows.length === PEOPLE_PER_RUN ? { retryAfterMs: 0 } : undefined
}

/** What is kept for a while only: ways back from merges, and rows of imports. */
function pruneLeftovers(db: TenantDb, now: number): void {
  const sqlite = sqliteOf(db)
  for (const table of ['contact_merges', 'conversation_merges']) {
    sqlite
      .prepare(`update ${table} set undo_json = '{}' where at < ? and undo_json <> '{}'`)
      .run(now - MERGE_UNDO_MS)
  }
  const old = 'import_id in (select id from contact_imports where created_at < ?)'
  for (const table of ['contact_import_rows', 'contact_import_rejections'])
    sqlite.prepare(`delete from ${table} where ${old}`).run(now - IMPORT_ROWS_KEPT_MS)
  sqlite
    .prepare(
      `update contact_imports set state = 'failed', failure_reason = 'import_expired'
       where state = 'mapping' and created_at < ?`,
    )
    .run(now - IMPORT_ROWS_KEPT_MS)
}
