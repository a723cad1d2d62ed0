import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'

/** What WhatsApp says became of a message that it took. */
export type Delivery = {
  vendorId: string
  /** our own row, where the request named it; news may come before the answer to it */
  messageId?: number
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  /** why, of one that failed */
  reason?: string
}

/**
 * Notes what became of a reminder by WhatsApp. News come twice and in any order: what arrived
 * once has arrived, and one that was read is not unread.
 *
 * @returns whether it was one of ours
 */
export function noteDelivery(platform: PlatformDb, news: Delivery, at: number): boolean {
  const { vendorId, messageId = null, status, reason = 'refused' } = news
  const row = { vendorId, messageId, at, reason }
  return inPlatformTransaction(platform, () => {
    const id = platformSqliteOf(platform)
      .prepare<[typeof row], number>(
        `select id from billing_messages where channel = 'whatsapp'
           and (vendor_id = @vendorId or (vendor_id is null and id = @messageId))`,
      )
      .pluck()
      .get(row)
    if (id === undefined) return false
    platformSqliteOf(platform)
      .prepare(
        `update billing_messages set vendor_id = @vendorId, updated_at = @at, ${changes[status]}
         where id = @id`,
      )
      .run({ ...row, id })
    return true
  })
}

const arrived = `status = 'sent', reason = null, delivered_at = coalesce(delivered_at, @at)`
const changes: Record<Delivery['status'], string> = {
  sent: `status = case status when 'waiting' then 'sent' else status end`,
  delivered: arrived,
  read: `${arrived}, read_at = coalesce(read_at, @at)`,
  played: `${arrived}, read_at = coalesce(read_at, @at)`,
  failed: `status = case when delivered_at is null then 'failed' else status end,
    reason = case when delivered_at is null then @reason else reason end`,
}
