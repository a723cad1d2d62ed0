import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lastChangeId, listChangesAfter } from '#app/domain/changes/record.server.ts'
import { conversationEvents, messages } from '#app/domain/conversations/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { contacts } from './schema.server.ts'
import { listScoreContributions, recomputeScore } from './score.server.ts'

let tenant: TestTenant

beforeEach(() => {
  tenant = createTestTenant()
  sqliteOf(tenant.db).exec(
    `insert into endpoints (id, key, channel, name, created_at, updated_at) values (1, 'k', 'telegram', 'T', 1, 1);
     insert into contacts (id, created_at, updated_at) values (1, 1, 1), (2, 1, 1);
     insert into conversations (id, contact_id, endpoint_id, channel, last_message_at, created_at, updated_at)
       values (1, 1, 1, 'telegram', 1, 1, 1), (2, 2, 1, 'telegram', 1, 1, 1);`,
  )
})
afterEach(() => tenant.close())

function say(conversationId: number, text: string | null): number {
  const at = Date.now()
  const row = { conversationId, endpointId: 1, text, sortAt: at, createdAt: at }
  const kind = { direction: 'inbound', authorKind: 'contact', type: 'text' } as const
  return tenant.db
    .insert(messages)
    .values({ ...row, ...kind, status: 'received' })
    .returning({ id: messages.id })
    .get().id
}

function listEvents() {
  return tenant.db.select().from(conversationEvents).all()
}

describe('recomputing a score', () => {
  it('stores score, colour and the reasons with their messages', () => {
    const first = say(1, 'How much is it?')
    const second = say(1, 'I want to buy it')
    expect(recomputeScore(tenant.db, 1)).toEqual({ score: 85, color: 'green', turnedGreen: true })
    expect(tenant.db.select().from(contacts).get()).toMatchObject({
      ...{ score: 85, scoreColor: 'green', scoreUpdatedAt: expect.any(Number) as number },
    })
    expect(listScoreContributions(tenant.db, 1)).toMatchObject([
      { rule: 'buying_words', points: 20, messageId: second },
      { rule: 'price_question', points: 15, messageId: first },
    ])
  })

  it('alerts on the change to green only, and once', () => {
    say(1, 'How much is it?')
    expect(recomputeScore(tenant.db, 1)).toMatchObject({ score: 65, turnedGreen: false })
    say(1, 'I want to buy it')
    recomputeScore(tenant.db, 1)
    say(1, 'thanks')
    expect(recomputeScore(tenant.db, 1)).toMatchObject({ score: 95, turnedGreen: false })
    expect(listEvents().map(({ kind, conversationId }) => [kind, conversationId])).toEqual([
      ['score_turned_green', 1],
    ])
    const alerts = listChangesAfter(tenant.db, 0).filter(({ data }) => data.alert)
    expect(alerts).toMatchObject([{ kind: 'contact.changed', conversationId: 1 }])
  })

  it('forgets a reason whose message was taken back, and says nothing when nothing changed', () => {
    const id = say(1, 'I want to buy it')
    recomputeScore(tenant.db, 1)
    const before = lastChangeId(tenant.db)
    recomputeScore(tenant.db, 1)
    expect(lastChangeId(tenant.db)).toBe(before)
    tenant.db.update(messages).set({ text: null, deletedAt: 1 }).run()
    expect(recomputeScore(tenant.db, 1)?.score).toBe(50)
    expect(listScoreContributions(tenant.db, 1)).toEqual([])
    expect(id).toBe(1)
  })

  it('is about one contact, and undefined for nobody', () => {
    say(2, 'I want to buy it')
    expect(recomputeScore(tenant.db, 1)?.score).toBe(50)
    expect(recomputeScore(tenant.db, 9)).toBeUndefined()
  })
})
