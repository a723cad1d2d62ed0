import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { desc, eq } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { closeIdle } from './close-idle.server.ts'
import { deleteConversation, purgeDeleted, restoreConversation } from './deletion.server.ts'
import { findReachable } from './reach.server.ts'
import { receiveMessage } from './receive.server.ts'
import { replyAsMember } from './reply.server.ts'
import { conversationEvents, conversations, messages } from './schema.server.ts'
import { snoozeConversation, wakeConversation } from './snooze.server.ts'
import { wakeAt } from './wake.server.ts'

let tenant: TestTenant
let endpoint: number
let manager: Actor
let agent: Actor

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  manager = addMember(tenant.db, 'manager')
  agent = addMember(tenant.db, 'agent')
})
afterEach(() => {
  vi.useRealTimers()
  tenant.close()
})

const HOUR_MS = 3_600_000
const soon = () => Date.now() + HOUR_MS

function rowOf(id: number) {
  return tenant.db.select().from(conversations).where(eq(conversations.id, id)).get()
}

function lastEvent(id: number) {
  return tenant.db
    .select()
    .from(conversationEvents)
    .where(eq(conversationEvents.conversationId, id))
    .orderBy(desc(conversationEvents.id))
    .get()
}

function write(phone: string, text = 'Hello?', at = Date.now()) {
  const event = {
    ...{ kind: 'message' as const, providerId: `p${Math.random()}`, at, from: { phone } },
    content: { type: 'text' as const, text, payload: {}, media: [] },
  }
  const received = receiveMessage(tenant.db, {
    endpoint: { id: endpoint, channel: 'whatsapp-cloud' },
    event,
  })
  return received?.conversationId ?? 0
}

describe('snooze', () => {
  test('wakes once, at its time, and tells the owner', () => {
    const { id } = addConversation(tenant.db, endpoint, { assignedTo: agent.id })
    const until = soon()
    expect(snoozeConversation(tenant.db, agent, { conversationId: id, until })).toEqual({
      ok: true,
    })
    expect(rowOf(id)).toMatchObject({ status: 'snoozed', snoozedUntil: until })
    expect(lastEvent(id)).toMatchObject({ kind: 'snoozed', actorMemberId: agent.id })
    expect([wakeAt(tenant.db, id, until), wakeAt(tenant.db, id, until)]).toEqual([true, false])
    expect(rowOf(id)).toMatchObject({ status: 'in_progress', snoozedUntil: null })
    expect(lastEvent(id)).toMatchObject({ kind: 'woken', actorKind: 'system' })
    const told = tenant.db.select().from(notifications).all()
    expect(told).toMatchObject([{ memberId: agent.id, kind: 'reminder_due', conversationId: id }])
  })

  test('snoozed again, only the newer time wakes it', () => {
    const { id } = addConversation(tenant.db, endpoint, { assignedTo: agent.id })
    const [first, second] = [soon(), soon() + HOUR_MS]
    for (const until of [first, second])
      snoozeConversation(tenant.db, agent, { conversationId: id, until })
    expect(wakeAt(tenant.db, id, first)).toBe(false)
    expect(rowOf(id)?.status).toBe('snoozed')
    expect(wakeAt(tenant.db, id, second)).toBe(true)
  })

  test('woken by hand and snoozed to the same minute, it wakes again', () => {
    const { id } = addConversation(tenant.db, endpoint, { assignedTo: agent.id })
    const until = soon()
    snoozeConversation(tenant.db, agent, { conversationId: id, until })
    expect(wakeConversation(tenant.db, agent, id)).toEqual({ ok: true })
    snoozeConversation(tenant.db, agent, { conversationId: id, until })
    expect(wakeAt(tenant.db, id, until)).toBe(true)
  })

  test('the customer’s message wakes it, and what nobody owns waits in the queue', () => {
    const id = write('+254711222333')
    snoozeConversation(tenant.db, manager, { conversationId: id, until: null })
    expect(rowOf(id)).toMatchObject({ status: 'snoozed', queuedAt: null })
    expect(write('+254711222333')).toBe(id)
    expect(rowOf(id)).toMatchObject({ status: 'in_progress', snoozedUntil: null })
    expect(rowOf(id)?.queuedAt).not.toBeNull()
    expect(lastEvent(id)).toMatchObject({ kind: 'woken', actorKind: 'contact' })
  })

  test('not the past, not what is closed, not what is somebody else’s', () => {
    const mine = addConversation(tenant.db, endpoint, { assignedTo: agent.id }).id
    const closed = addConversation(tenant.db, endpoint, { status: 'closed' }).id
    const theirs = addConversation(tenant.db, endpoint, { assignedTo: manager.id }).id
    const snooze = (actor: Actor, conversationId: number, until = soon()) =>
      snoozeConversation(tenant.db, actor, { conversationId, until })
    expect(snooze(agent, mine, Date.now() - 1)).toEqual({ ok: false, reason: 'snooze_past' })
    expect(snooze(manager, closed)).toEqual({ ok: false, reason: 'conversation_closed' })
    expect(snooze(agent, theirs)).toEqual({ ok: false, reason: 'not_found' })
    expect(wakeConversation(tenant.db, agent, theirs)).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('whose turn it is', () => {
  test('a customer waits from their first unanswered message; a reply turns it', () => {
    const start = Date.now() - HOUR_MS
    const id = write('+254711222333', 'One', start)
    write('+254711222333', 'Two', start + 1_000)
    expect(rowOf(id)).toMatchObject({ status: 'new', unansweredSince: start })
    expect(replyAsMember(tenant.db, manager, { conversationId: id, text: 'Yes' }).ok).toBe(true)
    expect(rowOf(id)).toMatchObject({ status: 'waiting', unansweredSince: null })
    write('+254711222333', 'Thanks')
    expect(rowOf(id)?.status).toBe('in_progress')
    expect(rowOf(id)?.unansweredSince).not.toBeNull()
  })
})

describe('idle', () => {
  const silentSince = Date.now() - 80 * HOUR_MS
  beforeEach(() => sqliteOf(tenant.db).exec('update company set idle_close_hours = 72'))

  test('closes what was silent long enough, and says that a rule did', () => {
    const add = (status: 'waiting' | 'new' | 'snoozed', lastMessageAt = silentSince) =>
      addConversation(tenant.db, endpoint, { status, lastMessageAt }).id
    const [gone, settled] = [add('waiting'), add('new')]
    const kept = [add('snoozed'), add('waiting', Date.now())]
    expect(closeIdle(tenant.db)).toBe(2)
    expect(closeIdle(tenant.db)).toBe(0)
    expect(rowOf(gone)).toMatchObject({ status: 'closed', outcome: 'abandoned' })
    expect(rowOf(settled)).toMatchObject({ status: 'closed', outcome: 'resolved' })
    expect(kept.map((id) => rowOf(id)?.status)).toEqual(['snoozed', 'waiting'])
    expect(lastEvent(gone)).toMatchObject({ kind: 'closed', actorKind: 'system' })
  })

  test('never closes on a customer who waits, and nothing without the setting', () => {
    const unansweredSince = silentSince
    addConversation(tenant.db, endpoint, { lastMessageAt: silentSince, unansweredSince })
    addConversation(tenant.db, endpoint, { lastMessageAt: silentSince, needsPersonAt: 1 })
    expect(closeIdle(tenant.db)).toBe(0)
    addConversation(tenant.db, endpoint, { lastMessageAt: silentSince })
    sqliteOf(tenant.db).exec('update company set idle_close_hours = null')
    expect(closeIdle(tenant.db)).toBe(0)
  })
})

describe('deletion', () => {
  test('takes it out of everybody’s reach, and back', () => {
    const id = write('+254711222333')
    expect(deleteConversation(tenant.db, agent, id)).toEqual({ ok: false, reason: 'not_allowed' })
    expect(deleteConversation(tenant.db, manager, id)).toEqual({ ok: true })
    expect(findReachable(tenant.db, manager, id)).toBeUndefined()
    expect(restoreConversation(tenant.db, agent, id)).toEqual({ ok: false, reason: 'not_allowed' })
    expect(restoreConversation(tenant.db, manager, id)).toEqual({ ok: true })
    expect(findReachable(tenant.db, manager, id)).toMatchObject({ status: 'in_progress' })
  })

  test('what the customer writes next begins a new one, and then the old one stays away', () => {
    const id = write('+254711222333')
    deleteConversation(tenant.db, manager, id)
    expect(write('+254711222333')).not.toBe(id)
    expect(restoreConversation(tenant.db, manager, id)).toEqual({
      ...{ ok: false, reason: 'another_is_open' },
    })
  })

  test('what was closed before comes back closed', () => {
    const closedAt = Date.now() - HOUR_MS
    const closed = { status: 'closed', outcome: 'won', closedAt } as const
    const { id } = addConversation(tenant.db, endpoint, closed)
    deleteConversation(tenant.db, manager, id)
    restoreConversation(tenant.db, manager, id)
    expect(rowOf(id)).toMatchObject(closed)
  })

  test('is for good after 30 days', () => {
    const { id } = addConversation(tenant.db, endpoint, { texts: ['gone'] })
    const { id: kept } = addConversation(tenant.db, endpoint)
    for (const one of [id, kept]) deleteConversation(tenant.db, manager, one)
    sqliteOf(tenant.db)
      .prepare('update conversations set deleted_at = ? where id = ?')
      .run(Date.now() - 31 * 24 * HOUR_MS, id)
    purgeDeleted(tenant.db)
    expect([rowOf(id), rowOf(kept)?.id]).toEqual([undefined, kept])
    const left = tenant.db.select().from(messages).where(eq(messages.conversationId, id)).all()
    expect(left).toEqual([])
  })
})
