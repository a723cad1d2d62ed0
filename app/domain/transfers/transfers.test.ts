import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { assignments } from '#app/domain/assignment/schema.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { conversationEvents, conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { decideTransfer, findTransfer, withdrawTransfer } from './decide.server.ts'
import { findTransferRow, listTransfers } from './list.server.ts'
import { requestTransfer } from './request.server.ts'

let tenant: TestTenant
let manager: Actor, grace: Actor, peter: Actor, viewer: Actor
let conversationId: number

beforeEach(() => {
  tenant = createTestTenant()
  const { db } = tenant
  manager = addMember(db, 'manager', 'Mia')
  grace = addMember(db, 'agent', 'Grace')
  peter = addMember(db, 'agent', 'Peter')
  viewer = addMember(db, 'viewer', 'Vera')
  const endpointId = addEndpoint(db)
  conversationId = addConversation(db, endpointId, { assignedTo: grace.id }).id
})
afterEach(() => tenant.close())

const reason = 'She wants to talk about a wedding'
const ask = (targetMemberId: number | null = peter.id, actor = grace) =>
  requestTransfer(tenant.db, actor, { conversationId, targetMemberId, reason })
const ownerId = () =>
  tenant.db.select().from(conversations).where(eq(conversations.id, conversationId)).get()
    ?.assignedTo
const toldOf = (kind: string) =>
  tenant.db
    .select()
    .from(notifications)
    .where(eq(notifications.kind, kind))
    .all()
    .map((row) => row.memberId)
const requestId = () => {
  const asked = ask()
  if (!asked.ok || asked.outcome !== 'requested') throw new Error('not requested')
  return asked.requestId
}

test('a request waits, its deciders are told, and the conversation stays where it is', () => {
  expect(ask()).toMatchObject({ ok: true, outcome: 'requested' })
  expect(ownerId()).toBe(grace.id)
  expect(toldOf('transfer_requested')).toEqual([manager.id])
  expect(ask()).toEqual({ ok: false, reason: 'already_requested' })
  expect(listTransfers(tenant.db, manager, { isPending: true }).rows).toHaveLength(1)
})

test('only the owner asks, and only for somebody who can answer', () => {
  expect(ask(grace.id, peter)).toEqual({ ok: false, reason: 'not_found' })
  expect(ask(viewer.id)).toEqual({ ok: false, reason: 'member_not_found' })
  expect(ask(grace.id)).toEqual({ ok: false, reason: 'member_not_found' })
})

test('approved, the colleague has it, both are told and the history says why', () => {
  const decided = { requestId: requestId(), isApproved: true, reason: 'Fine' }
  expect(decideTransfer(tenant.db, grace, decided)).toEqual({ ok: false, reason: 'not_allowed' })
  expect(decideTransfer(tenant.db, manager, decided)).toEqual({ ok: true })
  expect(ownerId()).toBe(peter.id)
  expect(findTransfer(tenant.db, decided.requestId)?.state).toBe('approved')
  expect([toldOf('assigned'), toldOf('transfer_decided')]).toEqual([[peter.id], [grace.id]])
  const history = tenant.db.select().from(assignments).all()
  expect(history).toMatchObject([
    { fromMemberId: grace.id, toMemberId: peter.id, rule: 'transfer', reason: 'Fine' },
  ])
  const again = decideTransfer(tenant.db, manager, decided)
  expect(again).toEqual({ ok: false, reason: 'already_decided' })
})

test('given to somebody else it is redirected, given to nobody it joins the queue', () => {
  const first = requestId()
  const other = addMember(tenant.db, 'agent', 'Otieno')
  decideTransfer(tenant.db, manager, {
    ...{ requestId: first, isApproved: true, memberId: other.id, reason: '' },
  })
  expect([ownerId(), findTransfer(tenant.db, first)?.state]).toEqual([other.id, 'redirected'])
  assignTo(tenant.db, { kind: 'system' }, { conversationId, memberId: grace.id })
  const second = requestId()
  decideTransfer(tenant.db, manager, {
    ...{ requestId: second, isApproved: true, memberId: null, reason: '' },
  })
  expect(ownerId()).toBeNull()
})

test('a refusal needs a reason, and the asker learns it', () => {
  const refusal = { requestId: requestId(), isApproved: false, reason: ' ' }
  expect(decideTransfer(tenant.db, manager, refusal)).toEqual({
    ...{ ok: false, reason: 'reason_missing' },
  })
  decideTransfer(tenant.db, manager, { ...refusal, reason: 'You know her best' })
  expect(ownerId()).toBe(grace.id)
  expect(toldOf('transfer_decided')).toEqual([grace.id])
  const kinds = tenant.db.select().from(conversationEvents).all()
  expect(kinds.map((event) => event.kind)).toEqual(['transfer_requested', 'transfer_refused'])
})

test('what is given away meanwhile needs no decision, and the asker sees no name of it', () => {
  const id = requestId()
  assignTo(
    tenant.db,
    { kind: 'member', memberId: manager.id },
    {
      ...{ conversationId, memberId: peter.id },
    },
  )
  expect(findTransfer(tenant.db, id)?.state).toBe('moot')
  expect(findReachable(tenant.db, grace, conversationId)).toBeUndefined()
  expect(findTransferRow(tenant.db, grace, id)).toMatchObject({
    ...{ conversationId: null, contactName: null, contactPhone: null },
  })
  expect(findTransferRow(tenant.db, peter, id)).toBeUndefined()
})

test("one may withdraw what is one's own and waits", () => {
  const id = requestId()
  expect(withdrawTransfer(tenant.db, manager, id)).toBe(false)
  expect(withdrawTransfer(tenant.db, grace, id)).toBe(true)
  expect(withdrawTransfer(tenant.db, grace, id)).toBe(false)
})

test('where the company allows it, a named colleague has it at once', () => {
  tenant.db.update(company).set({ directTransfer: 1 }).run()
  expect(ask()).toEqual({ ok: true, outcome: 'transferred' })
  expect(ownerId()).toBe(peter.id)
})
