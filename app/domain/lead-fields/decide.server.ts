import { getCompany } from '#app/domain/company/queries.server.ts'
import { findLead } from '#app/domain/leads/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findLeadField } from './fields.server.ts'
import { findFieldRow, tellFieldChange, writeField } from './record.server.ts'
import type { FieldAction, FieldRow } from './record.server.ts'
import { parseFieldValue } from './value.ts'
import type { FieldProblem } from './value.ts'

export type FieldTarget = { leadId: number; key: string }
export type DecideResult = { ok: true } | { ok: false; reason: 'not_found' | FieldProblem }

const GONE = { ok: false, reason: 'not_found' } as const

/** A person says that what was read is right; `suggestion` takes the newer reading instead. */
export function confirmField(
  db: TenantDb,
  actor: Actor,
  { suggestion, ...target }: FieldTarget & { suggestion?: boolean },
): DecideResult {
  return inTransaction(db, () => {
    const row = findOwnRow(db, actor, target)
    const value = suggestion ? row?.suggestedValue : row?.value
    if (!row || !value) return GONE
    const messageId = suggestion ? row.suggestedMessageId : row.messageId
    const source = suggestion ? 'ai' : row.source
    const decided = { ...row, value, messageId, source, state: 'confirmed' } as const
    return decide(db, actor, decided, { action: 'confirmed', value })
  })
}

/** A person writes what is right, whatever was read. */
export function correctField(
  db: TenantDb,
  actor: Actor,
  { raw, ...target }: FieldTarget & { raw: string },
): DecideResult {
  return inTransaction(db, () => {
    const field = findLeadField(db, target.key)
    if (!field || !findLead(db, actor, target.leadId)) return GONE
    const parsed = parseFieldValue(field, raw, getCompany(db).currency)
    if (!parsed.ok) return parsed
    const { value } = parsed
    const before = findFieldRow(db, target.leadId, target.key)
    // Typing what was read is the same as confirming it: the source stays.
    const isSame = before?.value === value
    const row = {
      ...{ leadId: target.leadId, field: target.key, value, state: 'confirmed' as const },
      ...{ source: isSame ? before.source : ('member' as const), suggestedValue: null },
      ...{ messageId: isSame ? before.messageId : null, suggestedMessageId: null },
      ...{ byMemberId: actor.id, updatedAt: 0 },
    }
    return decide(db, actor, row, { action: isSame ? 'confirmed' : 'corrected', value })
  })
}

/** A person says that it is not so and that nothing is known. */
export function clearField(db: TenantDb, actor: Actor, target: FieldTarget): DecideResult {
  return inTransaction(db, () => {
    const row = findOwnRow(db, actor, target)
    if (!row || row.state === 'rejected') return GONE
    const cleared = { ...row, value: '', messageId: null, state: 'rejected' } as const
    return decide(db, actor, cleared, { action: 'cleared', value: row.value })
  })
}

/** A person keeps what stands against what was read later. */
export function dismissSuggestion(db: TenantDb, actor: Actor, target: FieldTarget): DecideResult {
  return inTransaction(db, () => {
    const row = findOwnRow(db, actor, target)
    if (!row?.suggestedValue) return GONE
    return decide(db, actor, row, { action: 'dismissed', value: row.suggestedValue })
  })
}

function findOwnRow(db: TenantDb, actor: Actor, { leadId, key }: FieldTarget) {
  const isKnown = findLeadField(db, key) && findLead(db, actor, leadId)
  return isKnown ? findFieldRow(db, leadId, key) : undefined
}

/** What a person decides stands against everything the customer has said until then. */
function decide(
  db: TenantDb,
  actor: Actor,
  row: FieldRow,
  done: { action: FieldAction; value: string },
): DecideResult {
  const at = Date.now()
  const decided = { suggestedValue: null, suggestedMessageId: null, byMemberId: actor.id }
  const { messageId } = row
  writeField(
    db,
    { ...row, ...decided, updatedAt: at },
    { ...done, messageId, byMemberId: actor.id, at },
  )
  tellFieldChange(db, row.leadId)
  return { ok: true }
}
