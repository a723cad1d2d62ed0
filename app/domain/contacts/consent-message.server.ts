import { and, eq } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { cancelWaiting } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findConsentWord } from './consent-words.ts'
import type { ConsentWord } from './consent-words.ts'
import { setConsent } from './consent.server.ts'
import { contactConsents } from './schema.server.ts'

type ConsentReceipt = {
  contactId: number
  conversationId: number
  channel: string
  messageId: number
  type: string
  text: string | null
}

/**
 * Reads a customer's STOP or START, in the transaction that stores the message. A word that
 * changes something is confirmed to the customer, once. START from somebody who never said STOP
 * is a message like any other.
 *
 * @returns whether the message was such a word, so that nobody has to answer it
 */
export function receiveConsentWord(db: TenantDb, receipt: ConsentReceipt): boolean {
  const { contactId, conversationId, channel, messageId } = receipt
  if (receipt.type !== 'text' && receipt.type !== 'interactive') return false
  const word = findConsentWord(receipt.text)
  if (!word) return false
  const current = stateOf(db, receipt, word.category)
  if (word.state === 'granted' && current !== 'withdrawn') return false
  const { category, state } = word
  setConsent(db, { contactId, channel, category, state, source: 'message', messageId })
  // What the customer asked a moment earlier is not answered over their STOP.
  if (state === 'withdrawn') cancelWaiting(db, 'ai.answer', `${conversationId}:`)
  if (current === word.state) return true
  const kind = state === 'withdrawn' ? 'consent_withdrawn' : 'consent_granted'
  recordEvent(db, conversationId, { kind, actor: { kind: 'contact' }, data: { category } })
  confirm(db, conversationId, messageId, word)
  return true
}

function stateOf(db: TenantDb, { contactId, channel }: ConsentReceipt, category: string) {
  return db
    .select({ state: contactConsents.state })
    .from(contactConsents)
    .where(
      and(
        eq(contactConsents.contactId, contactId),
        eq(contactConsents.channel, channel),
        eq(contactConsents.category, category),
      ),
    )
    .get()?.state
}

/** In the language of the word; English words are also used by who reads the company's language. */
function confirm(db: TenantDb, conversationId: number, messageId: number, word: ConsentWord): void {
  const company = getCompany(db)
  const t = translator(word.language === 'sw' || company.language === 'sw' ? 'sw' : 'en')
  const values = { company: company.name }
  const text =
    word.state === 'granted'
      ? t('consent.confirmStart', values)
      : t(word.category === '*' ? 'consent.confirmStop' : 'consent.confirmStopMarketing', values)
  queueMessage(db, {
    ...{ conversationId, text, author: { kind: 'system' }, confirmsConsent: true },
    idempotencyKey: `consent:${messageId}`,
  })
}
