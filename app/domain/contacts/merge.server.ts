import { recordChange } from '#app/domain/changes/record.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { mergeConsents } from './merge-consents.server.ts'
import { mergeConversations } from './merge-conversations.server.ts'
import { moveRows } from './move-rows.server.ts'
import type { MovedRows, StoredRow } from './move-rows.server.ts'
import { overwrite, readRow } from './overwrite.server.ts'
import type { Overwritten } from './overwrite.server.ts'
import { contactMerges } from './schema.server.ts'
import { recomputeScore } from './score.server.ts'

/** Columns of which one person has one: the other's value can be chosen instead. */
export const mergeColumns = [
  ...(['name', 'phone', 'email', 'language', 'location', 'source', 'campaign'] as const),
  'owner_id',
] as const
export type MergeColumn = (typeof mergeColumns)[number]

export type MergeChoice = {
  /** columns taken from who goes, even where who stays has one */
  columns: MergeColumn[]
  /** own fields taken from who goes */
  fieldIds: number[]
}

/** Everything that is needed to make two of one again. */
export type ContactMergeUndo = {
  mergedName: string
  merged: StoredRow
  moved: MovedRows
  overwritten: Overwritten
  /** own fields and consents of who stays that gave way */
  fields: StoredRow[]
  consents: StoredRow[]
  conversationMergeIds: number[]
}

/**
 * Makes two contacts one: the first stays, everything of the second becomes its own. Two open
 * conversations on one endpoint become one as well. Of the second a signpost stays, so that its
 * number is nobody else's and the merge can be undone (`undoMerge`).
 *
 * @param by who decided and what survives; left out, the product recognised one person by itself
 * @returns the id that stays
 */
export function mergeContacts(
  db: TenantDb,
  keepId: number,
  goneId: number,
  by?: { memberId: number; choice: MergeChoice },
): number {
  const keep = getRow(db, keepId)
  const gone = getRow(db, goneId)
  const conversationMergeIds = openPairs(db, keepId, goneId).map(
    (pair) => mergeConversations(db, pair, by?.memberId ?? null).mergeId,
  )
  const fields = giveWay(db, keepId, goneId, by?.choice.fieldIds ?? [])
  const consents = mergeConsents(db, keepId, goneId)
  const moved = moveRows(db, 'contact_id', goneId, keepId)
  const overwritten = overwrite(
    db,
    'contacts',
    keep,
    together(keep, gone, by?.choice.columns ?? []),
  )
  leaveSignpost(db, gone, keepId)
  const undo: ContactMergeUndo = {
    mergedName: String(gone['name'] ?? '') || String(gone['phone'] ?? ''),
    ...{ merged: gone, moved, overwritten, fields, consents, conversationMergeIds },
  }
  db.insert(contactMerges)
    .values({
      ...{ survivorId: keepId, mergedId: goneId, undoJson: JSON.stringify(undo) },
      ...{ byMemberId: by?.memberId ?? null, at: Date.now() },
    })
    .run()
  recomputeScore(db, keepId)
  recordChange(db, 'contact.changed', { data: { contactId: keepId, mergedId: goneId } })
  return keepId
}

function openPairs(db: TenantDb, keepId: number, goneId: number) {
  return sqliteOf(db)
    .prepare<[number, number], { aId: number; bId: number }>(
      `select a.id as aId, b.id as bId from conversations a
       join conversations b on b.endpoint_id = a.endpoint_id and b.status <> 'closed'
       where a.contact_id = ? and a.status <> 'closed' and b.contact_id = ?`,
    )
    .all(keepId, goneId)
}

/** Takes the survivor's values of fields away that the other's were chosen for. */
function giveWay(db: TenantDb, keepId: number, goneId: number, fieldIds: number[]): StoredRow[] {
  return fieldIds.flatMap((fieldId) => {
    const rows = sqliteOf(db)
      .prepare<[number, number, number], StoredRow>(
        `select * from contact_field_values where contact_id = ? and field_id = ? and exists
           (select 1 from contact_field_values o where o.contact_id = ? and o.field_id = field_id)`,
      )
      .all(keepId, fieldId, goneId)
    sqliteOf(db)
      .prepare('delete from contact_field_values where contact_id = ? and field_id = ?')
      .run(rows.length > 0 ? keepId : 0, fieldId)
    return rows
  })
}

function together(keep: StoredRow, gone: StoredRow, taken: MergeColumn[]): StoredRow {
  const chosen = mergeColumns.map((name): [string, StoredRow[string]] => {
    const mine = keep[name] ?? null
    const theirs = gone[name] ?? null
    const isEmpty = mine === null || mine === ''
    const isTaken = taken.includes(name) && theirs !== null && theirs !== ''
    return [name, isEmpty || isTaken ? (theirs ?? mine) : mine]
  })
  const values: StoredRow = Object.fromEntries(chosen)
  const confirmed = (column: 'phone' | 'email') =>
    (values[column] === keep[column] ? keep : gone)[`${column}_verified_at`] ?? null
  const notes = [keep['notes'], gone['notes']].filter((text) => text !== '').join('\n')
  const newest = Math.max(
    Number(keep['last_message_at'] ?? 0),
    Number(gone['last_message_at'] ?? 0),
  )
  return {
    ...{ ...values, notes, last_message_at: newest || null, updated_at: Date.now() },
    ...{ phone_verified_at: confirmed('phone'), email_verified_at: confirmed('email') },
    blocked_at: keep['blocked_at'] ?? gone['blocked_at'] ?? null,
    created_at: Math.min(Number(keep['created_at']), Number(gone['created_at'])),
  }
}

/** No name, number or e-mail is left on it: neither search nor a vendor's message finds it. */
function leaveSignpost(db: TenantDb, gone: StoredRow, keepId: number): void {
  overwrite(db, 'contacts', gone, {
    ...{ name: '', phone: null, email: null, notes: '', location: '', source: '', campaign: '' },
    ...{ language: null, owner_id: null, last_message_at: null, merged_into: keepId },
  })
}

function getRow(db: TenantDb, id: number): StoredRow {
  const row = readRow(db, 'contacts', id)
  if (!row) throw new Error(`No contact ${id}`)
  return row
}
