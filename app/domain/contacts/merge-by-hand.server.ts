import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { mergeConversations, splitConversations } from './merge-conversations.server.ts'
import { MERGE_UNDO_MS } from './merge-list.server.ts'
import { mergeContacts } from './merge.server.ts'
import type { ContactMergeUndo, MergeChoice } from './merge.server.ts'
import { insertRow, moveRowsBack } from './move-rows.server.ts'
import { overwrite, readRow, takeBack } from './overwrite.server.ts'
import { findContact } from './reach.server.ts'
import { contactMerges, conversationMerges } from './schema.server.ts'
import { recomputeScore } from './score.server.ts'

export type MergeResult = { ok: true; id: number } | { ok: false; reason: MergeRefusal }
export type MergeRefusal = 'not_found' | 'merge_same' | 'merge_other_line' | 'merge_too_late'

/** Somebody decides that two contacts are one person, and what survives of each. */
export function mergeContactsByHand(
  db: TenantDb,
  member: SignedInMember,
  merge: { keepId: number; goneId: number; choice: MergeChoice },
): MergeResult {
  return inTransaction(db, () => {
    const { keepId, goneId, choice } = merge
    if (keepId === goneId) return { ok: false, reason: 'merge_same' }
    if (!findContact(db, member, keepId) || !findContact(db, member, goneId))
      return { ok: false, reason: 'not_found' }
    mergeContacts(db, keepId, goneId, { memberId: member.id, choice })
    audit(db, member, { action: 'contact.merged', id: keepId, details: { mergedId: goneId } })
    return { ok: true, id: keepId }
  })
}

/** Makes two of one again, for 30 days. @returns the id of the contact that stayed */
export function undoContactMerge(
  db: TenantDb,
  member: SignedInMember,
  mergeId: number,
  now = Date.now(),
): MergeResult {
  return inTransaction(db, () => {
    const row = db.select().from(contactMerges).where(eq(contactMerges.id, mergeId)).get()
    if (!row || row.undoneAt !== null || !findContact(db, member, row.survivorId))
      return { ok: false, reason: 'not_found' }
    if (row.at < now - MERGE_UNDO_MS) return { ok: false, reason: 'merge_too_late' }
    const undo = JSON.parse(row.undoJson) as ContactMergeUndo
    const signpost = readRow(db, 'contacts', row.mergedId)
    if (!signpost) return { ok: false, reason: 'not_found' }
    overwrite(db, 'contacts', signpost, undo.merged)
    moveRowsBack(db, 'contact_id', {
      ...{ from: row.mergedId, to: row.survivorId, moved: undo.moved },
    })
    takeBack(db, 'contacts', row.survivorId, undo.overwritten)
    for (const value of undo.fields) insertRow(db, 'contact_field_values', value)
    for (const consent of undo.consents) insertRow(db, 'contact_consents', consent)
    splitAll(db, undo.conversationMergeIds, now)
    db.update(contactMerges).set({ undoneAt: now }).where(eq(contactMerges.id, mergeId)).run()
    for (const contactId of [row.survivorId, row.mergedId]) {
      recomputeScore(db, contactId)
      recordChange(db, 'contact.changed', { data: { contactId } })
    }
    const details = { mergedId: row.mergedId }
    audit(db, member, { action: 'contact.merge_undone', id: row.survivorId, details })
    return { ok: true, id: row.survivorId }
  })
}

/** Makes two conversations of one contact on one line into one. */
export function mergeConversationsByHand(
  db: TenantDb,
  member: SignedInMember,
  pair: { contactId: number; aId: number; bId: number },
): MergeResult {
  return inTransaction(db, () => {
    if (pair.aId === pair.bId) return { ok: false, reason: 'merge_same' }
    const rows = db
      .select()
      .from(conversations)
      .where(and(inArray(conversations.id, [pair.aId, pair.bId]), reachable(db, member)))
      .all()
    const [a, b] = rows
    if (!a || !b || a.contactId !== b.contactId || a.contactId !== pair.contactId)
      return { ok: false, reason: 'not_found' }
    if (a.endpointId !== b.endpointId) return { ok: false, reason: 'merge_other_line' }
    const { survivorId } = mergeConversations(db, pair, member.id)
    const details = { mergedId: Math.min(pair.aId, pair.bId), contactId: a.contactId }
    audit(db, member, { action: 'conversation.merged', id: survivorId, details })
    return { ok: true, id: survivorId }
  })
}

/** Makes them two again, for 30 days. @returns the id of their contact */
export function undoConversationMerge(
  db: TenantDb,
  member: SignedInMember,
  mergeId: number,
  now = Date.now(),
): MergeResult {
  return inTransaction(db, () => {
    const row = db.select().from(conversationMerges).where(eq(conversationMerges.id, mergeId)).get()
    const survivor =
      row &&
      db
        .select({ contactId: conversations.contactId })
        .from(conversations)
        .where(and(eq(conversations.id, row.survivorId), reachable(db, member)))
        .get()
    if (!row || row.undoneAt !== null || !survivor) return { ok: false, reason: 'not_found' }
    if (row.at < now - MERGE_UNDO_MS) return { ok: false, reason: 'merge_too_late' }
    splitAll(db, [mergeId], now)
    const details = { mergedId: row.mergedId }
    audit(db, member, { action: 'conversation.merge_undone', id: row.survivorId, details })
    return { ok: true, id: survivor.contactId }
  })
}

function splitAll(db: TenantDb, mergeIds: number[], now: number): void {
  for (const id of mergeIds.toReversed()) {
    const row = db.select().from(conversationMerges).where(eq(conversationMerges.id, id)).get()
    if (!row || row.undoneAt !== null) continue
    splitConversations(db, row)
    db.update(conversationMerges).set({ undoneAt: now }).where(eq(conversationMerges.id, id)).run()
  }
}

function audit(
  db: TenantDb,
  member: SignedInMember,
  entry: { action: string; id: number; details: Record<string, unknown> },
): void {
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  const { action, id: subjectId, details } = entry
  const subjectKind = action.split('.')[0] as string
  recordAudit(db, actor, { action, subjectKind, subjectId, details })
}
