import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAssignments } from '#app/domain/assignment/history.server.ts'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { lastChangeId } from '#app/domain/changes/record.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { conversationReads } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { isWatching, startWatching, stepIn } from './watch.server.ts'

const HOUR_MS = 3_600_000
let tenant: TestTenant
let manager: Actor & { name: string }
let grace: Actor & { name: string }
let conversationId: number

beforeEach(() => {
  tenant = createTestTenant()
  manager = { ...addMember(tenant.db, 'manager', 'David'), name: 'David' }
  grace = { ...addMember(tenant.db, 'agent', 'Grace'), name: 'Grace' }
  const line = addEndpoint(tenant.db)
  conversationId = addConversation(tenant.db, line, { assignedTo: grace.id }).id
})
afterEach(() => tenant.close())

const audited = () => tenant.db.select().from(auditLog).all()

test('looking on is known to the audit log and to nothing else', () => {
  const { db } = tenant
  const before = lastChangeId(db)
  expect(isWatching(db, manager, { conversationId })).toBe(false)
  expect(startWatching(db, manager, { conversationId })).toBe(true)
  expect(isWatching(db, manager, { conversationId })).toBe(true)
  expect(isWatching(db, manager, { conversationId, now: Date.now() + 9 * HOUR_MS })).toBe(false)
  expect(audited()).toMatchObject([
    { action: 'conversation.watched', actorId: manager.id, subjectId: String(conversationId) },
  ])
  expect(lastChangeId(db)).toBe(before)
  expect(db.select().from(notifications).all()).toEqual([])
  expect(db.select().from(conversationReads).all()).toEqual([])
})

test('an agent watches nobody, not even themselves', () => {
  expect(startWatching(tenant.db, grace, { conversationId })).toBe(false)
  expect(stepIn(tenant.db, grace, conversationId)).toEqual({ ok: false, reason: 'not_found' })
  expect(audited()).toEqual([])
})

test('stepping in makes it theirs, with its history', () => {
  expect(stepIn(tenant.db, manager, conversationId)).toEqual({ ok: true })
  expect(findReachable(tenant.db, manager, conversationId)?.assignedTo).toBe(manager.id)
  expect(listAssignments(tenant.db, manager, conversationId)[0]).toMatchObject({
    rule: 'stepped_in',
  })
  expect(audited().map((entry) => entry.action)).toContain('conversation.stepped_in')
})
