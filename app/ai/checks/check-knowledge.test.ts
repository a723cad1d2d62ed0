import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { stopSearch } from '#app/ai/retrieval/thread/search.server.ts'
import { aiAnswers, aiAnswerSources } from '#app/domain/answers/schema.server.ts'
import { closeGap, closeTriedGap, listGaps } from '#app/domain/checks/gaps.server.ts'
import { listTriedGaps, noteTriedGap } from '#app/domain/checks/gaps.server.ts'
import { getCheckReport, listStale, settleConflict } from '#app/domain/checks/report.server.ts'
import { listDocuments, upsertDocument } from '#app/domain/knowledge/documents.server.ts'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { documents } from '#app/domain/knowledge/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import { checkKnowledge } from './check-knowledge.server.ts'

let tenant: ReturnType<typeof createTestTenant>
let db: TenantDb
beforeEach(() => {
  tenant = createTestTenant({ industry: 'hotel' })
  db = tenant.db
})
afterEach(async () => {
  await stopSearch()
  tenant.close()
})

const check = () => checkKnowledge(db, { retrieve }, { complete: (write) => void write?.() })
const transfer = { question: 'Airport transfer price?', answer: 'The transfer is KES 3,500.' }

test('standard questions are asked, and what two sources state differently is brought up once', async () => {
  upsertFaqs(db, [
    transfer,
    { question: 'Is breakfast included?', answer: 'Yes, breakfast is included in every rate.' },
  ])
  upsertDocument(db, { name: 'Airport', text: 'The airport transfer is KES 4,000.' })
  await check()
  const report = getCheckReport(db)
  expect(report.coverage).toHaveLength(10)
  const breakfast = report.coverage.find(({ question }) => question === 'Is breakfast included?')
  expect(breakfast).toMatchObject({ isAnswered: true, title: 'Is breakfast included?' })
  expect(report.coverage.filter(({ isAnswered }) => isAnswered).length).toBeLessThan(10)
  expect(report.conflicts).toMatchObject([{ kind: 'price' }])
  const { id } = report.conflicts[0]!
  expect(settleConflict(db, id, addMember(db, 'owner').id)).toBe(true)
  await check()
  expect(getCheckReport(db).conflicts).toEqual([])
})

test('what was put right is not brought up any more', async () => {
  upsertFaqs(db, [transfer])
  upsertDocument(db, { name: 'Airport', text: 'The airport transfer is KES 4,000.' })
  await check()
  expect(getCheckReport(db).conflicts).toHaveLength(1)
  upsertDocument(db, { name: 'Airport', text: 'The airport transfer is KES 3,500.' })
  await check()
  expect(getCheckReport(db).conflicts).toEqual([])
})

test('a question that found nothing is seen by who reaches its conversation, until it is closed', () => {
  const owner = addMember(db, 'owner')
  const agent = addMember(db, 'agent')
  const { id: conversationId } = addConversation(db, addEndpoint(db), { texts: ['Got a sauna?'] })
  const turn = db.select().from(messages).where(eq(messages.conversationId, conversationId)).get()
  const { id } = db
    .insert(aiAnswers)
    .values({
      ...{ conversationId, turnMessageId: turn?.id ?? null, outcome: 'handed_over' },
      ...{ outcomeReason: 'no_answer', writer: 'none', createdAt: Date.now() },
    })
    .returning({ id: aiAnswers.id })
    .get()
  expect(listGaps(db, owner, Date.now())).toMatchObject([{ id, question: turn?.text }])
  expect(listGaps(db, agent, Date.now())).toEqual([])
  expect(closeGap(db, agent, id)).toBe(false)
  expect(closeGap(db, owner, id)).toBe(true)
  expect(listGaps(db, owner, Date.now())).toEqual([])
  expect(db.select().from(conversations).all()).toHaveLength(1)
})

test('one of the playground is kept once', () => {
  noteTriedGap(db, 'Sauna?')
  noteTriedGap(db, ' sauna? ')
  const [gap] = listTriedGaps(db)
  expect(listTriedGaps(db)).toHaveLength(1)
  expect(closeTriedGap(db, gap?.id ?? 0)).toBe(true)
  expect(listTriedGaps(db)).toEqual([])
})

test('a source is out of date when it is old and still used', () => {
  upsertDocument(db, { name: 'Rules', text: 'No shoes.' })
  upsertDocument(db, { name: 'Unused', text: 'Nothing.' })
  db.update(documents).set({ updatedAt: 1 }).run()
  const rules = listDocuments(db).items.find(({ name }) => name === 'Rules')!
  const answer = { outcome: 'sent', writer: 'builtin', createdAt: Date.now() } as const
  const { id } = db.insert(aiAnswers).values(answer).returning({ id: aiAnswers.id }).get()
  const passage = { number: 1, sourceKind: 'document', sourceId: rules.id, title: '', text: '' }
  db.insert(aiAnswerSources)
    .values({ ...passage, answerId: id, isCited: 1 })
    .run()
  expect(listStale(db, Date.now()).map(({ name }) => name)).toEqual(['Rules'])
})
