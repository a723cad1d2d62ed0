import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { getContactPanel } from './contact-panel.server.ts'
import { THREAD_PAGE_MESSAGES } from './thread-messages.server.ts'
import { findThread } from './thread.server.ts'
import type { ThreadItem } from './thread.server.ts'

let tenant: TestTenant
let endpoint: number
let manager: Actor
let agent: Actor

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  manager = addMember(tenant.db, 'manager', 'Fatuma')
  agent = addMember(tenant.db, 'agent', 'Otieno')
})
afterEach(() => tenant.close())

const run = (text: string, ...values: unknown[]) =>
  Number(
    sqliteOf(tenant.db)
      .prepare(text)
      .run(...values).lastInsertRowid,
  )

function threadOf(actor: Actor, id: number, before?: { at: number; id: number }) {
  const thread = findThread(tenant.db, actor, id, before)
  if (!thread) throw new Error('not reachable')
  return thread
}

const wordsOf = (items: ThreadItem[]) =>
  items.map((item) => (item.kind === 'event' ? item.event : item.text))

describe('what hangs on a message', () => {
  test('files, reactions, earlier wordings, quotes and the reasons of an answer', () => {
    const { id, messageIds } = addConversation(tenant.db, endpoint, { texts: ['How much?'] })
    const answer = run(
      "insert into ai_answers (outcome, writer, confidence, reply, created_at) values ('sent', 'builtin', 0.7, '', 1)",
    )
    run(
      `insert into ai_answer_sources (answer_id, number, source_kind, source_id, title, text, is_cited)
       values (?, 1, 'faq', 3, 'Prices', ?, 1), (?, 2, 'faq', 4, 'Hours', 'b', 0)`,
      answer,
      'x'.repeat(5_000),
      answer,
    )
    const reply = addMessage(tenant.db, {
      ...{ conversationId: id, endpointId: endpoint, text: '4,500', direction: 'outbound' },
      ...{ authorKind: 'ai', status: 'read', aiAnswerId: answer, replyToId: messageIds[0] },
      sortAt: Date.UTC(2026, 10, 2),
    })
    run("insert into message_media (message_id, kind, state) values (?, 'image', 'pending')", reply)
    run(
      "insert into message_reactions (message_id, by_kind, emoji, at) values (?, 'contact', '👍', 1)",
      reply,
    )
    run("insert into message_edits (message_id, previous_text, at) values (?, '4,000', 1)", reply)
    const { items } = threadOf(manager, id)
    const shown = items.find((item) => item.kind === 'message' && item.id === reply)
    expect(shown).toMatchObject({
      quote: { text: 'How much?', authorKind: 'contact', isDeleted: false },
      media: [{ kind: 'image', state: 'pending' }],
      reactions: [{ emoji: '👍', byKind: 'contact' }],
      edits: [{ previousText: '4,000' }],
      answer: { writer: 'builtin', sources: [{ title: 'Prices' }, { title: 'Hours' }] },
    })
    expect(JSON.stringify(shown).length).toBeLessThan(2_000)
  })

  test('a quote whose message never came is said to be lost', () => {
    const { id } = addConversation(tenant.db, endpoint, { texts: [] })
    addMessage(tenant.db, {
      ...{ conversationId: id, endpointId: endpoint, text: 'yes', replyToProviderId: 'gone' },
    })
    expect(threadOf(manager, id).items[0]).toMatchObject({ quote: null, isQuoteLost: true })
  })
})

describe('order', () => {
  test('messages by provider time, notes and history between them', () => {
    const { id } = addConversation(tenant.db, endpoint, { texts: [] })
    const at = (sortAt: number, text: string) =>
      addMessage(tenant.db, { conversationId: id, endpointId: endpoint, text, sortAt })
    at(3_000, 'third')
    at(1_000, 'first')
    run(
      'insert into notes (conversation_id, member_id, text, created_at) values (?, ?, ?, 2000)',
      id,
      manager.id,
      'second',
    )
    run(
      "insert into conversation_events (conversation_id, kind, actor_kind, at) values (?, 'opened', 'contact', 500)",
      id,
    )
    run(
      "insert into notes (conversation_id, member_id, text, created_at, deleted_at) values (?, ?, 'never', 2500, 1)",
      id,
      manager.id,
    )
    expect(wordsOf(threadOf(manager, id).items)).toEqual(['opened', 'first', 'second', 'third'])
  })

  test('pages go back without gap or overlap, with the notes of their time', () => {
    const texts = Array.from({ length: THREAD_PAGE_MESSAGES * 2 + 5 }, (_, n) => `m${n}`)
    const { id } = addConversation(tenant.db, endpoint, { texts, lastMessageAt: 90_000_000 })
    const early = 90_000_000 - (texts.length - 2) * 60_000 + 1
    run(
      'insert into notes (conversation_id, member_id, text, created_at) values (?, ?, ?, ?)',
      id,
      manager.id,
      'early note',
      early,
    )
    const seen: (string | null)[] = []
    let before: { at: number; id: number } | undefined
    for (let page = 0; page < 3; page++) {
      const thread = threadOf(manager, id, before)
      seen.unshift(...wordsOf(thread.items))
      before = thread.earlier
    }
    expect(before).toBeUndefined()
    expect(seen.filter((text) => text !== 'early note')).toEqual(texts)
    expect(seen.indexOf('early note')).toBe(2)
  })
})

describe('reach', () => {
  test('an agent finds only their own; with settings the queue and what was before', () => {
    const own = addConversation(tenant.db, endpoint, { assignedTo: agent.id })
    const queued = addConversation(tenant.db, endpoint, {})
    const earlier = addConversation(tenant.db, endpoint, {
      ...{ contactId: own.contactId, status: 'closed', assignedTo: manager.id },
    })
    const found = () =>
      [own, queued, earlier].map(({ id }) => Boolean(findThread(tenant.db, agent, id)))
    expect(found()).toEqual([true, false, false])
    setReach(tenant.db, { unassigned: true })
    expect(found()).toEqual([true, true, false])
    setReach(tenant.db, { earlier: true })
    expect(found()).toEqual([true, false, true])
  })

  test('other conversations of a contact are shown only where they may be opened', () => {
    const own = addConversation(tenant.db, endpoint, { assignedTo: agent.id })
    const before = addConversation(tenant.db, endpoint, {
      ...{ contactId: own.contactId, status: 'closed', texts: ['a secret of before'] },
    })
    const panelOf = (actor: Actor) =>
      getContactPanel(tenant.db, actor, threadOf(actor, own.id).head)
    expect(panelOf(agent).earlier).toEqual([])
    expect(panelOf(manager).earlier).toMatchObject([{ id: before.id }])
    setReach(tenant.db, { earlier: true })
    expect(panelOf(agent).earlier).toMatchObject([{ id: before.id }])
  })
})
