import { eq } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findLeadField } from './fields.server.ts'
import { findFieldRow, tellFieldChange, writeField } from './record.server.ts'
import type { FieldRow } from './record.server.ts'
import { parseFieldValue } from './value.ts'

/** What somebody read out of a conversation, not yet believed. */
export type ReadValue = {
  field: string
  /** as `parseFieldValue` takes it */
  value: string
  messageId: number
}

export type Applied = { written: number; suggested: number; refused: number }

type Source = { id: number; createdAt: number }
type Fate = keyof Applied | undefined

/**
 * Writes what was read into a lead. A value counts only if the field exists in the company's
 * trade, its form is right and its message is the customer's own in this conversation. Nothing
 * a person decided is overwritten: what the customer said afterwards is shown beside it, what
 * they had said before is settled. The same reading twice changes nothing.
 */
export function applyReading(
  db: TenantDb,
  reading: { leadId: number; conversationId: number; values: readonly ReadValue[] },
): Applied {
  const { leadId, conversationId, values } = reading
  const applied: Applied = { written: 0, suggested: 0, refused: 0 }
  inTransaction(db, () => {
    for (const value of values) {
      const fate = applyOne(db, { leadId, conversationId, value })
      if (fate) applied[fate] += 1
    }
    if (applied.written + applied.suggested > 0) tellFieldChange(db, leadId)
  })
  return applied
}

function applyOne(
  db: TenantDb,
  order: { leadId: number; conversationId: number; value: ReadValue },
): Fate {
  const { leadId, conversationId, value: read } = order
  const field = findLeadField(db, read.field)
  const parsed = field && parseFieldValue(field, read.value, getCompany(db).currency)
  const source = findSource(db, conversationId, read.messageId)
  if (!parsed?.ok || !source) return 'refused'
  const row = findFieldRow(db, leadId, read.field)
  const { value } = parsed
  if (row && row.state !== 'proposed') return suggest(db, row, { value, source })
  if (row && (row.value === value || source.id < (row.messageId ?? 0))) return undefined
  const at = Date.now()
  writeField(
    db,
    {
      ...{ leadId, field: read.field, value, source: 'ai', messageId: source.id },
      ...{ state: 'proposed', byMemberId: null, updatedAt: at },
      ...{ suggestedValue: null, suggestedMessageId: null },
    },
    { action: 'read', value, messageId: source.id, at },
  )
  return 'written'
}

function suggest(
  db: TenantDb,
  row: FieldRow,
  { value, source }: { value: string; source: Source },
): Fate {
  const isSettled = source.createdAt <= row.updatedAt || row.value === value
  const isOlder = source.id < (row.suggestedMessageId ?? 0) || row.suggestedValue === value
  if (isSettled || isOlder) return undefined
  const suggestion = { suggestedValue: value, suggestedMessageId: source.id }
  const change = { action: 'suggested', value, messageId: source.id, at: Date.now() } as const
  writeField(db, { ...row, ...suggestion }, change)
  return 'suggested'
}

/** The customer's own message in this very conversation, and nobody else's anywhere. */
function findSource(db: TenantDb, conversationId: number, id: number): Source | undefined {
  const { createdAt, direction, deletedAt } = messages
  const row = db
    .select({ id: messages.id, in: messages.conversationId, createdAt, direction, deletedAt })
    .from(messages)
    .where(eq(messages.id, id))
    .get()
  const isTheirs = row?.in === conversationId && row.direction === 'inbound'
  return isTheirs && row.deletedAt === null ? { id, createdAt: row.createdAt } : undefined
}
