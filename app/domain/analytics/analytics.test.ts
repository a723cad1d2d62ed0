import type { SQL } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { getAttention } from './attention.server.ts'
import { dailyQuery, listDailyConversations } from './daily.server.ts'
import { getTodayFigures, todayQuery } from './today.server.ts'

const MINUTE_MS = 60_000
// Three in the afternoon in Nairobi; the day began at 21:00 UTC of the 19th.
const NOW = Date.UTC(2026, 10, 20, 12)
const day = { timeZone: 'Africa/Nairobi', now: NOW }

let tenant: TestTenant
let owner: Actor
let line: number
beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner')
  line = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

type Said = ['contact' | 'ai' | 'member' | 'phone' | 'system', minutesAgo: number]

function talk(said: Said[], more: Parameters<typeof addConversation>[2] = {}) {
  const last = NOW - Math.min(...said.map(([, ago]) => ago)) * MINUTE_MS
  const first = NOW - Math.max(...said.map(([, ago]) => ago)) * MINUTE_MS
  const made = addConversation(tenant.db, line, {
    ...{ texts: [], lastMessageAt: last, createdAt: first, ...more },
  })
  for (const [authorKind, ago] of said) {
    const direction = authorKind === 'contact' ? 'inbound' : 'outbound'
    const sortAt = NOW - ago * MINUTE_MS
    const at = { sortAt, createdAt: sortAt, authorKind, direction } as const
    addMessage(tenant.db, { conversationId: made.id, endpointId: line, ...at })
  }
  return made
}

const figures = (actor = owner) => getTodayFigures(tenant.db, actor, day)

test('an empty day is all zeros, and no median is made up', () => {
  expect(figures()).toEqual({
    ...{ newConversations: 0, messagesIn: 0, messagesOut: 0, asked: 0, answeredByAi: 0 },
    ...{ medianFirstReplyMs: null, waiting: 0, hotContacts: 0 },
  })
})

test('today begins at midnight of the company, and yesterday does not count', () => {
  const yesterday = 16 * 60
  talk([
    ['contact', yesterday],
    ['ai', yesterday - 1],
  ])
  talk([
    ['contact', yesterday],
    ['ai', yesterday - 1],
    ['contact', 30],
    ['ai', 29],
  ])
  expect(figures()).toMatchObject({ newConversations: 0, messagesIn: 1, messagesOut: 1, asked: 1 })
  talk([['contact', 14 * 60 + 59]])
  expect(figures()).toMatchObject({ newConversations: 1, messagesIn: 2, asked: 2 })
})

test('answered by the assistant alone means: it replied, no person did, and none is wanted', () => {
  talk([
    ['contact', 60],
    ['ai', 59],
    ['contact', 50],
    ['ai', 49],
  ])
  talk([
    ['contact', 60],
    ['ai', 59],
    ['member', 20],
  ])
  talk([
    ['contact', 60],
    ['ai', 59],
    ['phone', 20],
  ])
  talk(
    [
      ['contact', 60],
      ['ai', 59],
    ],
    { needsPersonAt: NOW, needsPersonReason: 'low_confidence' },
  )
  talk([['contact', 60]])
  expect(figures()).toMatchObject({ asked: 5, answeredByAi: 1, waiting: 1 })
})

test('the median is of first replies to the first message of the day; notices are no reply', () => {
  talk([
    ['contact', 100],
    ['system', 99],
    ['ai', 98],
    ['contact', 90],
    ['member', 10],
  ])
  talk([
    ['contact', 100],
    ['member', 90],
  ])
  talk([
    ['contact', 100],
    ['ai', 96],
  ])
  talk([['contact', 100]])
  expect(figures().medianFirstReplyMs).toBe(4 * MINUTE_MS)
  talk([
    ['contact', 100],
    ['ai', 94],
  ])
  expect(figures().medianFirstReplyMs).toBe(5 * MINUTE_MS)
})

test('hot contacts are the green ones', () => {
  talk([['contact', 5]])
  const { contactId } = talk([['contact', 5]], { name: 'Brian' })
  tenant.db.update(contacts).set({ score: 79 }).run()
  tenant.db.run(`update contacts set score = 80, score_color = 'green' where id = ${contactId}`)
  expect(figures().hotContacts).toBe(1)
})

test('an agent counts only what they reach', () => {
  const agent = addMember(tenant.db, 'agent')
  talk(
    [
      ['contact', 5],
      ['ai', 4],
    ],
    { needsPersonAt: NOW },
  )
  talk([['contact', 5]], { assignedTo: agent.id })
  tenant.db.update(contacts).set({ score: 90, scoreColor: 'green' }).run()
  expect(figures(agent)).toMatchObject({
    ...{ newConversations: 1, messagesIn: 1, messagesOut: 0, waiting: 0, hotContacts: 1 },
  })
  const days = listDailyConversations(tenant.db, agent, day)
  expect(days.at(-1)?.conversations).toBe(1)
  expect(getAttention(tenant.db, agent, NOW)).toEqual({
    ...{ waiting: [], endpoints: [], failedJobs: 0, isBudgetUsedUp: false },
  })
  setReach(tenant.db, { unassigned: true })
  expect(figures(agent)).toMatchObject({ newConversations: 2, waiting: 1 })
})

test('fourteen days, each with what began in it', () => {
  const daysAgo = (count: number) => count * 24 * 60
  for (const count of [0, 0, 1, 13, 14]) talk([['contact', daysAgo(count) + 5]])
  // Began nine days ago and still goes on.
  talk([
    ['contact', daysAgo(9)],
    ['contact', 5],
  ])
  const counts = listDailyConversations(tenant.db, owner, day).map((row) => row.conversations)
  expect(counts).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2])
})

test('attention goes to who waits longest, broken channels, failed work and a spent budget', () => {
  talk([['contact', 5]], { name: 'Later', needsPersonAt: NOW - 1, needsPersonReason: 'order' })
  talk([['contact', 9]], { name: 'First', needsPersonAt: NOW - 9 })
  talk([['contact', 9]], { name: 'Closed', needsPersonAt: NOW - 9, status: 'closed' })
  const sqlite = sqliteOf(tenant.db)
  sqlite.exec(`update endpoints set status = 'needs_reconnect', status_reason = 'Expired';
    update company set ai_monthly_budget_cents = 100;
    insert into ai_spend (month, cost_micros, answers) values ('2026-11', 1000000, 40);
    insert into jobs (kind, idempotency_key, payload_json, state, run_at, max_attempts, created_at, finished_at)
    values ('templates.sync', 'x', '{}', 'failed', 0, 1, 0, 1)`)
  expect(getAttention(tenant.db, owner, NOW)).toMatchObject({
    waiting: [{ name: 'First' }, { name: 'Later', reason: 'order' }],
    endpoints: [{ id: line, reason: 'Expired' }],
    ...{ failedJobs: 1, isBudgetUsedUp: true },
  })
})

test.each(['owner', 'agent'] as const)('no figure of an %s walks over a whole table', (role) => {
  const actor = addMember(tenant.db, role, 'planner')
  setReach(tenant.db, { unassigned: true, earlier: true })
  const reach = reachable(tenant.db, actor)
  for (const query of [todayQuery(NOW, reach), dailyQuery([NOW - 1, NOW], reach)]) {
    const steps = planOf(query)
    expect(steps.length).toBeGreaterThan(0)
    const walks = steps.filter((step) => /^SCAN (conversations|m|r|messages)\b/.test(step))
    expect(walks, steps.join('\n')).toEqual([])
  }
  expect(planOf(todayQuery(NOW, undefined)).join('\n')).toMatch(
    /conversations_all_by_activity[\s\S]*messages_by_thread/,
  )
})

function planOf(query: SQL): string[] {
  const { sql, params } = new SQLiteSyncDialect().sqlToQuery(query)
  const rows = sqliteOf(tenant.db)
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...params)
  return rows.map((row) => row.detail)
}
