import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { emptyHands } from '#app/domain/team/leaving.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { addTask } from './add.server.ts'
import { changeTask, deleteTask, restoreTask, setTaskDone } from './change.server.ts'
import { listLeadActions, listReturning } from './coming-up.server.ts'
import { countDueTasks, listTasks, TASKS_PER_PAGE } from './list.server.ts'
import { remindOfTask } from './remind.server.ts'

const DUE = Date.UTC(2026, 10, 21, 9)
let tenant: TestTenant
let owner: Actor & { name: string }
let grace: Actor, peter: Actor
let conversationId: number

beforeEach(() => {
  tenant = createTestTenant()
  owner = { ...addMember(tenant.db, 'owner', 'Mia'), name: 'Mia' }
  grace = addMember(tenant.db, 'agent', 'Grace')
  peter = addMember(tenant.db, 'agent', 'Peter')
  const endpointId = addEndpoint(tenant.db)
  const made = addConversation(tenant.db, endpointId, { name: 'Asha', assignedTo: grace.id })
  conversationId = made.id
})
afterEach(() => tenant.close())

function add(more: object = {}): number {
  const task = { kind: 'follow_up' as const, title: 'Call back', dueAt: DUE, conversationId }
  const added = addTask(tenant.db, grace, { ...task, ...more })
  if (!added.ok) throw new Error(added.reason)
  return added.id
}
const open = (actor: Actor, more: object = {}) =>
  listTasks(tenant.db, actor, { state: 'open', ...more }).rows
const told = () => tenant.db.select().from(notifications).all()

test("it is one's own: nobody else lists, changes or ends it", () => {
  const id = add()
  expect(open(grace)).toMatchObject([{ id, contactName: 'Asha' }])
  expect(open(owner)).toEqual([])
  expect([setTaskDone(tenant.db, peter, id, true), deleteTask(tenant.db, peter, id)]).toEqual([
    false,
    false,
  ])
  expect(setTaskDone(tenant.db, grace, id, true)).toBe(true)
  expect(open(grace)).toEqual([])
  expect(listTasks(tenant.db, grace, { state: 'done' }).rows).toHaveLength(1)
})

test('one cannot be made about what is out of reach', () => {
  const task = { kind: 'reminder' as const, title: 'Spy', dueAt: DUE, conversationId }
  expect(addTask(tenant.db, peter, task)).toEqual({ ok: false, reason: 'conversation_not_found' })
})

test('it reminds once, and again only after it was moved', () => {
  const id = add()
  remindOfTask(tenant.db, { taskId: id, dueAt: DUE })
  remindOfTask(tenant.db, { taskId: id, dueAt: DUE })
  expect(told()).toMatchObject([{ memberId: grace.id, kind: 'reminder_due', conversationId }])
  changeTask(tenant.db, grace, { id, title: 'Call back', dueAt: DUE + 1000 })
  remindOfTask(tenant.db, { taskId: id, dueAt: DUE })
  expect(told()).toHaveLength(1)
  remindOfTask(tenant.db, { taskId: id, dueAt: DUE + 1000 })
  expect(told()).toHaveLength(2)
})

test('what is done or out of reach reminds of no customer', () => {
  const [done, lost] = [add(), add({ kind: 'reminder' })]
  setTaskDone(tenant.db, grace, done, true)
  assignTo(tenant.db, { kind: 'system' }, { conversationId, memberId: peter.id })
  remindOfTask(tenant.db, { taskId: done, dueAt: DUE })
  remindOfTask(tenant.db, { taskId: lost, dueAt: DUE })
  const reminders = told().filter((row) => row.kind === 'reminder_due')
  expect(reminders).toMatchObject([{ memberId: grace.id, conversationId: null }])
  expect(open(grace)).toMatchObject([{ id: lost, conversationId: null, contactName: null }])
})

test("a leaver's follow-ups go with the conversations", () => {
  const id = add()
  emptyHands(tenant.db, owner, { memberId: grace.id, to: peter.id })
  expect(open(peter)).toMatchObject([{ id, contactName: 'Asha' }])
})

test('a follow-up goes with the conversation, also through the queue; a reminder stays', () => {
  const [owed, own] = [add(), add({ kind: 'reminder', title: 'Mine' })]
  const by = { kind: 'member', memberId: owner.id } as const
  assignTo(tenant.db, by, { conversationId, memberId: null })
  expect(open(grace)).toHaveLength(2)
  assignTo(tenant.db, by, { conversationId, memberId: peter.id })
  expect(open(peter)).toMatchObject([{ id: owed, contactName: 'Asha' }])
  expect(open(grace)).toMatchObject([{ id: own, contactName: null }])
})

test('what was deleted is gone, does not remind and can be taken back', () => {
  const id = add()
  expect(deleteTask(tenant.db, grace, id)).toBe(true)
  expect([open(grace), countDueTasks(tenant.db, grace, DUE + 1)]).toEqual([[], 0])
  remindOfTask(tenant.db, { taskId: id, dueAt: DUE })
  expect(told()).toEqual([])
  expect([restoreTask(tenant.db, peter, id), restoreTask(tenant.db, grace, id)]).toEqual([
    ...[false, true],
  ])
  expect([open(grace).length, countDueTasks(tenant.db, grace, DUE + 1)]).toEqual([1, 1])
})

test('a manager sees what a colleague owes to customers, an agent nothing of anybody', () => {
  const id = add()
  add({ kind: 'reminder', title: 'Dentist', conversationId: null })
  expect(open(owner, { memberId: grace.id })).toMatchObject([{ id, contactName: 'Asha' }])
  expect(open(peter, { memberId: grace.id })).toEqual([])
})

test('search looks at the wording and the customer, page by page', () => {
  for (let n = 0; n < TASKS_PER_PAGE + 2; n += 1) add({ title: `Call ${n}`, dueAt: DUE + n })
  add({ title: '100% sure', conversationId: null })
  expect(open(grace, { search: '100%' })).toHaveLength(1)
  const first = listTasks(tenant.db, grace, { state: 'open', search: 'asha' })
  expect(first.rows).toHaveLength(TASKS_PER_PAGE)
  const second = listTasks(tenant.db, grace, { state: 'open', search: 'asha', after: first.next })
  expect(second.rows.map((row) => row.title)).toEqual(['Call 30', 'Call 31'])
  expect(second.next).toBeUndefined()
})

test("today tells of one's own sleeping conversations and next actions", () => {
  const run = (sql: string, ...values: number[]) =>
    sqliteOf(tenant.db)
      .prepare(sql)
      .run(...values)
  run(
    `update conversations set status = 'snoozed', snoozed_until = ? where id = ?`,
    DUE,
    conversationId,
  )
  run(
    `insert into leads (contact_id, stage_id, position, owner_id, next_action, next_action_at,
       currency, stage_changed_at, created_at, updated_at)
     select contact_id, (select id from lead_stages limit 1), 1, ?, 'Send the quote', ?, 'KES', 0, 0, 0
     from conversations where id = ?`,
    ...[grace.id, DUE, conversationId],
  )
  expect(listReturning(tenant.db, grace, DUE + 1)).toMatchObject([{ id: conversationId }])
  expect(listLeadActions(tenant.db, grace, DUE + 1)).toMatchObject([
    { nextAction: 'Send the quote' },
  ])
  expect([listReturning(tenant.db, owner, DUE + 1), listReturning(tenant.db, grace, DUE)]).toEqual([
    ...[[], []],
  ])
  expect(listLeadActions(tenant.db, peter, DUE + 1)).toEqual([])
})

test('the list reads its own index', () => {
  const plan = sqliteOf(tenant.db)
    .prepare(
      `explain query plan select id from tasks where member_id = 1 and done_at is null
         and deleted_at is null order by due_at, id limit 31`,
    )
    .all() as { detail: string }[]
  expect(plan.map((row) => row.detail).join()).toMatch(/tasks_by_member \(member_id=\?\)$/)
})
