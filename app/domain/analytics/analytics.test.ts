import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { getAttention } from './attention.server.ts'
import { companyDashboard, ownDashboard } from './dashboard.server.ts'
import { metricNames, getMetric, rowsOf } from './metrics.ts'
import { readReport } from './read-report.server.ts'
import type { ReportName } from './read-report.server.ts'
import { readRowsQuery } from './rows-query.ts'
import type { Cell, Figure } from './report.ts'
import { rollReports } from './roll.server.ts'
import { countRows, listRows, toPermitted } from './rows.server.ts'

const MINUTE_MS = 60_000
// Three in the afternoon in Nairobi; the day began at 21:00 UTC of the 19th.
const NOW = Date.UTC(2026, 10, 20, 12)
const at = { params: new URLSearchParams(), now: NOW }

let tenant: TestTenant
let owner: Actor
let line: number
beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner')
  line = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

const run = (query: string, ...values: unknown[]) =>
  sqliteOf(tenant.db)
    .prepare(query)
    .run(...values)
const valueOf = (figures: Figure[], name: string) =>
  figures.find((figure) => figure.name === name)?.value

type Said = ['contact' | 'ai' | 'member' | 'phone' | 'system', minutesAgo: number]

function talk(
  said: Said[],
  more: Parameters<typeof addConversation>[2] & { by?: Actor; text?: string } = {},
) {
  const { by, text = 'How much is the deluxe room?', ...rest } = more
  const last = NOW - Math.min(...said.map(([, ago]) => ago)) * MINUTE_MS
  const first = NOW - Math.max(...said.map(([, ago]) => ago)) * MINUTE_MS
  const made = addConversation(tenant.db, line, {
    ...{ texts: [], lastMessageAt: last, createdAt: first, ...rest },
  })
  for (const [authorKind, ago] of said) {
    const direction = authorKind === 'contact' ? 'inbound' : 'outbound'
    const sortAt = NOW - ago * MINUTE_MS
    const author = { authorKind, authorMemberId: authorKind === 'member' ? (by?.id ?? null) : null }
    addMessage(tenant.db, {
      ...{ conversationId: made.id, endpointId: line, sortAt, createdAt: sortAt, direction, text },
      ...author,
    })
  }
  return made
}

/** Some weeks of a small company: talks, closings, sales, ratings, leads, suggestions. */
function fill(agent: Actor) {
  run(`insert into products (id, sku, name, price_minor, currency, created_at, updated_at)
       values (1, 'a', 'Deluxe room', 100, 'KES', 0, 0)`)
  run(`insert into lead_stages (id, name, position, kind) values (91, 'Fresh', 90, 'open')
       on conflict do nothing`)
  const stages = sqliteOf(tenant.db)
    .prepare<[], number>('select id from lead_stages order by position')
    .pluck()
    .all()
  for (let n = 0; n < 30; n += 1) {
    const ago = n * 23 * 60 + 90
    const talks: Said[][] = [
      [
        ['contact', ago],
        ['ai', ago - 1],
      ],
      [
        ['contact', ago],
        ['ai', ago - 2],
        ['contact', ago - 3],
        ['member', ago - 30],
      ],
      [['contact', ago]],
      [
        ['member', ago],
        ['contact', ago - 5],
      ],
    ]
    const { id, contactId } = talk(talks[n % 4] as Said[], { by: agent, name: `Customer ${n}` })
    const when = NOW - (ago - 60) * MINUTE_MS
    if (n % 2 === 0) {
      const outcome = ['won', 'lost', 'resolved'][n % 3]
      run(
        `insert into conversation_events (conversation_id, kind, actor_kind, actor_member_id, data_json, at)
         values (?, 'closed', 'member', ?, ?, ?)`,
        ...[id, agent.id, JSON.stringify({ outcome }), when],
      )
      run(`update conversations set status = 'closed' where id = ?`, id)
    }
    if (n % 3 === 0)
      run(
        `insert into conversation_events (conversation_id, kind, actor_kind, data_json, at)
         values (?, 'handed_over', 'ai', '{"reason":"customer_asked"}', ?)`,
        ...[id, when],
      )
    if (n % 5 === 0) {
      const sale = run(
        `insert into sales (conversation_id, contact_id, member_id, channel, amount_minor, currency, at)
         values (?, ?, ?, 'whatsapp-cloud', ?, ?, ?)`,
        ...[id, contactId, agent.id, 950_000 + n, n === 5 ? 'USD' : 'KES', when],
      ).lastInsertRowid
      run(`insert into sale_items values (?, 0, 1, 'Deluxe room', 2, 475000)`, sale)
      run(
        `insert into csat_surveys (conversation_id, contact_id, member_id, channel, state, rating,
           closed_at, sent_at, answered_at) values (?, ?, ?, 'whatsapp-cloud', 'answered', ?, ?, ?, ?)`,
        ...[id, contactId, n % 10 === 0 ? agent.id : null, 1 + (n % 5), when, when, when],
      )
    }
    if (n % 4 === 0)
      run(
        `insert into leads (contact_id, stage_id, position, value_minor, currency, owner_id, source,
           created_at, updated_at, stage_changed_at) values (?, ?, 1, 5000, 'KES', ?, 'web', ?, ?, ?)`,
        ...[contactId, stages[(n / 4) % stages.length], agent.id, when, when, when],
      )
    run(
      `insert into ai_answers (conversation_id, outcome, writer, reply, requested_by_member_id, created_at)
       values (?, ?, 'builtin', 'Yes', ?, ?)`,
      ...[id, n % 2 ? 'suggested' : 'sent', n % 2 ? agent.id : null, when],
    )
  }
}

const names: ReportName[] = [
  ...(['overview', 'hours', 'funnel', 'times', 'team', 'channels', 'products'] as const),
  ...(['assistant', 'topics'] as const),
]

/** The rows behind a link, read to the end as a person would, page by page. */
function readRows(to: string, actor: Actor) {
  const params = new URL(to, 'http://x').searchParams
  const asked = readRowsQuery(params, { timeZone: 'Africa/Nairobi', now: NOW })
  const query = asked && toPermitted(actor, asked)
  if (!query) throw new Error(`nothing at ${to}`)
  const rows = []
  let after: Parameters<typeof listRows>[3]
  do {
    const page = listRows(tenant.db, actor, query, after)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  const { count, sum } = countRows(tenant.db, query)
  expect(rows).toHaveLength(count)
  return { count, sum, rows }
}

/** Whether a number is what its rows say: their count, their sum or their mean. */
function expectFromRows(one: Pick<Cell, 'value' | 'unit' | 'to'>, label: string, actor = owner) {
  if (!one.to || one.value === null || one.unit === 'share') return
  const { count, sum } = readRows(one.to, actor)
  const isMean = one.unit === 'duration' || one.unit === 'rating'
  const isSum = one.unit === 'money' || one.to.includes('units_sold')
  expect(one.value, label).toBe(isMean ? sum / count : isSum ? sum : count)
}

test.each(names)('every figure of %s is what the rows behind it say', async (name) => {
  fill(addMember(tenant.db, 'agent', 'Grace'))
  for (const state of ['counted now', 'rolled up']) {
    const report = readReport(tenant.db, name, new URLSearchParams({ range: '30d' }), NOW)
    for (const figure of report.figures) expectFromRows(figure, `${state} ${figure.name}`)
    let linked = 0
    for (const { name: table, rows } of report.tables)
      for (const { cells } of rows)
        for (const cell of cells) {
          expectFromRows(cell, `${state} ${table}`)
          if (cell.to) linked += 1
        }
    expect(linked).toBeGreaterThan(1)
    await rollReports(tenant.db, { now: NOW })
  }
})

test('the company’s dashboard: today, what waits, colours, loads', () => {
  const agent = addMember(tenant.db, 'agent', 'Grace')
  talk(
    [
      ['contact', 5],
      ['ai', 3],
    ],
    { name: 'Today' },
  )
  talk([['contact', 16 * 60]], { name: 'Yesterday', needsPersonAt: NOW, queuedAt: NOW })
  talk([['contact', 50 * 60]], { assignedTo: agent.id })
  run(`update contacts set score = 85, score_color = 'green' where name = 'Today'`)
  const { today, waiting, colors, workload } = companyDashboard(tenant.db, owner, at)
  expect(valueOf(today.figures, 'conversations')).toBe(1)
  expect(valueOf(today.figures, 'messages_in')).toBe(1)
  expect(valueOf(today.figures, 'alone')).toBe(1)
  expect(valueOf(today.figures, 'first_reply')).toBe(2 * MINUTE_MS)
  expect(waiting.needsPerson).toBe(1)
  expect(colors).toEqual({ green: 1, yellow: 2, red: 0 })
  expect(workload).toEqual([{ memberId: agent.id, name: 'Grace', open: 1 }])
})

test('an empty day is zeros, and no mean is made up', () => {
  const { today } = companyDashboard(tenant.db, owner, at)
  expect(today.figures.map(({ value }) => value)).toEqual([0, 0, 0, null, null, 0])
})

test('an agent sees own figures only, and reads no more rows than that', () => {
  const grace = addMember(tenant.db, 'agent', 'Grace')
  const omar = addMember(tenant.db, 'agent', 'Omar')
  fill(omar)
  const { id } = talk(
    [
      ['contact', 9],
      ['member', 4],
    ],
    { by: grace, assignedTo: grace.id, name: 'Mine' },
  )
  const { own, recent, colors } = ownDashboard(tenant.db, grace, at)
  expect(valueOf(own.figures, 'messages_out')).toBe(1)
  expect(valueOf(own.figures, 'sales')).toBe(0)
  expect(recent.map((row) => row.id)).toEqual([id])
  expect(colors).toEqual({ green: 0, yellow: 1, red: 0 })
  for (const figure of own.figures) expectFromRows(figure, figure.name, grace)
  const zone = { timeZone: 'Africa/Nairobi', now: NOW }
  const all = readRowsQuery(new URLSearchParams({ metric: 'messages_out' }), zone)
  expect(toPermitted(grace, all as never)?.of).toEqual({ member: String(grace.id) })
  const theirs = readRowsQuery(new URLSearchParams({ metric: 'sales', member: `${omar.id}` }), zone)
  expect(countRows(tenant.db, toPermitted(grace, theirs as never) as never).count).toBe(0)
  const nobodys = readRowsQuery(new URLSearchParams({ metric: 'messages_in' }), zone)
  expect(toPermitted(grace, nobodys as never)).toBeUndefined()
})

test('what an agent did stays counted when the conversation moves on, without its customer', () => {
  const grace = addMember(tenant.db, 'agent', 'Grace')
  const { id } = talk(
    [
      ['contact', 9],
      ['member', 4],
    ],
    { by: grace, assignedTo: grace.id },
  )
  const link = () =>
    ownDashboard(tenant.db, grace, at).own.figures.find(({ name }) => name === 'messages_out')?.to
  expect(readRows(link() as string, grace).rows).toMatchObject([{ contact: { name: 'Asha' } }])
  run('update conversations set assigned_to = ? where id = ?', owner.id, id)
  expect(readRows(link() as string, grace).rows).toMatchObject([{ contact: null }])
})

test('a rank shows when the company shows it', () => {
  const grace = addMember(tenant.db, 'agent', 'Grace')
  fill(grace)
  expect(ownDashboard(tenant.db, grace, at).own.rank).toBeUndefined()
  run('update company set shows_rank = 1')
  expect(ownDashboard(tenant.db, grace, at).own.rank).toEqual({ place: 1, of: 1 })
})

test('an agent’s attention knows nothing out of reach', () => {
  const agent = addMember(tenant.db, 'agent')
  talk([['contact', 5]], { needsPersonAt: NOW })
  expect(getAttention(tenant.db, agent, NOW)).toEqual({
    ...{ waiting: [], endpoints: [], failedJobs: 0, isBudgetUsedUp: false },
  })
  setReach(tenant.db, { unassigned: true })
  expect(getAttention(tenant.db, agent, NOW).waiting).toHaveLength(1)
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

test.each(metricNames)('%s is found by its time, never by walking over a table', (name) => {
  const metric = getMetric(name)
  const steps = sqliteOf(tenant.db)
    .prepare<unknown[], { detail: string }>(`explain query plan select count(*) ${rowsOf(metric)}`)
    .all(1, 2)
    .map((row) => row.detail)
  const walks = steps.filter((step) => /^SCAN (?!g\b|l\b|company|v\b)/.test(step))
  expect(walks, steps.join('\n')).toEqual([])
})
