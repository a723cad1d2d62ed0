import { toPlain } from '#app/domain/contacts/score-rules.ts'
import { openStateOf } from '#app/domain/company/holidays.server.ts'
import { inTransaction, prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findNamedProducts } from './named-products.server.ts'
import { readTopics } from './topics.ts'

/** The first texts say what it is about; the rest of a long talk changes it no more. */
const TEXTS_MAX = 40
const BATCH_MAX = 100

const TEXTS = Symbol('reports.texts')
const SAVE = Symbol('reports.saveWords')
const PRODUCT = Symbol('reports.saveProduct')
const UNREAD = Symbol('reports.unread')
const ASKED = Symbol('reports.asked')

/**
 * Reads a conversation's words after its customer wrote: what it is about, how it sounds, which
 * products it names, and whether it began in business hours (by the hours of now, once).
 */
export function readConversation(db: TenantDb, conversationId: number): void {
  inTransaction(db, () => {
    const texts = prepared(db, TEXTS, selectTexts).all(conversationId)
    const { inquiryType, sentiment } = readTopics(texts.map(({ text }) => text))
    const facts = prepared(db, ASKED, selectAsked).get(conversationId)
    if (!facts || facts.at === null) return
    const inHours = facts.inHours ?? (openStateOf(db, facts.at).isOpen ? 1 : 0)
    prepared(db, SAVE, updateFacts).run({ conversationId, inquiryType, sentiment, inHours })
    for (const { text, at } of texts)
      for (const product of findNamedProducts(db, toPlain(text)))
        prepared(db, PRODUCT, insertProduct).run({ conversationId, at, ...product })
  })
}

/** Reads conversations that nobody has read yet. @returns how many, 0 when none is left */
export function readUnreadConversations(db: TenantDb): number {
  const ids = prepared(db, UNREAD, selectUnread).all(BATCH_MAX)
  inTransaction(db, () => ids.forEach((id) => readConversation(db, id)))
  return ids.length
}

function selectTexts(db: TenantDb) {
  return sqliteOf(db).prepare<[number], { text: string; at: number }>(
    `select text, sort_at as at from messages where conversation_id = ? and direction = 'inbound'
       and text is not null and deleted_at is null order by sort_at, id limit ${TEXTS_MAX}`,
  )
}

function selectAsked(db: TenantDb) {
  return sqliteOf(db).prepare<[number], { at: number | null; inHours: number | null }>(
    `select first_inbound_at as at, asked_in_hours as inHours from conversation_facts
     where conversation_id = ?`,
  )
}

/** Written only where it says something new: each write makes a day count anew. */
function updateFacts(db: TenantDb) {
  return sqliteOf(db).prepare(
    `update conversation_facts set inquiry_type = @inquiryType, sentiment = @sentiment,
       asked_in_hours = @inHours
     where conversation_id = @conversationId and (inquiry_type is not @inquiryType
       or sentiment is not @sentiment or asked_in_hours is not @inHours)`,
  )
}

function insertProduct(db: TenantDb) {
  return sqliteOf(db).prepare(
    `insert into conversation_products (conversation_id, product_id, name, at)
     values (@conversationId, @id, @name, @at) on conflict do nothing`,
  )
}

function selectUnread(db: TenantDb) {
  return sqliteOf(db)
    .prepare<[number], number>(
      `select conversation_id from conversation_facts
       where asked_in_hours is null and first_inbound_at is not null
       order by conversation_id limit ?`,
    )
    .pluck()
}
