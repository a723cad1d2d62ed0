import { asc } from 'drizzle-orm'
import { answerTurn } from '#app/ai/reply/answer-turn.server.ts'
import type { Found, ReplyDeps } from '#app/ai/reply/deps.ts'
import { createModel } from '#app/ai/model/client.server.ts'
import { requestAnswer } from '#app/domain/answers/request.server.ts'
import { aiAnswers } from '#app/domain/answers/schema.server.ts'
import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { MessageContent } from '#app/domain/conversations/inbound.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { claimJob } from '#app/jobs/queue.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from './tenant.ts'

export type Chat = ReturnType<typeof openChat>

export const PHONE = {
  ...{ sku: 'PH-A16', name: 'Samsung Galaxy A16', description: 'Black or light green.' },
  ...{ priceMinor: 2_299_900, currency: 'KES', stock: 14 },
}
const DELIVERY = {
  question: 'Do you deliver in Nairobi?',
  answer: 'Yes, the same day for KES 300.',
}

let serial = 0

/** The same with a phone in the catalogue and one answer on delivery. */
export function openPhoneShop(options: Parameters<typeof openChat>[0] = {}): Chat {
  const chat = openChat(options)
  chat.teach([DELIVERY], [PHONE])
  return chat
}

/** A company with one WhatsApp number and something to say, and one customer writing to it. */
export function openChat(
  options: {
    name?: string
    anthropicUrl?: string
    apiKey?: string
    timeoutMs?: number
    retrieve?: ReplyDeps['retrieve']
  } = {},
) {
  const { name = 'Jua Electronics', anthropicUrl = 'http://127.0.0.1:9', apiKey } = options
  const tenant = createTestTenant({ industry: 'tech-shop', name })
  const { db } = tenant
  const notes: Record<string, unknown>[] = []
  const model = createModel({
    ...{ apiKey, baseUrl: anthropicUrl, model: 'claude-haiku-5-5' },
    timeoutMs: options.timeoutMs ?? 2_000,
  })
  const stopping = new AbortController()
  const deps: ReplyDeps = {
    model,
    retrieve:
      options.retrieve ?? ((store, question) => Promise.resolve(searchWords(store, question))),
    stopping: stopping.signal,
    note: (fields) => void notes.push(fields),
  }
  const endpoint = addEndpoint(db)

  /** @returns ids of what was received; asks for an answer as the product does */
  function say(
    text: string | null,
    more: Partial<MessageContent> & { at?: number; phone?: string } = {},
  ) {
    const { at = Date.now(), phone = '254712345678', ...content } = more
    const received = receiveMessage(db, {
      endpoint,
      event: {
        ...{ kind: 'message', providerId: `wamid.${++serial}`, at },
        from: { phone, name: 'Amina' },
        content: { type: 'text', text, payload: {}, media: [], ...content },
      },
    })
    if (!received) throw new Error('not received')
    const { conversationId, messageId } = received
    requestAnswer(db, { conversationId, messageId, debounceMs: 0 })
    return received
  }

  /** Runs every waiting `ai.answer` job, also those put back for later. @returns how many ran */
  async function runAnswers(): Promise<number> {
    let ran = 0
    for (;;) {
      const sqlite = sqliteOf(db)
      sqlite.exec(`update jobs set run_at = 1 where state = 'queued' and kind = 'ai.answer'`)
      sqlite.exec(`update jobs set run_at = 9e15 where state = 'queued' and kind <> 'ai.answer'`)
      const job = claimJob(sqlite, Date.now())
      if (!job) return ran
      ran += 1
      const error = await runJob(
        { store: db, sqlite },
        {
          'ai.answer': (store: TenantDb, payload, context) =>
            answerTurn(store, deps, payload, context),
        },
        job,
      )
      if (error) throw error
    }
  }

  return {
    ...{ ...tenant, deps, model, notes, endpoint, say, runAnswers, stopping },
    teach: (faqs: object[], products: object[] = []) => {
      upsertFaqs(db, faqs)
      upsertProducts(db, products)
    },
    sent: () =>
      db
        .select()
        .from(messages)
        .orderBy(asc(messages.id))
        .all()
        .filter(({ direction }) => direction === 'outbound'),
    answers: () => db.select().from(aiAnswers).orderBy(asc(aiAnswers.id)).all(),
    conversation: () => db.select().from(conversations).get()!,
  }
}

/** Enough of a search for tests of what happens around it: the share of words a passage holds. */
export function searchWords(db: TenantDb, question: string): Found {
  const rows = sqliteOf(db)
    .prepare<[], Omit<Found['passages'][number], 'score'>>(
      `select id, source_kind as sourceKind, source_id as sourceId, title, text from passages`,
    )
    .all()
  const words = question.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  const scoreOf = (text: string) =>
    words.filter((word) => text.toLowerCase().includes(word)).length / Math.max(1, words.length)
  const passages = rows
    .map((row) => ({ ...row, score: scoreOf(`${row.title} ${row.text}`) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
  return { passages, confidence: passages[0]?.score ?? 0 }
}

function addEndpoint(db: TenantDb) {
  const now = Date.now()
  const row = { key: 'k'.repeat(20), channel: 'whatsapp-cloud' as const, name: 'Shop' }
  const { id } = db
    .insert(endpoints)
    .values({ ...row, externalId: '106', createdAt: now, updatedAt: now })
    .returning({ id: endpoints.id })
    .get()
  return { id, channel: 'whatsapp-cloud' as const }
}
