import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { listConversations } from '#app/domain/conversations/list.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import {
  changeView,
  deleteView,
  listSavedViews,
  saveView,
} from '#app/domain/saved-views/saved-views.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { bulk, findOutcome, undoBulk } from './bulk.server.ts'
import type { BulkOrder } from './steps.server.ts'

let tenant: TestTenant
let manager: Actor
let asha: Actor
let brian: Actor
let mine: number
let theirs: number
let closed: number

beforeEach(() => {
  tenant = createTestTenant()
  const endpoint = addEndpoint(tenant.db)
  manager = addMember(tenant.db, 'manager')
  asha = addMember(tenant.db, 'agent', 'Asha')
  brian = addMember(tenant.db, 'agent', 'Brian')
  const add = (assignedTo: number, status: 'new' | 'closed' = 'new') =>
    addConversation(tenant.db, endpoint, { assignedTo, status }).id
  mine = add(asha.id)
  theirs = add(brian.id)
  closed = add(manager.id, 'closed')
  sqliteOf(tenant.db).exec(`insert into tags (id, name, created_at) values (1, 'Wedding', 0)`)
})
afterEach(() => tenant.close())

function rowOf(id: number) {
  return tenant.db.select().from(conversations).where(eq(conversations.id, id)).get()
}

function run(actor: Actor, order: BulkOrder, ids = [mine, theirs, closed]) {
  const result = bulk(tenant.db, actor, { ids, order })
  if (!result.ok) throw new Error(result.reason)
  return result.outcome
}

const isUnread = (actor: Actor) =>
  listConversations(tenant.db, actor, {
    ...{ tab: 'unread', needsPerson: false, search: '', sort: 'newest' },
  }).rows.map((row) => row.id)

test('each row succeeds or says why, and closing many is undone for those', () => {
  const outcome = run(manager, { kind: 'closure' }, [mine, theirs, closed, mine])
  expect(outcome).toMatchObject({
    done: 2,
    refused: [{ reason: 'conversation_closed', ids: [closed] }],
  })
  expect([rowOf(mine)?.status, rowOf(theirs)?.status]).toEqual(['closed', 'closed'])
  expect(undoBulk(tenant.db, manager, outcome.id)).toMatchObject({ ok: true, outcome: { done: 2 } })
  expect([rowOf(mine)?.status, rowOf(closed)?.status]).toEqual(['in_progress', 'closed'])
  expect(undoBulk(tenant.db, manager, outcome.id)).toEqual({ ok: false, reason: 'not_found' })
})

test('an agent changes only what is theirs, and undoes what left their reach', () => {
  const outcome = run(asha, { kind: 'closure' })
  expect(outcome).toMatchObject({ done: 1, refused: [{ reason: 'not_found' }] })
  expect(rowOf(theirs)?.status).toBe('new')
  expect(undoBulk(tenant.db, brian, outcome.id)).toEqual({ ok: false, reason: 'not_found' })
  expect(findOutcome(tenant.db, brian, outcome.id)).toBeUndefined()
  expect(undoBulk(tenant.db, asha, outcome.id).ok).toBe(true)
  expect(rowOf(mine)?.status).toBe('in_progress')
  expect(run(asha, { kind: 'deletion' })).toMatchObject({ done: 0 })
})

test('assigning, tags, priority and snooze go back to what they were', () => {
  const open = [mine, theirs]
  const steps: [BulkOrder, () => unknown, unknown][] = [
    [{ kind: 'assignment', memberId: manager.id }, () => rowOf(theirs)?.assignedTo, brian.id],
    [{ kind: 'priority', priorityId: 1 }, () => rowOf(mine)?.priorityId, null],
    [
      { kind: 'snooze', until: Date.now() + 60_000 },
      () => rowOf(mine)?.status === 'snoozed',
      false,
    ],
    [{ kind: 'tags', tagId: 1, isOn: true }, tagged, 0],
    [{ kind: 'deletion' }, () => rowOf(mine)?.deletedAt, null],
    [{ kind: 'reads' }, () => isUnread(manager).length, 2],
  ]
  for (const [order, read, before] of steps) {
    const outcome = run(manager, order, open)
    expect([order.kind, outcome.done, read()]).not.toEqual([order.kind, 2, before])
    undoBulk(tenant.db, manager, outcome.id)
    expect([order.kind, read()]).toEqual([order.kind, before])
  }
})

function tagged() {
  return sqliteOf(tenant.db).prepare('select count(*) from conversation_tags').pluck().get()
}

test('read and unread are each person’s own', () => {
  run(manager, { kind: 'reads' }, [mine])
  expect(isUnread(manager)).toEqual([theirs])
  expect(isUnread(asha)).toEqual([mine])
  run(manager, { kind: 'unread' }, [mine])
  expect(isUnread(manager).sort()).toEqual([mine, theirs])
})

test('nothing ticked and too much are said so', () => {
  const order = { kind: 'closure' } as const
  expect(bulk(tenant.db, manager, { ids: [], order })).toMatchObject({ reason: 'nothing_ticked' })
  const ids = Array.from({ length: 301 }, (_, n) => n + 1)
  expect(bulk(tenant.db, manager, { ids, order })).toMatchObject({ reason: 'too_many_ticked' })
})

test('saved views are one’s own, or shared by those who may, and hold nothing but a view', () => {
  const { db } = tenant
  const query = '?tab=unread&tag=4&evil=1&returnTo=//x'
  expect(saveView(db, asha, { name: 'Hot', isShared: true, query })).toEqual({
    ...{ ok: false, reason: 'not_allowed' },
  })
  const own = saveView(db, asha, { name: ' Hot ', isShared: false, query })
  const shared = saveView(db, manager, { name: 'All hands', isShared: true, query: 'tab=waiting' })
  const names = (actor: Actor) => listSavedViews(db, actor).map((view) => view.name)
  expect([names(asha), names(brian)]).toEqual([['All hands', 'Hot'], ['All hands']])
  expect(listSavedViews(db, asha)[1]?.query).toBe('?tab=unread&tag=4')
  const id = own.ok ? own.id : 0
  const sharedId = shared.ok ? shared.id : 0
  expect(deleteView(db, brian, id)).toEqual({ ok: false, reason: 'not_found' })
  expect(changeView(db, brian, { id: sharedId, name: 'Mine', isShared: false }).ok).toBe(false)
  expect(changeView(db, asha, { id, name: '', isShared: false })).toMatchObject({
    reason: 'view_name_empty',
  })
  expect(changeView(db, asha, { id, name: 'Cold', isShared: false }).ok).toBe(true)
  expect(deleteView(db, asha, id)).toEqual({ ok: true })
  expect(names(asha)).toEqual(['All hands'])
})
