import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listChangesAfter } from '#app/domain/changes/record.server.ts'
import { recomputeScore } from '#app/domain/contacts/score.server.ts'
import { failMessage } from '#app/domain/conversations/attempts.server.ts'
import { markRead } from '#app/domain/conversations/reads.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { siftChanges } from '#app/domain/conversations/visible-changes.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { tellAssignee } from './customer-replied.server.ts'
import { listNotifications } from './list.server.ts'
import { notify } from './notify.server.ts'
import { readPreferences, savePreferences } from './preferences.server.ts'
import {
  listSubscriptions,
  removeSubscription,
  saveSubscription,
} from './push-subscriptions.server.ts'
import { notifications } from './schema.server.ts'
import { countUnread, markAllNotificationsRead, markNotificationRead } from './unread.server.ts'

let tenant: TestTenant
let owner: Actor
let agent: Actor
let other: Actor
let endpointId: number

beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Grace')
  other = addMember(tenant.db, 'agent', 'Ali')
  endpointId = addEndpoint(tenant.db)
})
afterEach(() => {
  vi.useRealTimers()
  tenant.close()
})

const kindsOf = (actor: Actor) => listNotifications(tenant.db, actor).rows.map((row) => row.kind)
const jobsOf = (kind: string) =>
  tenant.db.select().from(jobs).where(eq(jobs.kind, kind)).orderBy(jobs.runAt).all()
const keys = { p256dh: 'p', auth: 'a' }
const device = (endpoint: string) => ({ endpoint, keys, userAgent: 'Firefox' })

function assign(conversationId: number, memberId: number | null): void {
  const set = { assignedTo: memberId }
  tenant.db.update(conversations).set(set).where(eq(conversations.id, conversationId)).run()
}

describe('reach', () => {
  test('what has left a person’s reach keeps no name, no link and no place in the count', () => {
    const { id } = addConversation(tenant.db, endpointId, { assignedTo: agent.id, name: 'Amina' })
    notify(tenant.db, {
      ...{ kind: 'assigned', memberIds: [agent.id], conversationId: id },
      data: { byName: 'Wanjiru' },
    })
    expect(countUnread(tenant.db, agent)).toBe(1)
    expect(listNotifications(tenant.db, agent).rows).toMatchObject([
      { contactName: 'Amina', byName: 'Wanjiru', to: `/conversations/${id}`, isWithinReach: true },
    ])
    assign(id, other.id)
    expect(countUnread(tenant.db, agent)).toBe(0)
    const [row] = listNotifications(tenant.db, agent).rows
    expect(Object.keys(row!).sort()).toEqual(['createdAt', 'id', 'isRead', 'isWithinReach', 'kind'])
    expect(listNotifications(tenant.db, agent, { onlyUnread: true }).rows).toEqual([])
  })

  test('the same holds for a contact without a conversation named', () => {
    const talk = addConversation(tenant.db, endpointId, { assignedTo: agent.id, name: 'Amina' })
    notify(tenant.db, { kind: 'reminder_due', memberIds: [agent.id], contactId: talk.contactId })
    expect(listNotifications(tenant.db, agent).rows).toMatchObject([
      { contactName: 'Amina', to: `/contacts/${talk.contactId}` },
    ])
    assign(talk.id, null)
    expect(JSON.stringify(listNotifications(tenant.db, agent).rows)).not.toContain('Amina')
    expect(countUnread(tenant.db, agent)).toBe(0)
    expect(countUnread(tenant.db, owner)).toBe(0)
  })

  test('live pages hear of their own notifications and of nobody else’s', () => {
    notify(tenant.db, { kind: 'import_done', memberIds: [agent.id], data: { path: '/contacts' } })
    const changes = listChangesAfter(tenant.db, 0)
    const told = (actor: Actor) => siftChanges(tenant.db, actor, changes, undefined).visible
    expect(told(agent)).toEqual([{ kind: 'notification.created' }])
    expect(told(other)).toEqual([])
    expect(told(owner)).toEqual([])
  })

  test('a path that leads out of the product is no link', () => {
    for (const path of ['//evil.example', '/\\evil', 'https://evil.example', 'javascript:1'])
      notify(tenant.db, { kind: 'import_done', memberIds: [agent.id], data: { path } })
    expect(listNotifications(tenant.db, agent).rows.some((row) => 'to' in row && row.to)).toBe(
      false,
    )
  })
})

describe('reading', () => {
  test('whoever reads the conversation has read what was told of it', () => {
    const talk = addConversation(tenant.db, endpointId, { assignedTo: agent.id })
    notify(tenant.db, { kind: 'mention', memberIds: [agent.id, owner.id], conversationId: talk.id })
    markRead(tenant.db, agent, talk.id, talk.messageIds[0]!)
    expect(countUnread(tenant.db, agent)).toBe(0)
    expect(countUnread(tenant.db, owner)).toBe(1)
  })

  test('one’s own only, one by one or all that was shown', () => {
    for (let n = 0; n < 4; n++) notify(tenant.db, { kind: 'import_done', memberIds: [agent.id] })
    const [newest, second] = listNotifications(tenant.db, agent).rows
    expect(markNotificationRead(tenant.db, other.id, second!.id)).toBe(false)
    expect(markNotificationRead(tenant.db, agent.id, second!.id)).toBe(true)
    expect(countUnread(tenant.db, agent)).toBe(3)
    markAllNotificationsRead(tenant.db, agent.id, newest!.id - 1)
    expect(countUnread(tenant.db, agent)).toBe(1)
  })

  test('pages go on where the last one ended; the bell counts by its index', () => {
    for (let n = 0; n < 65; n++) notify(tenant.db, { kind: 'import_done', memberIds: [agent.id] })
    const first = listNotifications(tenant.db, agent)
    const second = listNotifications(tenant.db, agent, { before: first.next })
    const third = listNotifications(tenant.db, agent, { before: second.next })
    const ids = [...first.rows, ...second.rows, ...third.rows].map((row) => row.id)
    expect(ids).toEqual(Array.from({ length: 65 }, (_, index) => 65 - index))
    expect(third.next).toBeUndefined()
    const plan = sqliteOf(tenant.db)
      .prepare(
        'explain query plan select 1 from notifications where member_id = 1 and read_at is null limit 100',
      )
      .all()
    expect(JSON.stringify(plan)).toContain('notifications_unread')
  })
})

describe('ways', () => {
  test('the same key tells the same person once; who has left is told nothing', () => {
    sqliteOf(tenant.db)
      .prepare("update members set status = 'deactivated' where id = ?")
      .run(other.id)
    for (let n = 0; n < 2; n++)
      notify(tenant.db, {
        ...{ kind: 'sla_breached', memberIds: [agent.id, agent.id, other.id], dedupeKey: 'x' },
      })
    expect(tenant.db.select().from(notifications).all()).toMatchObject([{ memberId: agent.id }])
  })

  test('a kind that a person does not want in the list may still ring', () => {
    const preferences = readPreferences(tenant.db, agent.id)
    preferences.choices.mention = { inApp: false, push: true, email: true }
    preferences.choices.assigned = { inApp: false, push: false, email: false }
    savePreferences(tenant.db, agent.id, preferences)
    saveSubscription(tenant.db, agent.id, device('https://fcm.googleapis.com/1'))
    notify(tenant.db, { kind: 'mention', memberIds: [agent.id] })
    notify(tenant.db, { kind: 'assigned', memberIds: [agent.id] })
    expect(kindsOf(agent)).toEqual([])
    expect(countUnread(tenant.db, agent)).toBe(0)
    expect(jobsOf('push.send')).toHaveLength(1)
    expect(jobsOf('notification.mail')).toHaveLength(1)
  })

  test('in quiet hours push and mail wait for their end, the list does not', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 20, 30), toFake: ['Date'] })
    const preferences = readPreferences(tenant.db, agent.id)
    preferences.choices.mention = { inApp: true, push: true, email: true }
    savePreferences(tenant.db, agent.id, {
      ...preferences,
      quiet: { from: 22 * 60, until: 7 * 60 },
    })
    saveSubscription(tenant.db, agent.id, device('https://fcm.googleapis.com/1'))
    notify(tenant.db, { kind: 'mention', memberIds: [agent.id] })
    // Nairobi is three hours ahead: half past eleven at night.
    const morning = Date.UTC(2026, 10, 21, 4)
    expect(jobsOf('push.send')).toMatchObject([{ runAt: morning }])
    expect(jobsOf('notification.mail')).toMatchObject([{ runAt: morning }])
    expect(kindsOf(agent)).toEqual(['mention'])
  })

  test('a digest is planned for the next morning, or Monday, once', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 12), toFake: ['Date'] })
    const preferences = readPreferences(tenant.db, agent.id)
    savePreferences(tenant.db, agent.id, { ...preferences, digest: 'daily' })
    savePreferences(tenant.db, agent.id, { ...preferences, digest: 'daily' })
    savePreferences(tenant.db, owner.id, { ...preferences, digest: 'weekly' })
    expect(jobsOf('digest.send')).toMatchObject([
      { runAt: Date.UTC(2026, 10, 21, 4, 30), idempotencyKey: `${agent.id}:2026-11-21` },
      { runAt: Date.UTC(2026, 10, 23, 4, 30), idempotencyKey: `${owner.id}:2026-11-23` },
    ])
  })
})

describe('devices', () => {
  test('a browser belongs to whoever turned it on last, and only its owner removes it', () => {
    const first = saveSubscription(tenant.db, agent.id, device('https://fcm.googleapis.com/1'))
    const again = saveSubscription(tenant.db, other.id, device('https://fcm.googleapis.com/1'))
    expect(again).toBe(first)
    expect(listSubscriptions(tenant.db, agent.id)).toEqual([])
    expect(removeSubscription(tenant.db, agent.id, again)).toBe(false)
    expect(removeSubscription(tenant.db, other.id, again)).toBe(true)
  })

  test('its keys are not readable in the file; the eleventh takes the place of the first', () => {
    const secret = { p256dh: 'p256dh-in-the-clear', auth: 'auth-in-the-clear' }
    for (let n = 0; n < 11; n++)
      saveSubscription(tenant.db, agent.id, {
        ...device(`https://fcm.googleapis.com/${n}`),
        keys: secret,
      })
    expect(listSubscriptions(tenant.db, agent.id)).toHaveLength(10)
    const stored = sqliteOf(tenant.db).prepare('select * from push_subscriptions').all()
    expect(JSON.stringify(stored)).not.toContain('in-the-clear')
    expect(JSON.stringify(stored)).not.toContain('googleapis.com/0"')
  })
})

describe('what tells', () => {
  test('a contact that turns green reaches the assigned agent and who leads, once a turn', () => {
    const admin = addMember(tenant.db, 'admin', 'Admin')
    addMember(tenant.db, 'manager', 'Manager')
    const texts = ['I want to buy', 'I want to order', 'how much?']
    const now = Date.now()
    const talk = addConversation(tenant.db, endpointId, {
      ...{ assignedTo: agent.id, lastMessageAt: now, texts },
    })
    recomputeScore(tenant.db, talk.contactId, now)
    recomputeScore(tenant.db, talk.contactId, now + 1)
    const told = tenant.db.select().from(notifications).all()
    expect(told.map((row) => [row.kind, row.memberId])).toEqual(
      [agent, owner, admin].map((actor) => ['hot_lead', actor.id]),
    )
    expect(JSON.stringify(told)).not.toContain('buy')
  })

  test('a reply reaches whoever it is assigned to, unless the AI has the word', () => {
    const mine = addConversation(tenant.db, endpointId, { assignedTo: agent.id, aiState: 'paused' })
    const withAi = addConversation(tenant.db, endpointId, { assignedTo: agent.id, aiState: 'on' })
    const nobodys = addConversation(tenant.db, endpointId, { aiState: 'paused' })
    for (const { id } of [mine, mine, withAi, nobodys]) tellAssignee(tenant.db, id)
    expect(tenant.db.select().from(notifications).all()).toMatchObject([
      { kind: 'customer_replied', memberId: agent.id, conversationId: mine.id },
    ])
    markRead(tenant.db, agent, mine.id, mine.messageIds[0]!)
    tellAssignee(tenant.db, mine.id)
    expect(kindsOf(agent)).toHaveLength(2)
  })

  test('a message that failed reaches its writer; the AI’s own reaches nobody', () => {
    const { id: conversationId } = addConversation(tenant.db, endpointId, { assignedTo: agent.id })
    const out = { conversationId, endpointId, direction: 'outbound', status: 'sending' } as const
    const mine = addMessage(tenant.db, { ...out, authorKind: 'member', authorMemberId: agent.id })
    const ai = addMessage(tenant.db, { ...out, authorKind: 'ai' })
    for (const messageId of [mine, mine, ai])
      failMessage(tenant.db, messageId, { code: 'x', reason: 'x' })
    expect(tenant.db.select().from(notifications).all()).toMatchObject([
      { kind: 'message_failed', memberId: agent.id, conversationId },
    ])
  })
})
