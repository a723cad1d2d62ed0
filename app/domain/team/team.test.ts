import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignments, memberSkills } from '#app/domain/assignment/schema.server.ts'
import { addSkill } from '#app/domain/assignment/skills.server.ts'
import { listWorkload } from '#app/domain/assignment/workload.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { deactivateMember } from '#app/domain/members/standing.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { addDepartment, deleteDepartment, listDepartments } from './departments.server.ts'
import { countOwned, emptyHands } from './leaving.server.ts'
import { getWork, saveWork } from './work.server.ts'

let tenant: TestTenant
let owner: Actor & { name: string }
let grace: Actor, peter: Actor, otieno: Actor
let endpointId: number

beforeEach(() => {
  tenant = createTestTenant()
  owner = { ...addMember(tenant.db, 'owner', 'Mia'), name: 'Mia' }
  grace = addMember(tenant.db, 'agent', 'Grace')
  peter = addMember(tenant.db, 'agent', 'Peter')
  otieno = addMember(tenant.db, 'agent', 'Otieno')
  endpointId = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

function give(count: number, assignedTo: number | null, more: object = {}) {
  for (let index = 0; index < count; index += 1)
    addConversation(tenant.db, endpointId, { name: `Customer ${index}`, assignedTo, ...more })
}
const owners = () =>
  tenant.db
    .select()
    .from(conversations)
    .all()
    .map((row) => row.assignedTo)

test('what a leaving member has is spread evenly, snoozed ones too, closed ones stay theirs', () => {
  give(5, grace.id)
  give(1, grace.id, { status: 'snoozed' })
  give(1, grace.id, { status: 'closed' })
  give(2, peter.id)
  const order = { memberId: grace.id, to: 'spread', reason: 'Maternity leave' } as const
  expect(emptyHands(tenant.db, owner, order)).toEqual({ ok: true, moved: 6 })
  expect([peter, otieno].map(({ id }) => countOwned(tenant.db, id))).toEqual([4, 4])
  expect(owners().filter((id) => id === grace.id)).toHaveLength(1)
  const history = tenant.db.select().from(assignments).all()
  expect(history).toHaveLength(6)
  expect(history[0]).toMatchObject({ rule: 'leaving', reason: 'Maternity leave' })
})

test('only who assigns empties hands, and only to somebody who can answer', () => {
  give(1, grace.id)
  const viewer = addMember(tenant.db, 'viewer')
  const to = (receiver: number | 'spread') => ({ memberId: grace.id, to: receiver })
  expect(emptyHands(tenant.db, { ...peter, name: 'Peter' }, to(peter.id))).toEqual({
    ...{ ok: false, reason: 'not_allowed' },
  })
  expect(emptyHands(tenant.db, owner, to(viewer.id))).toEqual({
    ...{ ok: false, reason: 'member_not_found' },
  })
  expect(owners()).toEqual([grace.id])
})

test('a deactivated member owns nothing: it waits in the queue, nothing is left without a place', () => {
  give(3, grace.id)
  expect(deactivateMember(tenant.db, owner, grace.id)).toEqual({ ok: true })
  const rows = tenant.db.select().from(conversations).all()
  expect(rows.every((row) => row.assignedTo === null && row.queuedAt !== null)).toBe(true)
})

test('the workload counts what is open by colour, the queue first', () => {
  give(2, grace.id)
  give(1, null, { queuedAt: 1 })
  give(1, null)
  const [queue, ...people] = listWorkload(tenant.db)
  expect(queue).toMatchObject({ member: null, total: 1 })
  expect(people.map((column) => [column.member?.name, column.total])).toEqual([
    ['Grace', 2],
    ['Otieno', 0],
    ['Peter', 0],
  ])
  expect(people[0]?.colors).toEqual({ green: 0, yellow: 2, red: 0 })
})

test('a department deleted leaves its people, and work is saved as one', () => {
  const { db } = tenant
  const added = addDepartment(db, owner, 'Reservations')
  expect(addDepartment(db, owner, 'reservations')).toEqual({ ok: false, reason: 'name_taken' })
  const departmentId = added.ok ? added.id : 0
  const skill = addSkill(db, owner, { name: 'Weddings', words: 'wedding', memberIds: [] })
  const skillIds = skill.ok ? [skill.id] : []
  const work = { title: 'Host', departmentId, capacity: 3, skillIds }
  expect(saveWork(db, owner, { memberId: grace.id, ...work })).toEqual({ ok: true })
  expect(getWork(db, grace.id)).toEqual(work)
  expect(listDepartments(db)).toMatchObject([{ name: 'Reservations', members: 1 }])
  expect(deleteDepartment(db, owner, departmentId)).toBe(true)
  expect(getWork(db, grace.id)?.departmentId).toBeNull()
  expect(db.select().from(memberSkills).all()).toHaveLength(1)
  const foreign = { memberId: owner.id, ...work, departmentId: null }
  expect(saveWork(db, { ...grace, name: 'Grace' }, foreign)).toEqual({
    ...{ ok: false, reason: 'not_allowed' },
  })
})
