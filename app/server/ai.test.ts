import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aiAnswers } from '#app/domain/answers/schema.server.ts'
import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import type { AnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const PHONE = { sku: 'PH-A16', name: 'Samsung Galaxy A16', currency: 'KES', stock: 14 }

let fake: AnthropicFake
let server: TestServer

beforeAll(async () => {
  fake = await startAnthropicFake()
  server = await startTestServer({
    env: { ANTHROPIC_BASE_URL: fake.url, ANTHROPIC_API_KEY: 'sk-test', AI_DEBOUNCE_MS: '20' },
  })
})
afterAll(async () => {
  await server.close()
  await fake.close()
})

function open(slug: string, priceMinor: number): TestCompany & { endpointId: number } {
  const company = server.addCompany(slug, 'tech-shop')
  upsertProducts(company.db, [{ ...PHONE, priceMinor }])
  upsertFaqs(company.db, [{ question: 'Do you deliver?', answer: `Yes, says ${slug}.` }])
  const row = { key: slug.repeat(5), channel: 'telegram' as const, name: 'T' }
  const { id } = company.db
    .insert(endpoints)
    .values({ ...row, createdAt: 1, updatedAt: 1 })
    .returning({ id: endpoints.id })
    .get()
  return { ...company, endpointId: id }
}

/** As the channel does: the message and what follows from it in one transaction. */
function say({ db, endpointId }: ReturnType<typeof open>, text: string): void {
  inTransaction(db, () => {
    const received = receiveMessage(db, {
      endpoint: { id: endpointId, channel: 'telegram' },
      event: {
        ...{ kind: 'message', providerId: '1:1', at: Date.now(), from: { userId: '77' } },
        content: { type: 'text', text, payload: {}, media: [] },
      },
    })
    if (received) server.services.ai.afterReceive(db, received)
  })
}

function listSent({ db }: TestCompany): (string | null)[] {
  const rows = db.select().from(messages).all()
  return rows.filter(({ direction }) => direction === 'outbound').map(({ text }) => text)
}

describe('a running server', () => {
  it('answers each company’s customer from that company’s own catalogue', async () => {
    const [jua, tembo] = [open('jua', 2_299_900), open('tembo', 1_111_100)]
    for (const company of [jua, tembo]) say(company, 'How much is the Samsung Galaxy A16?')
    const wait = { timeout: 10_000 }
    await expect.poll(() => listSent(jua).length + listSent(tembo).length, wait).toBe(2)
    expect(listSent(jua)[0]).toContain('22,999')
    expect(listSent(tembo)[0]).toContain('11,111')
    expect(jua.db.select().from(aiAnswers).all()).toMatchObject([{ writer: 'model' }])
    expect(fake.requests).toHaveLength(2)
    for (const { raw } of fake.requests) expect(raw.includes('jua')).not.toBe(raw.includes('tembo'))
    expect(jua.db.select().from(contacts).get()).toMatchObject({ score: 65 })
  })

  it('keeps words and keys out of its log', () => {
    const log = server.logLines.join('\n')
    expect(log).toContain('"answer"')
    expect(log).not.toContain('Samsung')
    expect(log).not.toContain('sk-test')
  })

  it('writes a suggestion for a member', async () => {
    const tembo = server.runtime.directory.findBySlug('tembo')!
    const db = server.runtime.tenancy.acquire(tembo)
    const request = { conversationId: 1, memberId: 1 }
    const suggestion = await server.services.ai.suggest(db, request)
    expect(suggestion).toMatchObject({
      ok: true,
      text: expect.stringContaining('11,111') as string,
    })
    expect(server.services.ai.status()).toMatchObject({ hasKey: true, isResting: false })
  })
})
