import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { countInbox } from './counts.server.ts'
import type { InboxView } from './inbox-view.ts'
import { inboxQuery, parseInboxView } from './inbox-view.ts'
import { inboxSorts, inboxTabs } from './inbox-words.ts'
import { deleteConversation } from './deletion.server.ts'
import { listConversations } from './list.server.ts'
import { findReachable } from './reach.server.ts'
import { searchConversations } from './search.server.ts'

const START = Date.UTC(2026, 10, 2, 6)
const HOUR_MS = 3_600_000
const statuses = ['new', 'in_progress', 'waiting', 'snoozed', 'closed'] as const

type Made = {
  id: number
  status: (typeof statuses)[number]
  assignedTo: number | null
  score: number
  channel: string
  tag: number | null
  priority: number | null
  hasMedia: boolean
  at: number
  unansweredSince: number | null
  isRead: boolean
  isMentioned: boolean
  needsPerson: boolean
}

let tenant: TestTenant
let manager: Actor
let asha: Actor
let brian: Actor
let made: Made[]

beforeAll(() => {
  tenant = createTestTenant()
  const endpoint = addEndpoint(tenant.db)
  manager = addMember(tenant.db, 'manager')
  asha = addMember(tenant.db, 'agent', 'Asha')
  brian = addMember(tenant.db, 'agent', 'Brian')
  const sqlite = sqliteOf(tenant.db)
  sqlite.exec(`insert into tags (id, name, created_at) values (1, 'Wedding', 0), (2, 'Tour', 0)`)
  made = Array.from({ length: 240 }, (_, n) => {
    const owners = [null, asha.id, brian.id, manager.id]
    const row = {
      status: statuses[n % 5] ?? 'new',
      assignedTo: owners[(n >> 1) % 4] ?? null,
      score: (n * 37) % 100,
      channel: n % 3 === 0 ? 'telegram' : 'whatsapp-cloud',
      tag: n % 7 === 0 ? 1 : n % 11 === 0 ? 2 : null,
      priority: n % 13 === 0 ? 1 : null,
      hasMedia: n % 6 === 0,
      at: START + Math.floor(n / 3) * HOUR_MS,
      unansweredSince: n % 4 === 0 ? START + (n % 50) * HOUR_MS : null,
      isRead: n % 3 === 1,
      isMentioned: n % 9 === 0,
      needsPerson: n % 8 === 0 && n % 5 !== 4,
    }
    const { id, messageIds, contactId } = addConversation(tenant.db, endpoint, {
      ...{ name: `Person ${n}`, status: row.status, assignedTo: row.assignedTo },
      ...{ channel: row.channel, lastMessageAt: row.at, unansweredSince: row.unansweredSince },
      ...{ priorityId: row.priority, hasMedia: row.hasMedia ? 1 : 0 },
      needsPersonAt: row.needsPerson ? 5 : null,
      texts: [`mahogany table ${n}`],
    })
    sqlite.prepare('update contacts set score = ? where id = ?').run(row.score, contactId)
    if (row.tag) sqlite.prepare('insert into conversation_tags values (?, ?, 0)').run(id, row.tag)
    if (row.isRead)
      for (const member of [manager, asha, brian])
        sqlite
          .prepare('insert into conversation_reads values (?, ?, ?, 0)')
          .run(member.id, id, messageIds[0])
    if (row.isMentioned)
      for (const member of [manager, asha]) {
        const noteId = sqlite
          .prepare(
            `insert into notes (conversation_id, member_id, text, created_at) values (?, ?, 'secret mahogany', 0)`,
          )
          .run(id, manager.id).lastInsertRowid
        sqlite
          .prepare(
            'insert into note_mentions (note_id, member_id, conversation_id, at) values (?, ?, ?, 1)',
          )
          .run(noteId, member.id, id)
      }
    return { id, ...row }
  })
})
afterAll(() => tenant.close())

/** What a view must show, worked out from the rows themselves. */
function expected(actor: Actor, view: InboxView): number[] {
  const isMine = (row: Made) => row.assignedTo === actor.id
  const inReach = (row: Made) =>
    actor.role === 'manager' || (isMine(row) && row.status !== 'closed')
  const fits = (row: Made) => {
    const hasStatus = view.status
      ? row.status === view.status
      : view.tab === 'mentions' || (row.status !== 'snoozed' && row.status !== 'closed')
    const inTab = {
      all: hasStatus,
      mine: hasStatus && isMine(row),
      unassigned: hasStatus && row.assignedTo === null,
      unread: hasStatus && !row.isRead,
      mentions: hasStatus && row.isMentioned && actor.id !== brian.id,
      waiting: row.status === (view.status ?? 'waiting'),
      snoozed: row.status === (view.status ?? 'snoozed'),
    }[view.tab]
    const range = { green: [80, 101], yellow: [50, 80], red: [0, 50] }[view.score ?? 'red']
    const day = new Date(row.at + 3 * HOUR_MS).toISOString().slice(0, 10)
    return (
      inTab &&
      (!view.needsPerson || row.needsPerson) &&
      (!view.assignee || row.assignedTo === view.assignee) &&
      (!view.channel || row.channel === view.channel) &&
      (!view.score || (row.score >= (range[0] ?? 0) && row.score < (range[1] ?? 0))) &&
      (!view.tag || row.tag === view.tag) &&
      (!view.priority || row.priority === view.priority) &&
      (!view.from || day >= view.from) &&
      (!view.until || day <= view.until) &&
      (!view.hasMedia || row.hasMedia) &&
      (!view.unansweredHours || row.unansweredSince !== null)
    )
  }
  const order = {
    newest: (a: Made, b: Made) => b.at - a.at || b.id - a.id,
    score: (a: Made, b: Made) => b.score - a.score || b.id - a.id,
    waiting: (a: Made, b: Made) => waitOrder(a) - waitOrder(b) || a.id - b.id,
  }[view.sort]
  return made
    .filter((row) => inReach(row) && fits(row))
    .sort(order)
    .map((row) => row.id)
}

const waitOrder = (row: Made) => row.unansweredSince ?? 9e15 - row.at

function everyPage(actor: Actor, view: InboxView): number[] {
  const ids: number[] = []
  let after: { at: number; id: number } | undefined
  do {
    const page = listConversations(tenant.db, actor, { ...view, after })
    ids.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  return ids
}

const EVERYTHING: InboxView = { tab: 'all', needsPerson: false, search: '', sort: 'newest' }
const filters: Partial<InboxView>[] = [
  ...[{}, { needsPerson: true }, { channel: 'telegram' }, { tag: 1 }, { priority: 1 }],
  ...([{ hasMedia: true }, { score: 'green' }, { score: 'red' }, { unansweredHours: 1 }] as const),
  ...([
    { from: '2026-11-03', until: '2026-11-04' },
    { tag: 1, hasMedia: true, score: 'yellow' },
  ] as const),
  ...statuses.map((status) => ({ status })),
]

describe.each(['manager', 'Asha', 'Brian'])('%s', (name) => {
  const who = () => ({ manager, Asha: asha, Brian: brian })[name] ?? manager

  test.each(inboxTabs.flatMap((tab) => inboxSorts.map((sort) => ({ tab, sort }))))(
    'sees in $tab by $sort exactly what is theirs to see, whatever the filter',
    ({ tab, sort }) => {
      const all = [...filters, { assignee: brian.id }]
      const views = all.map((filter) => ({ ...EVERYTHING, tab, sort, ...filter }))
      for (const view of views)
        expect([view, everyPage(who(), view)]).toEqual([view, expected(who(), view)])
    },
  )

  test('counts what the views show', () => {
    const counts = countInbox(tenant.db, who())
    for (const tab of inboxTabs) {
      if (tab === 'all') continue
      const shown = expected(who(), { ...EVERYTHING, tab }).length
      expect([tab, counts[tab]]).toEqual([tab, Math.min(shown, 100)])
    }
  })

  test('finds only what is in reach', () => {
    const ids: number[] = []
    let after: { at: number; id: number } | undefined
    do {
      const page = searchConversations(tenant.db, who(), { search: 'mahogany', after })
      ids.push(...page.rows.map((row) => row.id))
      after = page.next
    } while (after)
    const reached = made.filter((row) => findReachable(tenant.db, who(), row.id))
    expect(ids.sort((a, b) => a - b)).toEqual(reached.map((row) => row.id))
  })
})

test('what is deleted is in no view, count or search', () => {
  const endpoint = addEndpoint(tenant.db)
  const { id } = addConversation(tenant.db, endpoint, { texts: ['xylophone'] })
  const before = countInbox(tenant.db, manager)
  expect(searchConversations(tenant.db, manager, { search: 'xylophone' }).rows).toHaveLength(1)
  deleteConversation(tenant.db, manager, id)
  expect(searchConversations(tenant.db, manager, { search: 'xylophone' }).rows).toEqual([])
  for (const status of [undefined, 'closed'] as const)
    expect(everyPage(manager, { ...EVERYTHING, status })).not.toContain(id)
  expect(countInbox(tenant.db, manager).unassigned).toBe(before.unassigned - 1)
})

test('an agent who may see the queue finds it in each view', () => {
  setReach(tenant.db, { unassigned: true })
  const ids = everyPage(asha, { ...EVERYTHING, tab: 'unread' })
  const mine = made.filter(
    (row) =>
      [asha.id, null].includes(row.assignedTo) &&
      !row.isRead &&
      !['closed', 'snoozed'].includes(row.status),
  )
  expect(ids).toHaveLength(mine.length)
  setReach(tenant.db, {})
})

test('a view is the same after a round through the address', () => {
  const view: InboxView = {
    ...{ tab: 'unread', needsPerson: true, search: '', sort: 'waiting', status: 'waiting' },
    ...{ assignee: 3, channel: 'telegram', score: 'green', tag: 4, priority: 2, hasMedia: true },
    ...{ from: '2026-11-03', until: '2026-11-04', unansweredHours: 24 },
  }
  expect(parseInboxView(new URLSearchParams(inboxQuery(view)))).toEqual(view)
  const nonsense = 'tab=x&status=y&tag=-1&from=2026-13-45&score=blue&unanswered=abc&channel=%27'
  expect(parseInboxView(new URLSearchParams(nonsense))).toEqual(EVERYTHING)
})
