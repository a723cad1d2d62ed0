import { explainable, listConversations } from '#app/domain/conversations/list.server.ts'
import { countInbox } from '#app/domain/conversations/counts.server.ts'
import type { InboxView } from '#app/domain/conversations/inbox-view.ts'
import {
  explainableSearch,
  MESSAGE_HITS_MAX,
  searchConversations,
} from '#app/domain/conversations/search.server.ts'
import { addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { fillLargeCompany } from './large-company.ts'
import type { BenchRow } from './row.ts'
import { median } from './tenants.ts'

const SMALL = { conversations: 1_000, messagesEach: 10 }
const LARGE = { conversations: 100_000, messagesEach: 10 }
const RUNS = 60
const GROWTH_GOAL = 1.5
const SEARCH_GOAL_MS = 150

const EVERYTHING: InboxView = { tab: 'all', needsPerson: false, search: '', sort: 'newest' }
const views: [string, Partial<InboxView>][] = [
  ['all', {}],
  ['mine', { tab: 'mine' }],
  ['unassigned', { tab: 'unassigned' }],
  ['unread', { tab: 'unread' }],
  ['waiting', { tab: 'waiting' }],
  ['snoozed', { tab: 'snoozed' }],
  ['closed', { status: 'closed' }],
  ['longest waiting', { sort: 'waiting' }],
  ['by score', { sort: 'score' }],
  ['a common tag', { tag: 1 }],
  ['with media', { hasMedia: true }],
  ['unanswered for an hour', { unansweredHours: 1 }],
]
const searches = [
  'room',
  'xylophone',
  'the room',
  'roo',
  'the',
  'a',
  'th',
  'Customer 4711',
  '0700004711',
]

type Company = { db: TenantDb; owner: Actor; agent: Actor }

/** Inbox lists, their counts and search at two sizes, with the plan of each query. */
export function benchLists(): BenchRow[] {
  const [small, large] = [open(SMALL), open(LARGE)]
  try {
    const rows = views.map(([name, wish]) =>
      listRow(name, { ...EVERYTHING, ...wish }, small, large),
    )
    const counts = ratioRow('inbox counts', small, large, ({ db, owner }) => countInbox(db, owner))
    const own = ratioRow('inbox list at 100k: an agent’s', small, large, ({ db, agent }) =>
      listConversations(db, agent, EVERYTHING),
    )
    return [...rows, own, counts, ...searches.map((words) => searchRow(words, large))]
  } finally {
    small.close()
    large.close()
  }
}

function open(size: typeof SMALL): Company & { close: () => void } {
  const { db, close } = createTestTenant()
  const owner = addMember(db, 'owner')
  const agent = addMember(db, 'agent')
  fillLargeCompany(db, size)
  // An agent has a hundred, among few others or many.
  const every = size.conversations / 100
  sqliteOf(db).exec(`update conversations set assigned_to = ${agent.id} where id % ${every} = 1`)
  return { db, close, owner, agent }
}

function listRow(name: string, view: InboxView, small: Company, large: Company): BenchRow {
  printPlan(large.db, name, explainable(large.db, large.owner, view))
  return ratioRow(`inbox list at 100k: ${name}`, small, large, ({ db, owner }) =>
    listConversations(db, owner, view),
  )
}

function ratioRow(
  name: string,
  small: Company,
  large: Company,
  work: (company: Company) => unknown,
): BenchRow {
  const few = measure(() => work(small))
  const many = measure(() => work(large))
  const ratio = many.p50 / few.p50
  return {
    ...{ name, ratio, value: `${many.p50.toFixed(2)} ms, p95 ${many.p95.toFixed(2)} ms` },
    ...{ goal: `cost ≤ ${GROWTH_GOAL}× at 1,000`, met: ratio <= GROWTH_GOAL },
  }
}

function searchRow(search: string, { db, owner, agent }: Company): BenchRow {
  if (search === searches[0]) printPlan(db, 'search', explainableSearch(db, owner))
  const all = measure(() => searchConversations(db, owner, { search }))
  const own = measure(() => searchConversations(db, agent, { search }))
  const worst = Math.max(all.p95, own.p95)
  return {
    name: `search at 1,000,000 messages, newest ${MESSAGE_HITS_MAX} places: ${search}`,
    value: `p50 ${all.p50.toFixed(1)}, p95 ${all.p95.toFixed(1)} ms; an agent’s ${own.p50.toFixed(1)}, ${own.p95.toFixed(1)}`,
    ...{ goal: `p95 ≤ ${SEARCH_GOAL_MS} ms`, met: worst <= SEARCH_GOAL_MS },
  }
}

function measure(work: () => unknown): { p50: number; p95: number } {
  work()
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now()
    work()
    return performance.now() - startedAt
  })
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: median(times), p95: sorted[Math.floor(RUNS * 0.95)] ?? 0 }
}

function printPlan(db: TenantDb, name: string, text: string): void {
  const plan = sqliteOf(db).prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
  const steps = plan.all(...Array<number>(text.split('?').length - 1).fill(1))
  console.error(`${name}:\n${steps.map((step) => `  ${step.detail}`).join('\n')}`)
}
