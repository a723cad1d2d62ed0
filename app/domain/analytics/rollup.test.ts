import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { dayOf, spanOfDay } from './days.ts'
import { openFigures } from './figures.server.ts'
import type { MetricName } from './metrics.ts'
import { compareReports, rebuildReports } from './recount.server.ts'
import { rollReports } from './roll.server.ts'

const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12)
const ALL = { from: '2026-10-01', to: '2026-11-20' }

let tenant: TestTenant
let line: number
beforeEach(() => {
  tenant = createTestTenant()
  line = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

const run = (query: string, ...values: unknown[]) =>
  sqliteOf(tenant.db)
    .prepare(query)
    .run(...values)
const total = (metric: MetricName, period = ALL) =>
  openFigures(tenant.db, ALL).total(metric, period)
const split = (metric: MetricName, dimension: string, period = ALL) =>
  Object.fromEntries(
    [...openFigures(tenant.db, ALL).split(metric, dimension, period)].map(([key, { count }]) => [
      key,
      count,
    ]),
  )

function expectEqualToRecount() {
  const { figures, differences } = compareReports(tenant.db, NOW)
  expect(differences).toEqual([])
  return figures
}

type Step =
  | { kind: 'say'; talk: number; by: 'contact' | 'ai' | 'member' | 'phone'; hour: number }
  | { kind: 'close'; talk: number; outcome: string; hour: number }
  | { kind: 'sell'; talk: number; amount: number; hour: number }
  | { kind: 'void' | 'delete' | 'move' | 'roll'; talk: number; hour: number }

const hour = fc.integer({ min: 0, max: 40 * 24 })
const talk = fc.integer({ min: 0, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('say' as const), talk, hour },
    by: fc.constantFrom('contact', 'ai', 'member', 'phone'),
  }),
  fc.record({
    ...{ kind: fc.constant('close' as const), talk, hour },
    outcome: fc.constantFrom('won', 'lost', 'resolved'),
  }),
  fc.record({ kind: fc.constant('sell' as const), talk, hour, amount: fc.nat(900_000) }),
  fc.record({ kind: fc.constantFrom('void', 'delete', 'move', 'roll'), talk, hour }),
)

async function take(step: Step, talks: number[], memberId: number) {
  const id = talks[step.talk] as number
  const at = NOW - step.hour * HOUR_MS
  if (step.kind === 'say') {
    const isInbound = step.by === 'contact'
    addMessage(tenant.db, {
      ...{ conversationId: id, endpointId: line, sortAt: at, authorKind: step.by },
      ...{ direction: isInbound ? 'inbound' : 'outbound', text: 'how much is it?' },
      authorMemberId: step.by === 'member' ? memberId : null,
    })
  } else if (step.kind === 'close') {
    run(
      `insert into conversation_events (conversation_id, kind, actor_kind, actor_member_id, data_json, at)
       values (?, 'closed', 'member', ?, ?, ?)`,
      ...[id, memberId, JSON.stringify({ outcome: step.outcome }), at],
    )
  } else if (step.kind === 'sell') {
    const { lastInsertRowid } = run(
      `insert into sales (conversation_id, contact_id, member_id, channel, amount_minor, currency, at)
       select id, contact_id, ?, channel, ?, 'KES', ? from conversations where id = ?`,
      ...[memberId, step.amount, at, id],
    )
    run(`insert into sale_items values (?, 0, null, 'Deluxe room', 2, ?)`, lastInsertRowid, 100)
  } else if (step.kind === 'void')
    run('update sales set voided_at = ? where conversation_id = ?', at, id)
  else if (step.kind === 'delete')
    run(
      'delete from messages where id = (select min(id) from messages where conversation_id = ?)',
      id,
    )
  else if (step.kind === 'move')
    run(
      `update messages set conversation_id = ? where id =
         (select max(id) from messages where conversation_id = ?)`,
      ...[talks[(step.talk + 1) % talks.length], id],
    )
  else await rollReports(tenant.db, { now: NOW })
}

test(
  'whatever happens in whatever order, figures equal a recount',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        tenant.close()
        tenant = createTestTenant()
        line = addEndpoint(tenant.db)
        const member = addMember(tenant.db, 'agent')
        const talks = [0, 1, 2, 3, 4].map(
          (n) =>
            addConversation(tenant.db, line, { createdAt: NOW - n * 50 * HOUR_MS, texts: [] }).id,
        )
        await rollReports(tenant.db, { now: NOW })
        for (const one of steps) await take(one, talks, member.id)
        expectEqualToRecount()
        const plain = (query: string) => sqliteOf(tenant.db).prepare(query).pluck().get()
        expect(total('messages_in').count).toBe(
          plain(`select count(*) from messages where direction = 'inbound'`),
        )
        expect(total('messages_out').count).toBe(
          plain(`select count(*) from messages where direction = 'outbound'`),
        )
        expect(total('sales').sum).toBe(
          plain('select coalesce(sum(amount_minor), 0) from sales where voided_at is null'),
        )
        expect(total('first_reply')).toEqual({ ...naiveFirstReplies() })
        await rebuildReports(tenant.db, NOW)
        expectEqualToRecount()
      }),
      { numRuns: 25 },
    )
  },
)

/** First replies counted the slow way, message by message. */
function naiveFirstReplies() {
  type Row = { talk: number; direction: string; at: number }
  const rows = sqliteOf(tenant.db)
    .prepare<[], Row>(
      'select conversation_id as talk, direction, sort_at as at from messages order by sort_at, id',
    )
    .all()
  const asked = new Map<number, number>()
  const waits = new Map<number, number>()
  for (const { talk, direction, at } of rows)
    if (direction === 'inbound' && !asked.has(talk)) asked.set(talk, at)
  for (const { talk, direction, at } of rows) {
    const since = asked.get(talk)
    if (direction === 'outbound' && since !== undefined && at >= since && !waits.has(talk))
      waits.set(talk, at - since)
  }
  return { count: waits.size, sum: [...waits.values()].reduce((sum, wait) => sum + wait, 0) }
}

test('a message of a rolled-up day counts at once, and its day is rolled up again', async () => {
  const { id } = addConversation(tenant.db, line, { lastMessageAt: NOW - 72 * HOUR_MS })
  await rollReports(tenant.db, { now: NOW })
  expect(total('messages_in').count).toBe(1)
  addMessage(tenant.db, { conversationId: id, endpointId: line, sortAt: NOW - 71 * HOUR_MS })
  expect(total('messages_in').count).toBe(2)
  expect(await rollReports(tenant.db, { now: NOW })).toEqual({ days: 1 })
  expect(total('messages_in').count).toBe(2)
  expect(await rollReports(tenant.db, { now: NOW })).toEqual({ days: 0 })
})

test.each([
  ['Africa/Nairobi', '2026-11-10T20:59:59Z', '2026-11-10'],
  ['Africa/Nairobi', '2026-11-10T21:00:00Z', '2026-11-11'],
  ['Asia/Kathmandu', '2026-11-10T18:14:59Z', '2026-11-10'],
  ['Asia/Kathmandu', '2026-11-10T18:15:00Z', '2026-11-11'],
  ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
  ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
])('in %s a message of %s is of %s', async (zone, at, day) => {
  run('update company set time_zone = ?', zone)
  addConversation(tenant.db, line, { lastMessageAt: Date.parse(at) })
  for (const _ of ['live', 'rolled up']) {
    expect(total('messages_in', { from: day, to: day }).count).toBe(1)
    await rollReports(tenant.db, { now: NOW })
  }
})

test('a day of 25 hours counts its doubled hour twice into one', async () => {
  run(`update company set time_zone = 'America/New_York'`)
  // Half past one, before and after the clocks go back.
  for (const at of ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'])
    addConversation(tenant.db, line, { lastMessageAt: Date.parse(at) })
  await rollReports(tenant.db, { now: NOW })
  const day = { from: '2026-11-01', to: '2026-11-01' }
  expect(split('messages_in', 'hour', day)).toEqual({ '01': 2 })
  const { from, to } = spanOfDay('2026-11-01', 'America/New_York')
  expect(to - from).toBe(25 * HOUR_MS)
})

test('another zone moves what lies at the edge of a day', async () => {
  const at = Date.parse('2026-11-10T21:30:00Z')
  addConversation(tenant.db, line, { lastMessageAt: at })
  await rollReports(tenant.db, { now: NOW })
  expect(total('messages_in', { from: '2026-11-11', to: '2026-11-11' }).count).toBe(1)
  run(`update company set time_zone = 'Europe/London'`)
  expect(dayOf(at, 'Europe/London')).toBe('2026-11-10')
  for (const _ of ['before the roll-up', 'after it']) {
    expect(total('messages_in', { from: '2026-11-10', to: '2026-11-10' }).count).toBe(1)
    expect(total('messages_in', { from: '2026-11-11', to: '2026-11-11' }).count).toBe(0)
    await rollReports(tenant.db, { now: NOW })
  }
  expectEqualToRecount()
})

test('who left keeps what they did, and a reassigned conversation stays with who answered', async () => {
  const grace = addMember(tenant.db, 'agent', 'Grace')
  const omar = addMember(tenant.db, 'agent', 'Omar')
  const at = NOW - 60 * HOUR_MS
  const { id } = addConversation(tenant.db, line, { lastMessageAt: at, assignedTo: grace.id })
  addMessage(tenant.db, {
    ...{ conversationId: id, endpointId: line, sortAt: at + HOUR_MS, direction: 'outbound' },
    ...{ authorKind: 'member', authorMemberId: grace.id },
  })
  await rollReports(tenant.db, { now: NOW })
  const before = split('first_reply', 'member')
  run(`update members set status = 'deactivated' where id = ?`, grace.id)
  run('update conversations set assigned_to = ? where id = ?', omar.id, id)
  await rebuildReports(tenant.db, NOW)
  expect(split('first_reply', 'member')).toEqual(before)
  expect(before).toEqual({ [grace.id]: 1 })
})

test('a renamed product keeps the name it was sold under', async () => {
  run(`insert into products (id, sku, name, price_minor, currency, created_at, updated_at)
       values (1, 'a', 'Deluxe room', 100, 'KES', 0, 0)`)
  const { contactId } = addConversation(tenant.db, line, { lastMessageAt: NOW - 50 * HOUR_MS })
  run(
    `insert into sales (id, contact_id, amount_minor, currency, at) values (1, ?, 200, 'KES', ?)`,
    ...[contactId, NOW - 40 * HOUR_MS],
  )
  run(`insert into sale_items values (1, 0, 1, 'Deluxe room', 2, 100)`)
  await rollReports(tenant.db, { now: NOW })
  run(`update products set name = 'Balcony room', updated_at = 1 where id = 1`)
  await rebuildReports(tenant.db, NOW)
  expect(split('products_sold', 'product')).toEqual({ 'Deluxe room': 1 })
  expect(total('units_sold').sum).toBe(2)
})

test('a figure that no longer holds is found', async () => {
  addConversation(tenant.db, line, { lastMessageAt: NOW - 72 * HOUR_MS })
  await rollReports(tenant.db, { now: NOW })
  run(`update report_days set count = 7 where metric = 'messages_in' and dimension = 'all'`)
  expect(compareReports(tenant.db, NOW).differences).toEqual([
    { what: 'messages_in.all', day: '2026-11-17', key: '', shown: [7, 0], counted: [1, 0] },
  ])
  await rebuildReports(tenant.db, NOW)
  expect(expectEqualToRecount()).toBeGreaterThan(5)
})
