import { platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'

export type BillingMessage = {
  id: number
  tenantId: string
  kind: string
  channel: 'email' | 'whatsapp'
  recipientName: string
  recipient: string
  valuesJson: string | null
  status: 'waiting' | 'sent' | 'failed'
  reason: string | null
  createdAt: number
  /** what WhatsApp said since */
  deliveredAt: number | null
  readAt: number | null
}

export type NewBillingMessage = {
  tenantId: string
  kind: string
  invoiceId: number | null
  channel: 'email' | 'whatsapp'
  /** the same message is written once */
  key: string
  recipientName: string
  /** an address or a number */
  recipient: string
  values?: string[]
  at: number
}

const SELECT = `select id, tenant_id as tenantId, kind, channel, recipient_name as recipientName,
  recipient, values_json as valuesJson, status, reason, created_at as createdAt,
  delivered_at as deliveredAt, read_at as readAt
  from billing_messages`

/** Writes down that somebody is written to. @returns undefined when that was noted before */
export function addBillingMessage(
  platform: PlatformDb,
  { values, ...message }: NewBillingMessage,
): number | undefined {
  const { changes, lastInsertRowid } = platformSqliteOf(platform)
    .prepare(
      `insert into billing_messages (tenant_id, kind, invoice_id, channel, key, recipient_name,
         recipient, values_json, created_at, updated_at)
       values (@tenantId, @kind, @invoiceId, @channel, @key, @recipientName, @recipient,
         @valuesJson, @at, @at)
       on conflict do nothing`,
    )
    .run({ ...message, valuesJson: values ? JSON.stringify(values) : null })
  return changes === 0 ? undefined : Number(lastInsertRowid)
}

export function findBillingMessage(platform: PlatformDb, id: number): BillingMessage | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], BillingMessage>(`${SELECT} where id = ?`)
    .get(id)
}

/** What became of a message; one that was sent stays so. */
export function noteBillingMessage(
  platform: PlatformDb,
  which: { id: number } | { key: string },
  outcome: { status: 'sent' | 'failed'; reason?: string; vendorId?: string; at: number },
): void {
  const { status, reason = null, vendorId = null, at } = outcome
  platformSqliteOf(platform)
    .prepare(
      `update billing_messages set status = @status, reason = @reason,
         vendor_id = coalesce(@vendorId, vendor_id), updated_at = @at
       where (id = @id or key = @key) and status <> 'sent'`,
    )
    .run({ id: null, key: null, ...which, status, reason, vendorId, at })
}

/** What was written about one invoice, or about a company's money at all, the newest first. */
export function listBillingMessages(
  platform: PlatformDb,
  about: { tenantId: string; invoiceId?: number },
): BillingMessage[] {
  const { tenantId, invoiceId = null } = about
  return platformSqliteOf(platform)
    .prepare<[Record<string, unknown>], BillingMessage>(
      `${SELECT} where tenant_id = @tenantId and (@invoiceId is null or invoice_id = @invoiceId)
       order by id desc limit 50`,
    )
    .all({ tenantId, invoiceId })
}
