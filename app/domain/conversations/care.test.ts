import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, setReach } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { assignConversation, listAssignable } from './assign.server.ts'
import { closeConversation } from './close.server.ts'
import { addNote, NOTE_LENGTH_MAX } from './notes.server.ts'
import { findReachable } from './reach.server.ts'
import { markRead } from './reads.server.ts'
import { reopenConversation } from './reopen.server.ts'
import { replyAsMember } from './reply.server.ts'
import { retryReachable } from './retry-reachable.server.ts'
import { giveBack, takeOver } from './take-over.server.ts'
import { findThread } from './thread.server.ts'
import { noteMemberTyping } from './typing.server.ts'

let tenant: TestTenant
let endpoint: number
let owner: Actor
let agent: Actor
let other: Actor

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Otieno')
  other = addMember(tenant.db, 'agent', 'Fatuma')
})
afterEach(() => tenant.close())

const add = (options: Parameters<typeof addConversation>[2] = {}) =>
  addConversation(tenant.db, endpoint, options)

function stateOf(id: number) {
  const row = findReachable(tenant.db, owner, id)
  if (!row) throw new Error('no such conversation')
  return row
}

const historyOf = (id: number) =>
  (findThread(tenant.db, owner, id)?.items ?? []).flatMap((item) =>
    item.kind === 'event' ? item.event : [],
  )

describe('assignment', () => {
  test('is given, moved and taken back, with its trace', () => {
    const { id } = add()
    const give = (memberId: number | null) =>
      assignConversation(tenant.db, owner, { conversationId: id, memberId })
    expect(give(agent.id)).toEqual({ ok: true })
    expect(stateOf(id)).toMatchObject({ assignedTo: agent.id, assignedBy: owner.id })
    give(agent.id)
    give(other.id)
    give(null)
    expect(stateOf(id).assignedTo).toBeNull()
    expect(historyOf(id)).toEqual(['assigned', 'assigned', 'unassigned'])
  })

  test('an agent takes what nobody has, and gives nothing to others', () => {
    setReach(tenant.db, { unassigned: true })
    const [free, own] = [add(), add({ assignedTo: agent.id })]
    const give = (conversationId: number, memberId: number | null) =>
      assignConversation(tenant.db, agent, { conversationId, memberId })
    expect(give(free.id, other.id)).toEqual({ ok: false, reason: 'not_allowed' })
    expect(give(own.id, null)).toEqual({ ok: false, reason: 'not_allowed' })
    expect(give(free.id, agent.id)).toEqual({ ok: true })
  })

  test('nobody gets it who cannot reply or is gone', () => {
    const viewer = addMember(tenant.db, 'viewer')
    sqliteOf(tenant.db)
      .prepare("update members set status = 'deactivated' where id = ?")
      .run(other.id)
    for (const memberId of [viewer.id, other.id, 999])
      expect(assignConversation(tenant.db, owner, { conversationId: add().id, memberId })).toEqual({
        ...{ ok: false, reason: 'member_not_found' },
      })
    expect(listAssignable(tenant.db).map((member) => member.name)).toEqual(['Otieno', 'Wanjiru'])
  })
})

describe('taking over', () => {
  test('silences the assistant, ends the call and makes it theirs', () => {
    const { id } = add({ needsPersonAt: 5, needsPersonReason: 'customer_asked', aiState: 'paused' })
    expect(takeOver(tenant.db, owner, id)).toEqual({ ok: true })
    expect(stateOf(id)).toMatchObject({
      ...{ aiState: 'paused', needsPersonAt: null, assignedTo: owner.id, status: 'in_progress' },
    })
    takeOver(tenant.db, owner, id)
    expect(historyOf(id).filter((kind) => kind === 'taken_over')).toHaveLength(1)
  })

  test('leaves it with whom it is, and giving back lets the assistant answer', () => {
    const { id } = add({ assignedTo: agent.id })
    takeOver(tenant.db, owner, id)
    expect(stateOf(id)).toMatchObject({ aiState: 'paused', assignedTo: agent.id })
    expect(giveBack(tenant.db, agent, id)).toEqual({ ok: true })
    expect(stateOf(id).aiState).toBe('on')
    expect(historyOf(id)).toEqual(['taken_over', 'given_back'])
  })
})

describe('closing', () => {
  test('ends with an outcome and can be undone', () => {
    const { id } = add({ needsPersonAt: 5 })
    expect(closeConversation(tenant.db, owner, id, { outcome: 'abandoned' })).toEqual({ ok: true })
    expect(stateOf(id)).toMatchObject({
      status: 'closed',
      outcome: 'abandoned',
      needsPersonAt: null,
    })
    expect(reopenConversation(tenant.db, owner, id)).toEqual({ ok: true })
    expect(stateOf(id)).toMatchObject({ status: 'in_progress', outcome: 'none', closedAt: null })
  })

  test('an agent undoes their own closing, though it left their reach; nobody else’s', () => {
    const { id } = add({ assignedTo: agent.id })
    closeConversation(tenant.db, agent, id, { outcome: 'resolved' })
    expect(findReachable(tenant.db, agent, id)).toBeUndefined()
    expect(reopenConversation(tenant.db, other, id)).toEqual({ ok: false, reason: 'not_found' })
    expect(reopenConversation(tenant.db, agent, id)).toEqual({ ok: true })
    closeConversation(tenant.db, owner, id, { outcome: 'resolved' })
    expect(reopenConversation(tenant.db, agent, id)).toEqual({ ok: false, reason: 'not_found' })
  })

  test('stays closed when the customer has begun another conversation', () => {
    const { id, contactId } = add()
    closeConversation(tenant.db, owner, id, { outcome: 'resolved' })
    add({ contactId })
    expect(reopenConversation(tenant.db, owner, id)).toEqual({
      ok: false,
      reason: 'another_is_open',
    })
  })
})

describe('replying', () => {
  test('sends once per key, ends the call, marks as read and makes it theirs', () => {
    const { id } = add({ needsPersonAt: 5, lastInboundProviderAt: Date.now() })
    const send = () =>
      replyAsMember(tenant.db, owner, { conversationId: id, text: 'Karibu', sendKey: 'key-12345' })
    const first = send()
    expect(first).toMatchObject({ ok: true, isNew: true })
    expect(send()).toMatchObject({ ok: true, isNew: false })
    expect(stateOf(id)).toMatchObject({
      ...{ aiState: 'paused', needsPersonAt: null, assignedTo: owner.id },
    })
    const thread = findThread(tenant.db, owner, id)
    expect(thread?.head.lastReadId).toBe(thread?.head.lastInboundId)
    expect(
      thread?.items.filter((item) => item.kind === 'message' && item.text === 'Karibu'),
    ).toHaveLength(1)
  })

  test('two members with the same key send two messages', () => {
    const { id } = add({ lastInboundProviderAt: Date.now() })
    for (const actor of [owner, addMember(tenant.db, 'manager')])
      expect(
        replyAsMember(tenant.db, actor, { conversationId: id, text: 'x', sendKey: 'same-key-1' }),
      ).toMatchObject({ ok: true, isNew: true })
  })
})

test('what is out of reach does not exist for any write', () => {
  const { id, messageIds } = add({ assignedTo: other.id, lastInboundProviderAt: Date.now() })
  const messageId = messageIds[0] as number
  const { db } = tenant
  const gone = { ok: false, reason: 'not_found' }
  expect(assignConversation(db, agent, { conversationId: id, memberId: agent.id })).toEqual(gone)
  expect(takeOver(db, agent, id)).toEqual(gone)
  expect(giveBack(db, agent, id)).toEqual(gone)
  expect(closeConversation(db, agent, id, { outcome: 'lost' })).toEqual(gone)
  expect(reopenConversation(db, agent, id)).toEqual(gone)
  expect(addNote(db, agent, id, 'hello')).toEqual(gone)
  expect(noteMemberTyping(db, agent, id)).toEqual(gone)
  expect(markRead(db, agent, id, messageId)).toEqual(gone)
  expect(replyAsMember(db, agent, { conversationId: id, text: 'hello' })).toEqual(gone)
  expect(retryReachable(db, agent, { conversationId: id, messageId })).toEqual(gone)
  expect(historyOf(id)).toEqual([])
})

test('a message of another conversation is neither read nor sent again through this one', () => {
  const [one, two] = [add(), add()]
  const foreign = two.messageIds[0] as number
  const gone = { ok: false, reason: 'not_found' }
  expect(markRead(tenant.db, owner, one.id, foreign)).toEqual(gone)
  expect(retryReachable(tenant.db, owner, { conversationId: one.id, messageId: foreign })).toEqual(
    gone,
  )
})

test('reading goes forward only', () => {
  const { id, messageIds } = add({ texts: ['a', 'b'] })
  const [first, last] = messageIds as [number, number]
  markRead(tenant.db, owner, id, last)
  markRead(tenant.db, owner, id, first)
  expect(findThread(tenant.db, owner, id)?.head.lastReadId).toBe(last)
})

test('a note needs words, and not too many', () => {
  const { id } = add()
  expect(addNote(tenant.db, owner, id, ' \n ')).toEqual({ ok: false, reason: 'empty_note' })
  expect(addNote(tenant.db, owner, id, 'x'.repeat(NOTE_LENGTH_MAX + 1))).toEqual({
    ...{ ok: false, reason: 'note_too_long' },
  })
  expect(addNote(tenant.db, owner, id, ' call her ')).toMatchObject({ ok: true })
  expect(findThread(tenant.db, owner, id)?.items.at(-1)).toMatchObject({ text: 'call her' })
})
