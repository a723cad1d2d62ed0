import { and, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { members } from '#app/domain/members/schema.server.ts'
import type { LeadField } from '#app/industries/lead-field.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leadFieldsOf } from './fields.server.ts'
import { leadFieldChanges, leadFieldValues as v } from './schema.server.ts'

const CHANGES_MAX = 50

/** A field as a page shows it: what it is called, what is known and who says so. */
export type ShownField = Pick<LeadField, 'key' | 'kind' | 'label' | 'isOnCard'> & {
  options: Pick<LeadField['options'][number], 'value' | 'label'>[]
  /** null when nothing is known */
  value: string | null
  state: 'proposed' | 'confirmed' | 'rejected' | null
  /** the customer's message it was read from */
  messageId: number | null
  byName: string | null
  at: number | null
  /** read after a person had decided */
  suggestion: { value: string; messageId: number | null } | null
}

/** Every field of the trade with what is known, per lead; the caller has checked their reach. */
export function listFieldsOf(db: TenantDb, leadIds: readonly number[]): Map<number, ShownField[]> {
  const rows = leadIds.length === 0 ? [] : selectValues(db, leadIds)
  const fields = leadFieldsOf(db)
  return new Map(
    leadIds.map((leadId) => [
      leadId,
      fields.map((field) =>
        toShown(
          field,
          rows.find((row) => row.leadId === leadId && row.field === field.key),
        ),
      ),
    ]),
  )
}

export type CardFact = ShownField & { leadId: number }

/** What is known of leads, for where there is room for little; confirmed or not. */
export function listCardFacts(db: TenantDb, leadIds: readonly number[]): CardFact[] {
  const fields = leadFieldsOf(db).filter(({ isOnCard }) => isOnCard)
  const rows = leadIds.length === 0 ? [] : selectValues(db, leadIds)
  return fields.flatMap((field) =>
    rows
      .filter((row) => row.field === field.key && row.value !== '')
      .map((row) => ({
        leadId: row.leadId,
        ...toShown(field, row),
      })),
  )
}

/** What happened to one field of a lead, newest first; the caller has checked its reach. */
export function listFieldChanges(db: TenantDb, leadId: number, key: string) {
  const { id, action, value, messageId, at } = leadFieldChanges
  return db
    .select({ id, action, value, messageId, at, byName: members.name })
    .from(leadFieldChanges)
    .leftJoin(members, eq(members.id, leadFieldChanges.byMemberId))
    .where(and(eq(leadFieldChanges.leadId, leadId), eq(leadFieldChanges.field, key)))
    .orderBy(desc(id))
    .limit(CHANGES_MAX)
    .all()
}

function selectValues(db: TenantDb, leadIds: readonly number[]) {
  const by = alias(members, 'decided_by')
  return db
    .select({
      ...{ leadId: v.leadId, field: v.field, value: v.value, state: v.state },
      ...{ messageId: v.messageId, at: v.updatedAt, byName: by.name },
      ...{ suggestedValue: v.suggestedValue, suggestedMessageId: v.suggestedMessageId },
    })
    .from(v)
    .leftJoin(by, eq(by.id, v.byMemberId))
    .where(inArray(v.leadId, [...leadIds]))
    .all()
}

function toShown(
  field: LeadField,
  row: ReturnType<typeof selectValues>[number] | undefined,
): ShownField {
  const { key, kind, label, isOnCard } = field
  return {
    ...{ key, kind, label, isOnCard },
    options: field.options.map((one) => ({ value: one.value, label: one.label })),
    ...{ value: row?.value || null, state: row?.state ?? null },
    ...{ messageId: row?.messageId ?? null, byName: row?.byName ?? null, at: row?.at ?? null },
    suggestion: row?.suggestedValue
      ? { value: row.suggestedValue, messageId: row.suggestedMessageId }
      : null,
  }
}
