import { openStateOf } from '#app/domain/company/holidays.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Stands in the message for when the company opens again. */
export const OPENS_PLACEHOLDER = '{opens}'

/** Somebody who wrote this recently is at their desk, whatever the hours say. */
const STILL_THERE_MS = 30 * 60_000

/**
 * Tells a customer that the company is closed, once per conversation and closed period, by the
 * channel's own outbox. Not where a colleague is answering all the same.
 *
 * @returns the message, or undefined when there is nothing to say
 */
export function tellOutOfHours(
  db: TenantDb,
  conversationId: number,
  now = Date.now(),
): number | undefined {
  const { outOfHoursMessage, language, timeZone } = getCompany(db)
  if (outOfHoursMessage.trim() === '') return undefined
  const hours = openStateOf(db, now)
  if (hours.isOpen || isSomebodyThere(db, conversationId, now)) return undefined
  const queued = queueMessage(db, {
    ...{ conversationId, author: { kind: 'system' }, now },
    text: withOpening(outOfHoursMessage, { opensAt: hours.opensAt, language, timeZone }),
    idempotencyKey: `out-of-hours:${hours.closedSince}`,
  })
  return queued.ok && queued.isNew ? queued.messageId : undefined
}

/** The message as a customer gets it. Without an opening in sight its place stays empty. */
export function withOpening(
  text: string,
  { opensAt, language, timeZone }: { opensAt: number | null; language: string; timeZone: string },
): string {
  const opens = opensAt === null ? '' : formatOpening(opensAt, language, timeZone)
  return text.replaceAll(OPENS_PLACEHOLDER, opens).replace(/ {2,}/g, ' ').trim()
}

function formatOpening(at: number, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language === 'sw' ? 'sw-KE' : 'en-GB', {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at)
}

function isSomebodyThere(db: TenantDb, conversationId: number, now: number): boolean {
  const at = sqliteOf(db)
    .prepare<[number, number], number>(
      `select 1 from messages where conversation_id = ? and sort_at > ?
         and author_kind in ('member', 'phone') limit 1`,
    )
    .pluck()
    .get(conversationId, now - STILL_THERE_MS)
  return at !== undefined
}
