import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { signalTenant } from '#app/tenancy/signals.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { CUSTOMER, drained, messagesOf, rows, until } from './whatsapp.ts'
import type { WhatsAppBench } from './whatsapp.ts'

/** What a test of sending asks of the hotel: its customers, its queue, its vendor's outbox. */
export function hotelOf(bench: WhatsAppBench) {
  const { fake, hotel } = bench
  const find = (id: number) => messagesOf(hotel).find((one) => one.id === id)

  /** The customer writes first: that opens the window. @returns the conversation */
  async function customerWrites(from: string = CUSTOMER, text = 'hello'): Promise<number> {
    const sender = from.includes('.') ? { userId: from } : { from }
    const result = await fake.deliverInbound(hotel.phoneNumberId, { type: 'text', text, ...sender })
    await drained(hotel)
    const id = result.ids[0] ?? ''
    return messagesOf(hotel).find((one) => one.provider_id === id)?.conversation_id ?? 0
  }

  function queue(conversationId: number, text: string, extra: object = {}): number {
    const author = { kind: 'member', memberId: 1 } as const
    const result = queueMessage(hotel.company.db, { conversationId, author, text, ...extra })
    if (!result.ok) throw new Error(result.reason)
    return result.messageId
  }

  /** Makes every waiting job of a kind due now, as time would. */
  function skipWaiting(kind: string): void {
    const { db, entry } = hotel.company
    sqliteOf(db).prepare(`update jobs set run_at = 0 where kind = ? and state = 'queued'`).run(kind)
    signalTenant(entry.id, 'jobs')
  }

  return {
    ...{ customerWrites, queue, find, skipWaiting },
    becomes: (id: number, status: string) =>
      until(
        () => find(id)?.status,
        (seen) => seen === status,
      ),
    sent: () => fake.sent(hotel.phoneNumberId),
    attempts: (id: number) =>
      rows(hotel, 'select number, state from message_attempts where message_id = ?', id),
  }
}

export type Hotel = ReturnType<typeof hotelOf>
