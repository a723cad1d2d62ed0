import { and, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { addSpend, monthOf } from '#app/domain/answers/spend.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { messageTranslations } from './schema.server.ts'
import { sourceHashOf } from './source-hash.server.ts'

/** Customers' messages looked at and characters sent for one press of "translate all". */
const MESSAGES_MAX = 20
const LOOKED_AT_MAX = 60
const CHARACTERS_MAX = 8_000

export type ToTranslate = { messageId: number; text: string }
export type Translated = { messageId: number; text: string; sourceLanguage: string | null }

/**
 * What a customer wrote that has no translation into a language yet, newest first and not endless.
 *
 * @param place.messageId only this one; left out, the newest of the conversation
 * @returns undefined when this person cannot reach the conversation or the message
 */
export function listToTranslate(
  db: TenantDb,
  actor: Actor,
  place: { conversationId: number; messageId?: number; language: string },
): ToTranslate[] | undefined {
  const rows = db
    .select({
      ...{ messageId: messages.id, text: messages.text },
      sourceHash: messageTranslations.sourceHash,
    })
    .from(conversations)
    .leftJoin(
      messages,
      and(
        eq(messages.conversationId, conversations.id),
        ...[eq(messages.direction, 'inbound'), isNull(messages.deletedAt)],
        ...[isNotNull(messages.text), ne(messages.text, '')],
        place.messageId === undefined ? undefined : eq(messages.id, place.messageId),
      ),
    )
    .leftJoin(
      messageTranslations,
      and(
        eq(messageTranslations.messageId, messages.id),
        eq(messageTranslations.language, place.language),
      ),
    )
    .where(and(eq(conversations.id, place.conversationId), reachable(db, actor)))
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(LOOKED_AT_MAX)
    .all()
  const written = rows.flatMap(({ messageId, text, sourceHash }) =>
    messageId !== null && text ? [{ messageId, text, sourceHash }] : [],
  )
  if (rows.length === 0 || (place.messageId !== undefined && written.length === 0)) return undefined
  const missing = written.filter(({ text, sourceHash }) => sourceHash !== sourceHashOf(text))
  return cut(missing.map(({ messageId, text }) => ({ messageId, text })))
}

/** Keeps translations, so that each costs once, and counts what they cost. */
export function keepTranslations(
  db: TenantDb,
  done: {
    conversationId: number
    language: string
    sources: ToTranslate[]
    translated: Translated[]
    costMicros: number
    now: number
  },
): void {
  const { conversationId, language, sources, translated, costMicros, now } = done
  inTransaction(db, () => {
    for (const { messageId, text, sourceLanguage } of translated) {
      const source = sources.find((one) => one.messageId === messageId)
      if (!source) continue
      const kept = { text, sourceLanguage, sourceHash: sourceHashOf(source.text), createdAt: now }
      db.insert(messageTranslations)
        .values({ messageId, language, ...kept })
        .onConflictDoUpdate({
          target: [messageTranslations.messageId, messageTranslations.language],
          set: kept,
        })
        .run()
      recordChange(db, 'message.changed', { conversationId, data: { messageId } })
    }
    countCost(db, costMicros, now)
  })
}

/** What asking the model cost, whatever came of it. */
export function countCost(db: TenantDb, costMicros: number, now: number): void {
  if (costMicros === 0) return
  const month = monthOf(now, getCompany(db).timeZone)
  addSpend(db, month, { costMicros, answers: 0 })
}

function cut(all: ToTranslate[]): ToTranslate[] {
  let characters = 0
  return all.slice(0, MESSAGES_MAX).filter(({ text }, index) => {
    characters += text.length
    return index === 0 || characters <= CHARACTERS_MAX
  })
}
