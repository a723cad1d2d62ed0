import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lastChangeId, listChangesAfter } from '#app/domain/changes/record.server.ts'
import { answerAsMember } from '#app/domain/conversations/answer.server.ts'
import { noteMemberTyping } from '#app/domain/conversations/typing.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { HERE_MS } from './viewer.ts'
import { endViewing, listOthers, noteViewing } from './viewing.server.ts'

let tenant: TestTenant
let agent: Actor
let manager: Actor
let stranger: Actor
let id: number

beforeEach(() => {
  tenant = createTestTenant()
  const { db } = tenant
  sqliteOf(db).exec('update company set owner_verified_at = 1')
  agent = addMember(db, 'agent', 'Otieno')
  manager = addMember(db, 'manager', 'Wanjiru')
  stranger = addMember(db, 'agent', 'Fatuma')
  const channel = 'web-chat'
  id = addConversation(db, addEndpoint(db), { assignedTo: agent.id, channel }).id
})
afterEach(() => tenant.close())

const run = (sql: string, ...values: number[]) =>
  sqliteOf(tenant.db)
    .prepare(sql)
    .run(...values)

describe('who has a conversation open', () => {
  test('is known to colleagues who reach it, and no longer once they left', () => {
    expect(noteViewing(tenant.db, agent, id)).toEqual({ ok: true, others: [] })
    const told = noteViewing(tenant.db, manager, id)
    expect(told).toEqual({ ok: true, others: [{ id: agent.id, name: 'Otieno', isTyping: false }] })
    noteMemberTyping(tenant.db, agent, id)
    expect(listOthers(tenant.db, manager, id)).toMatchObject([{ name: 'Otieno', isTyping: true }])
    endViewing(tenant.db, agent, id)
    expect(listOthers(tenant.db, manager, id)).toEqual([])
    expect(noteViewing(tenant.db, stranger, id)).toEqual({ ok: false, reason: 'not_found' })
    expect(endViewing(tenant.db, stranger, id)).toEqual({ ok: false, reason: 'not_found' })
  })

  test('a page that is not renewed is over', () => {
    noteViewing(tenant.db, agent, id)
    run('update conversation_viewers set seen_at = seen_at - ?', HERE_MS + 1)
    expect(listOthers(tenant.db, manager, id)).toEqual([])
  })

  test('coming and going is told live, staying is not', () => {
    const before = lastChangeId(tenant.db)
    noteViewing(tenant.db, agent, id)
    noteViewing(tenant.db, agent, id)
    noteViewing(tenant.db, agent, id)
    endViewing(tenant.db, agent, id)
    const kinds = listChangesAfter(tenant.db, before).map((change) => change.kind)
    expect(kinds).toEqual(['viewing', 'viewing'])
  })

  test('in another company nobody hears of it', () => {
    const shop = createTestTenant()
    noteViewing(tenant.db, agent, id)
    expect(listOthers(shop.db, { id: 99 }, id)).toEqual([])
    shop.close()
  })
})

describe('an answer that a colleague has just overtaken', () => {
  let key = 0
  const answer = (actor: Actor, meanwhile: { seenId?: number; confirmedId?: number } = {}) =>
    answerAsMember(tenant.db, actor, {
      ...{ conversationId: id, text: 'Yes, we have', sendKey: `send-key-${++key}`, meanwhile },
    })
  const idOf = (result: ReturnType<typeof answer>) => (result.ok ? result.messageId : 0)

  test('is asked about once, and sent when its writer says so', () => {
    const first = idOf(answer(agent))
    const asked = answer(manager)
    expect(asked).toMatchObject({
      ...{ ok: false, reason: 'answered_meanwhile' },
      answered: { messageId: first, by: 'Otieno' },
    })
    expect(answer(manager, { confirmedId: first })).toMatchObject({ ok: true })
    expect(answer(manager)).toMatchObject({ ok: true })
    expect(answer(agent, { confirmedId: first })).toMatchObject({ reason: 'answered_meanwhile' })
  })

  test('is none where it was seen, is long ago, or is one’s own', () => {
    const first = idOf(answer(agent))
    expect(answer(agent)).toMatchObject({ ok: true })
    run('update messages set created_at = created_at - ?', 60_000)
    expect(answer(manager, { seenId: first - 1 })).toMatchObject({ reason: 'answered_meanwhile' })
    expect(answer(manager, { seenId: first + 1 })).toMatchObject({ ok: true })
    run('update messages set created_at = created_at - ?', 3_600_000)
    expect(answer(agent, { seenId: 0 })).toMatchObject({ ok: true })
  })

  test('a repeat of what was sent is no question, and nobody out of reach learns of it', () => {
    const sending = { conversationId: id, text: 'Yes', sendKey: 'the-same-key', meanwhile: {} }
    const sent = answerAsMember(tenant.db, agent, sending)
    answer(manager, { confirmedId: idOf(sent) })
    expect(answerAsMember(tenant.db, agent, sending)).toMatchObject({ ok: true, isNew: false })
    expect(answer(stranger)).toEqual({ ok: false, reason: 'not_found' })
  })
})
