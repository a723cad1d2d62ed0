import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { emptyHands } from '#app/domain/team/leaving.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { addTask } from './add.server.ts'
import { changeTask, deleteTask, setTaskDone } from './change.server.ts'
import { remindOfTask } from './remind.server.ts'
import { listDoneTasks, listOpenTasks } from './today.server.ts'

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
const told = () => tenant.db.select().from(notifications).all()

test("it is one's own: nobody else lists, changes or ends it", () => {
  const id = add()
  expect(listOpenTasks(tenant.db, grace, DUE + 1)).toMatchObject([{ id, contactName: 'Asha' }])
  expect(listOpenTasks(tenant.db, owner, DUE + 1)).toEqual([])
  expect([setTaskDone(tenant.db, peter, id, true), deleteTask(tenant.db, peter, id)]).toEqual([
    false,
    false,
  ])
  expect(setTaskDone(tenant.db, grace, id, true)).toBe(true)
  expect(listOpenTasks(tenant.db, grace, DUE + 1)).toEqual([])
  expect(listDoneTasks(tenant.db, grace, 0)).toHaveLength(1)
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
  expect(listOpenTasks(tenant.db, grace, DUE + 1)).toMatchObject([
    { id: lost, conversationId: null, contactName: null },
  ])
})

test("a leaver's follow-ups go with the conversations", () => {
  const id = add()
  emptyHands(tenant.db, owner, { memberId: grace.id, to: peter.id })
  expect(listOpenTasks(tenant.db, peter, DUE + 1)).toMatchObject([{ id, contactName: 'Asha' }])
})
