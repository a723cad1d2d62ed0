import { recordChange } from '#app/domain/changes/record.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { insertRow, moveRows, moveRowsBack } from './move-rows.server.ts'
import type { MovedRows, StoredRow } from './move-rows.server.ts'
import { overwrite, readRow, takeBack } from './overwrite.server.ts'
import type { Overwritten } from './overwrite.server.ts'
import { conversationMerges } from './schema.server.ts'

type Undo = { merged: StoredRow; moved: MovedRows; overwritten: Overwritten }

/**
 * Makes two conversations one, in the order of their messages' time. The younger row stays and
 * the elder goes, so that its number is never given to another; who asks for it is led to the
 * one that stayed (`findMergedConversation`).
 *
 * @param byMemberId null when the product recognised one person by itself
 * @returns the id that stays
 */
export function mergeConversations(
  db: TenantDb,
  pair: { aId: number; bId: number },
  byMemberId: number | null,
): { survivorId: number; mergeId: number } {
  const survivorId = Math.max(pair.aId, pair.bId)
  const mergedId = Math.min(pair.aId, pair.bId)
  const survivor = getRow(db, survivorId)
  const merged = getRow(db, mergedId)
  const moved = moveRows(db, 'conversation_id', mergedId, survivorId)
  sqliteOf(db).prepare('delete from conversations where id = ?').run(mergedId)
  const values = { ...together(survivor, merged), last_message_id: lastMessageId(db, survivorId) }
  const undo: Undo = {
    ...{ merged, moved },
    overwritten: overwrite(db, 'conversations', survivor, values),
  }
  const undoJson = JSON.stringify(undo)
  const { id: mergeId } = db
    .insert(conversationMerges)
    .values({ survivorId, mergedId, undoJson, byMemberId, at: Date.now() })
    .returning({ id: conversationMerges.id })
    .get()
  if (byMemberId !== null) {
    const actor = { kind: 'member', memberId: byMemberId } as const
    recordEvent(db, survivorId, { kind: 'merged', actor, data: { mergedId } })
  }
  recordChange(db, 'conversation.changed', { conversationId: survivorId })
  recordChange(db, 'conversation.changed', {
    ...{ conversationId: mergedId, data: { mergedInto: survivorId } },
  })
  return { survivorId, mergeId }
}

/** Makes them two again; messages that came since stay with the one that stayed. */
export function splitConversations(
  db: TenantDb,
  merge: { survivorId: number; mergedId: number; undoJson: string },
): void {
  const { merged, moved, overwritten } = JSON.parse(merge.undoJson) as Undo
  takeBack(db, 'conversations', merge.survivorId, overwritten)
  insertRow(db, 'conversations', merged)
  if (!readRow(db, 'conversations', merge.mergedId)) {
    // Meanwhile the line has another open conversation: this one comes back closed.
    insertRow(db, 'conversations', { ...merged, status: 'closed', closed_at: Date.now() })
  }
  moveRowsBack(db, 'conversation_id', {
    ...{ from: merge.mergedId, to: merge.survivorId, moved },
  })
  const last = lastMessageId(db, merge.survivorId)
  sqliteOf(db)
    .prepare(
      `update conversations set last_message_id = :last, last_message_at =
         coalesce((select sort_at from messages where id = :last), last_message_at) where id = :id`,
    )
    .run({ last, id: merge.survivorId })
  for (const conversationId of [merge.survivorId, merge.mergedId])
    recordChange(db, 'conversation.changed', { conversationId })
}

/** The conversation that a merged one has become; follows chains. */
export function findMergedConversation(db: TenantDb, id: number): number | undefined {
  return sqliteOf(db)
    .prepare<[number], { id: number }>(
      `with recursive chain(id, depth) as (
         select ?, 0 union all
         select m.survivor_id, depth + 1 from chain
         join conversation_merges m on m.merged_id = chain.id and m.undone_at is null
         where depth < 50
       ) select c.id from chain join conversations c on c.id = chain.id
       order by depth desc limit 1`,
    )
    .get(id)?.id
}

/** What two conversations are together: open if one is, and owned by whoever owns one. */
function together(survivor: StoredRow, merged: StoredRow): StoredRow {
  const isMergedLive = survivor['status'] === 'closed' && merged['status'] !== 'closed'
  const live = isMergedLive ? merged : survivor
  const either = (name: string) => live[name] ?? (live === merged ? survivor : merged)[name] ?? null
  const numbers = (name: string) =>
    [survivor[name], merged[name]].filter((value) => typeof value === 'number')
  const most = (name: string) => (numbers(name).length > 0 ? Math.max(...numbers(name)) : null)
  const least = (name: string) => (numbers(name).length > 0 ? Math.min(...numbers(name)) : null)
  const isOpen = live['status'] !== 'closed'
  const assignedTo = isOpen
    ? openOwner(survivor, merged, either('assigned_to'))
    : live['assigned_to']
  return {
    ...pick(live, ['status', 'outcome', 'closed_at', 'closed_by', 'closed_reason']),
    ...pick(live, ['snoozed_until', 'snoozed_by', 'is_archived', 'archived_at']),
    assigned_to: assignedTo ?? null,
    queued_at: assignedTo === null && isOpen ? least('queued_at') : null,
    priority_id: either('priority_id'),
    needs_person_at: isOpen ? least('needs_person_at') : null,
    needs_person_reason: isOpen ? either('needs_person_reason') : null,
    unanswered_since: isOpen ? least('unanswered_since') : null,
    ai_state: strictest([survivor['ai_state'], merged['ai_state']]),
    has_media: most('has_media'),
    created_at: least('created_at'),
    last_message_at: most('last_message_at'),
    last_inbound_id: most('last_inbound_id'),
    last_inbound_provider_at: most('last_inbound_provider_at'),
    updated_at: Date.now(),
  }
}

/** An owner of the closed one is nobody's owner any more. */
function openOwner(survivor: StoredRow, merged: StoredRow, either: StoredRow[string]) {
  if (survivor['status'] !== 'closed' && merged['status'] !== 'closed') return either
  return (survivor['status'] === 'closed' ? merged : survivor)['assigned_to']
}

function strictest(states: (StoredRow[string] | undefined)[]): string {
  if (states.includes('off')) return 'off'
  return states.includes('paused') ? 'paused' : 'on'
}

/** Only columns that there are: a row read from the file names them. */
function pick(row: StoredRow, names: string[]): StoredRow {
  return Object.fromEntries(
    names.flatMap((name) => (name in row ? [[name, row[name] ?? null]] : [])),
  )
}

function lastMessageId(db: TenantDb, conversationId: number): number | null {
  const row = sqliteOf(db)
    .prepare<[number], { id: number }>(
      'select id from messages where conversation_id = ? order by sort_at desc, id desc limit 1',
    )
    .get(conversationId)
  return row?.id ?? null
}

function getRow(db: TenantDb, id: number): StoredRow {
  const row = readRow(db, 'conversations', id)
  if (!row) throw new Error(`No conversation ${id}`)
  return row
}
