import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { addConversation, addEndpoint, addMember, addMessage } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { editOwnMessage, reactAsMember, removeOwnMessage } from './change.server.ts'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { finishRemoval, giveUpRemoval, revertEdit, revertReaction } from './settle.server.ts'

let tenant: TestTenant
let agent: Actor
let other: Actor
let owner: Actor
let conversationId: number
let theirs: number
let ours: number

beforeEach(() => {
  tenant = createTestTenant()
  const { db } = tenant
  const endpointId = addEndpoint(db)
  owner = addMember(db, 'owner', 'Wanjiru')
  agent = addMember(db, 'agent', 'Otieno')
  other = addMember(db, 'agent', 'Fatuma')
  conversationId = addConversation(db, endpointId, {
    ...{ assignedTo: agent.id, lastInboundProviderAt: Date.now(), channel: 'telegram', texts: [] },
  }).id
  db.update(endpoints).set({ channel: 'telegram' }).run()
  theirs = addMessage(db, { conversationId, endpointId, text: 'Hi', providerId: '5:1' })
  ours = addMessage(db, {
    ...{ conversationId, endpointId, text: 'Helo', providerId: '5:2', direction: 'outbound' },
    ...{ authorKind: 'member', authorMemberId: agent.id, status: 'sent', sortAt: Date.now() },
  })
})
afterEach(() => tenant.close())

const at = (messageId: number) => ({ conversationId, messageId })
const rowOf = (id: number) => tenant.db.select().from(messages).where(eq(messages.id, id)).get()
const reactionsOf = (id: number) =>
  (findThread(tenant.db, owner, conversationId)?.items ?? []).flatMap((item) =>
    item.kind === 'message' && item.id === id ? item.reactions.map((one) => one.emoji) : [],
  )
const react = (actor: Actor, emoji: string | null) =>
  reactAsMember(tenant.db, actor, { ...at(theirs), emoji })
const edit = (actor: Actor, text: string) => editOwnMessage(tenant.db, actor, { ...at(ours), text })

describe('a reaction', () => {
  test('is one for the whole company, and can be taken back', () => {
    expect(react(agent, '👍')).toEqual({ ok: true })
    expect(react(owner, '🎉')).toEqual({ ok: true })
    expect(reactionsOf(theirs)).toEqual(['🎉'])
    expect(react(agent, null)).toEqual({ ok: true })
    expect(reactionsOf(theirs)).toEqual([])
  })

  test('is refused where it is none, out of reach, or the channel has none', () => {
    expect(react(agent, 'nice')).toEqual({ ok: false, reason: 'no_emoji' })
    expect(react(other, '👍')).toEqual({ ok: false, reason: 'not_found' })
    expect(react(agent, '🥑')).toEqual({ ok: false, reason: 'reaction_not_taken' })
    tenant.db.update(conversations).set({ channel: 'whatsapp-cloud' }).run()
    expect(react(agent, '🥑')).toEqual({ ok: true })
    tenant.db.update(conversations).set({ lastInboundProviderAt: 1 }).run()
    expect(react(agent, '👍')).toEqual({ ok: false, reason: 'outside_reply_window' })
    tenant.db.update(conversations).set({ status: 'closed' }).run()
    expect(react(owner, '👍')).toEqual({ ok: false, reason: 'conversation_closed' })
  })

  test('that the vendor refuses gives way to the one before, and the message says so', () => {
    react(agent, '👍')
    react(agent, '🎉')
    revertReaction(tenant.db, theirs, { refused: '🎉', before: '👍' })
    expect(reactionsOf(theirs)).toEqual(['👍'])
    expect(rowOf(theirs)?.changeFailed).toBe('reaction')
    react(agent, '🔥')
    expect(rowOf(theirs)?.changeFailed).toBeNull()
    revertReaction(tenant.db, theirs, { refused: '🎉', before: null })
    expect(reactionsOf(theirs)).toEqual(['🔥'])
  })

  test('of another company is another matter', () => {
    const shop = createTestTenant()
    const colleague = addMember(shop.db, 'owner', 'Asha')
    expect(reactAsMember(shop.db, colleague, { ...at(theirs), emoji: '👍' })).toEqual({
      ...{ ok: false, reason: 'not_found' },
    })
    expect(reactionsOf(theirs)).toEqual([])
    shop.close()
  })
})

describe('other words', () => {
  test('keep the earlier ones, and come back where the vendor refuses', () => {
    expect(edit(agent, 'Hello')).toEqual({ ok: true })
    expect(rowOf(ours)).toMatchObject({ text: 'Hello' })
    revertEdit(tenant.db, ours, 1)
    expect(rowOf(ours)).toMatchObject({ text: 'Helo', editedAt: null, changeFailed: 'wording' })
    expect(tenant.db.select().from(notifications).all()).toMatchObject([{ memberId: agent.id }])
  })

  test('are for one’s own, young messages of a channel that can', () => {
    const no = { ok: false, reason: 'change_not_possible' }
    expect(editOwnMessage(tenant.db, agent, { ...at(theirs), text: 'x' })).toEqual(no)
    expect(edit(agent, '  ')).toEqual({ ok: false, reason: 'empty_message' })
    tenant.db.update(conversations).set({ assignedTo: other.id }).run()
    expect(edit(other, 'Mine now')).toEqual(no)
    expect(edit(owner, 'By the owner')).toEqual({ ok: true })
    const shown = findThread(tenant.db, owner, conversationId)?.items.at(-1)
    expect(shown).toMatchObject({ edits: [{ previousText: 'Helo', byName: 'Wanjiru' }] })
    tenant.db.update(messages).set({ sortAt: 1 }).run()
    expect(edit(owner, 'Too old')).toEqual(no)
    tenant.db.update(messages).set({ sortAt: Date.now() }).run()
    tenant.db.update(conversations).set({ channel: 'whatsapp-cloud' }).run()
    expect(edit(owner, 'Not on WhatsApp')).toEqual(no)
  })
})

test('a deletion waits for the vendor, and nothing is left of the words then', () => {
  expect(removeOwnMessage(tenant.db, agent, at(ours))).toEqual({ ok: true })
  expect(rowOf(ours)?.text).toBe('Helo')
  giveUpRemoval(tenant.db, ours)
  expect(rowOf(ours)).toMatchObject({ text: 'Helo', removalRequestedAt: null })
  expect(rowOf(ours)?.changeFailed).toBe('removal')
  removeOwnMessage(tenant.db, agent, at(ours))
  removeOwnMessage(tenant.db, agent, at(ours))
  const jobs = sqliteOf(tenant.db).prepare("select 1 from jobs where kind = 'message.remove'")
  expect(jobs.all()).toHaveLength(2)
  expect(tenant.db.select().from(auditLog).all().at(-1)).toMatchObject({
    ...{ action: 'message.removed', actorName: 'Otieno' },
  })
  finishRemoval(tenant.db, ours)
  expect(rowOf(ours)).toMatchObject({ text: null, removalRequestedAt: null })
  expect(rowOf(ours)?.deletedAt).not.toBeNull()
  const gone = removeOwnMessage(tenant.db, other, at(ours))
  expect(gone).toEqual({ ok: false, reason: 'not_found' })
})
