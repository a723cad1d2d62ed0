import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { countCalls, countInbox } from './counts.server.ts'
import type { InboxView } from './inbox-view.ts'
import { explainable, INBOX_PAGE_ROWS, listConversations } from './list.server.ts'
import { markRead } from './reads.server.ts'
import { searchConversations } from './search.server.ts'

const EVERYTHING: InboxView = { tab: 'all', needsPerson: false, search: '', sort: 'newest' }

let tenant: TestTenant
let endpoint: number
let owner: Actor
let manager: Actor
let agent: Actor
let viewer: Actor

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner')
  manager = addMember(tenant.db, 'manager')
  agent = addMember(tenant.db, 'agent')
  viewer = addMember(tenant.db, 'viewer')
})
afterEach(() => tenant.close())

function idsFor(actor: Actor, view: Partial<InboxView> = {}): number[] {
  return listConversations(tenant.db, actor, { ...EVERYTHING, ...view }).rows.map((row) => row.id)
}

function found(actor: Actor, search: string): number[] {
  return searchConversations(tenant.db, actor, { search }).rows.map((row) => row.id)
}

/** Mine, someone else’s, nobody’s, and an earlier closed one of my contact. */
function seedFour() {
  const add = (options: Parameters<typeof addConversation>[2]) =>
    addConversation(tenant.db, endpoint, options)
  const mine = add({ name: 'Asha', assignedTo: agent.id, lastMessageAt: 4_000 })
  const theirs = add({ name: 'Brian', assignedTo: manager.id, lastMessageAt: 3_000 })
  const nobodys = add({ name: 'Chipo', lastMessageAt: 2_000 })
  const earlier = add({
    ...{ contactId: mine.contactId, status: 'closed', assignedTo: manager.id },
    lastMessageAt: 1_000,
  })
  return { mine: mine.id, theirs: theirs.id, nobodys: nobodys.id, earlier: earlier.id }
}

describe('tabs', () => {
  test('a manager and a viewer see everything open, newest first', () => {
    const { mine, theirs, nobodys } = seedFour()
    for (const actor of [owner, manager, viewer])
      expect(idsFor(actor)).toEqual([mine, theirs, nobodys])
  })

  test('unassigned, mine and closed', () => {
    const { theirs, nobodys, earlier } = seedFour()
    expect(idsFor(manager, { tab: 'unassigned' })).toEqual([nobodys])
    expect(idsFor(manager, { tab: 'mine' })).toEqual([theirs])
    expect(idsFor(manager, { status: 'closed' })).toEqual([earlier])
    expect(idsFor(manager, { tab: 'mine', status: 'closed' })).toEqual([earlier])
    expect(idsFor(owner, { tab: 'mine', status: 'closed' })).toEqual([])
  })

  test('what needs a person', () => {
    const { mine, nobodys } = seedFour()
    sqliteOf(tenant.db)
      .prepare('update conversations set needs_person_at = 5 where id in (?, ?)')
      .run(mine, nobodys)
    expect(idsFor(owner, { needsPerson: true })).toEqual([mine, nobodys])
    expect(idsFor(owner, { needsPerson: true, tab: 'unassigned' })).toEqual([nobodys])
    expect(idsFor(agent, { needsPerson: true })).toEqual([mine])
    expect(countCalls(tenant.db, owner)).toBe(2)
    expect(countCalls(tenant.db, agent)).toBe(1)
  })
})

describe('an agent', () => {
  test('sees only what is assigned to them', () => {
    const { mine } = seedFour()
    for (const tab of ['all', 'mine', 'unassigned'] as const) {
      expect(idsFor(agent, { tab })).toEqual(tab === 'unassigned' ? [] : [mine])
      expect(idsFor(agent, { tab, status: 'closed' })).toEqual([])
    }
    expect(countInbox(tenant.db, agent)).toMatchObject({ unassigned: 0, mine: 1 })
  })

  test('sees the unassigned queue when the company says so', () => {
    const { mine, nobodys } = seedFour()
    setReach(tenant.db, { unassigned: true })
    expect(idsFor(agent)).toEqual([mine, nobodys])
    expect(idsFor(agent, { tab: 'unassigned' })).toEqual([nobodys])
    expect(countInbox(tenant.db, agent)).toMatchObject({ unassigned: 1, mine: 1 })
  })

  test('sees earlier conversations of their contacts when the company says so', () => {
    const { mine, earlier } = seedFour()
    setReach(tenant.db, { earlier: true })
    expect(idsFor(agent)).toEqual([mine])
    expect(idsFor(agent, { status: 'closed' })).toEqual([earlier])
  })

  test('loses a conversation with its assignment', () => {
    const { mine } = seedFour()
    sqliteOf(tenant.db)
      .prepare('update conversations set assigned_to = ? where id = ?')
      .run(manager.id, mine)
    expect(idsFor(agent)).toEqual([])
  })
})

test('pages of thirty follow each other without gap or overlap, equal times included', () => {
  for (let n = 0; n < 75; n++)
    addConversation(tenant.db, endpoint, { lastMessageAt: 1_000 + Math.floor(n / 10) })
  const seen: number[] = []
  let after: { at: number; id: number } | undefined
  for (const size of [INBOX_PAGE_ROWS, INBOX_PAGE_ROWS, 15]) {
    const page = listConversations(tenant.db, owner, { ...EVERYTHING, after })
    expect(page.rows).toHaveLength(size)
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  }
  expect(after).toBeUndefined()
  expect(new Set(seen).size).toBe(75)
})

test('unread is each member’s own and ends with reading', () => {
  const { id, messageIds } = addConversation(tenant.db, endpoint, { assignedTo: agent.id })
  const isUnread = (actor: Actor) =>
    listConversations(tenant.db, actor, EVERYTHING).rows[0]?.isUnread
  expect(isUnread(owner)).toBe(true)
  markRead(tenant.db, owner, id, messageIds[0] as number)
  expect(isUnread(owner)).toBe(false)
  expect(isUnread(agent)).toBe(true)
  expect(countCalls(tenant.db, agent)).toBe(1)
})

describe('search', () => {
  test('finds by words of any message, by name and by number, closed ones too', () => {
    const oak = addConversation(tenant.db, endpoint, {
      ...{ name: 'Zawadi Njeri', phone: '+254712345678', status: 'closed' },
      texts: ['Do you have the oak table?', 'thanks'],
    })
    addConversation(tenant.db, endpoint, { name: 'Other' })
    for (const search of ['oak', 'oak tab', 'zawadi', 'njeri zaw', '0712 345 678', '+254712345'])
      expect(found(owner, search)).toEqual([oak.id])
    expect(found(owner, 'mahogany')).toEqual([])
  })

  test('stays within reach', () => {
    const mine = addConversation(tenant.db, endpoint, { assignedTo: agent.id, texts: ['oak'] })
    addConversation(tenant.db, endpoint, {
      ...{ name: 'Oakley', phone: '+254700111222', texts: ['oak table'] },
    })
    expect(found(agent, 'oak')).toEqual([mine.id])
    expect(found(agent, '0700111222')).toEqual([])
  })

  test.each([
    '"',
    '*',
    '""*',
    'NEAR(a b)',
    'text:oak',
    'oak OR hello',
    'NOT oak',
    '-oak',
    '^oak',
    "' or 1=1 --",
    '{name}:x',
    '(((',
    'a AND',
    '%',
    '_',
    '\u0000',
    ')"; drop table messages; --',
  ])('treats %j as words, never as syntax', (search) => {
    addConversation(tenant.db, endpoint, { texts: ['something quite different'] })
    expect(found(owner, search)).toEqual([])
    expect(found(agent, search)).toEqual([])
  })
})

describe('query plans', () => {
  const views: Partial<InboxView>[] = [
    {},
    { tab: 'mine' },
    { tab: 'unassigned' },
    { status: 'closed' },
    { needsPerson: true },
    { tab: 'mine', status: 'closed' },
    { tab: 'unassigned', status: 'closed' },
    { tab: 'mine', needsPerson: true },
    { tab: 'unassigned', needsPerson: true },
  ]

  function planOf(actor: Actor, view: Partial<InboxView>): string[] {
    const text = explainable(tenant.db, actor, { ...EVERYTHING, ...view })
    const plan = sqliteOf(tenant.db).prepare<unknown[], { detail: string }>(
      `explain query plan ${text}`,
    )
    const parameters = text.split('?').length - 1
    return plan.all(...Array<number>(parameters).fill(1)).map((row) => row.detail)
  }

  test.each(views)('for everything, %j walks one index in its order', (view) => {
    const plan = planOf(manager, view)
    expect(
      plan.filter((line) => /SCAN (conversations|messages|contacts)\b(?! USING)/.test(line)),
    ).toEqual([])
    // The rows of the page itself are sorted once more: these are the outer, few ones.
    expect(plan.filter((line) => line.includes('TEMP B-TREE')).length).toBeLessThanOrEqual(1)
    expect(plan.join('\n')).toMatch(/conversations(_all)?_(by_activity|by_assignee|needing_person)/)
  })

  test.each([{}, { unassigned: true }, { earlier: true, unassigned: true }])(
    'for an agent with %j no table is walked',
    (settings) => {
      setReach(tenant.db, settings)
      for (const view of [{}, { tab: 'mine' as const }]) {
        const plan = planOf(agent, view)
        expect(plan.join('\n')).not.toMatch(/SCAN (conversations|messages|contacts)/)
        expect(plan.join('\n')).toContain('conversations_by_assignee (is_open=? AND assigned_to=?')
      }
    },
  )
})
