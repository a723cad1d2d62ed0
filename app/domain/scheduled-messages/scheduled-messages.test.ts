import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { findThread } from '#app/domain/conversations/thread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notifications } from '#app/domain/notifications/schema.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { claimJob } from '#app/jobs/queue.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { cancelScheduled, reviseScheduled, sendScheduledNow } from './change.server.ts'
import { listScheduled } from './list.server.ts'
import { scheduleMessage } from './schedule.server.ts'
import { scheduledMessages } from './schema.server.ts'
import { sendDue } from './send.server.ts'

const HOUR_MS = 3_600_000

const handlers: JobHandlers<TenantDb> = {
  'scheduled.send': (db, { scheduledId }, job) => job.complete(() => sendDue(db, scheduledId)),
}

let tenant: TestTenant
let endpoint: number
let agent: Actor
let other: Actor
let owner: Actor
let conversationId: number

beforeEach(() => {
  tenant = createTestTenant()
  endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Otieno')
  other = addMember(tenant.db, 'agent', 'Fatuma')
  conversationId = addConversation(tenant.db, endpoint, {
    ...{ assignedTo: agent.id, lastInboundProviderAt: Date.now(), phone: '+254712345678' },
  }).id
})
afterEach(() => tenant.close())

function schedule(more: Partial<Parameters<typeof scheduleMessage>[2]> = {}): number {
  const result = scheduleMessage(tenant.db, agent, {
    ...{ conversationId, text: 'Still interested?', sendAt: Date.now() + HOUR_MS },
    ...{ cancelOnReply: false, ...more },
  })
  if (!result.ok) throw new Error(result.reason)
  return result.scheduledId
}

/** Lets the time come: every job of schedules that waits is due and run. */
async function letTimeCome(): Promise<void> {
  const { db } = tenant
  const sqlite = sqliteOf(db)
  sqlite.exec(`update scheduled_messages set send_at = 1000 + ${Date.now() - 60_000}`)
  sqlite.exec(`update jobs set run_at = 1 where kind = 'scheduled.send' and state = 'queued'`)
  sqlite.exec(`update jobs set run_at = 9e15 where kind <> 'scheduled.send'`)
  for (;;) {
    const job = claimJob(sqlite, Date.now())
    if (!job) return
    const error = await runJob({ store: db, sqlite }, handlers, job)
    if (error) throw error
  }
}

const listSent = () =>
  tenant.db.select().from(messages).where(eq(messages.direction, 'outbound')).all()
const stateOf = (id: number) =>
  tenant.db.select().from(scheduledMessages).where(eq(scheduledMessages.id, id)).get()
const listNotices = () => tenant.db.select().from(notifications).all()

function writeAsCustomer(providerId = 'wamid.1') {
  return receiveMessage(tenant.db, {
    endpoint: { id: endpoint, channel: 'whatsapp-cloud' },
    event: {
      ...{ kind: 'message', providerId, at: Date.now() },
      from: { phone: '254712345678' },
      content: { type: 'text', text: 'Yes', payload: {}, media: [] },
    },
  })
}

describe('at its time', () => {
  test('becomes a message of its author, once', async () => {
    const id = schedule()
    expect(listSent()).toEqual([])
    await letTimeCome()
    expect(listSent()).toMatchObject([{ text: 'Still interested?', authorMemberId: agent.id }])
    expect(stateOf(id)).toMatchObject({ state: 'sent', messageId: listSent()[0]?.id })
    // The job comes back, as after a crash before it was marked done.
    sqliteOf(tenant.db).exec(`update jobs set state = 'queued' where kind = 'scheduled.send'`)
    sqliteOf(tenant.db).exec(`update scheduled_messages set state = 'waiting'`)
    await letTimeCome()
    expect(listSent()).toHaveLength(1)
  })

  test('outside the window it says so and tells its author', async () => {
    const id = schedule()
    tenant.db.update(conversations).set({ lastInboundProviderAt: 1 }).run()
    await letTimeCome()
    expect(listSent()).toEqual([])
    expect(stateOf(id)).toMatchObject({ state: 'failed', stateReason: 'outside_reply_window' })
    expect(listScheduled(tenant.db, agent, conversationId)).toMatchObject([
      { state: 'failed', reason: 'outside_reply_window' },
    ])
    expect(listNotices()).toMatchObject([
      { kind: 'message_failed', memberId: agent.id, conversationId },
    ])
  })

  test('whoever no longer reaches the conversation sends nothing, and is told without its name', async () => {
    const id = schedule()
    tenant.db.update(conversations).set({ assignedTo: other.id }).run()
    await letTimeCome()
    expect(stateOf(id)).toMatchObject({ state: 'failed', stateReason: 'out_of_reach' })
    expect(listNotices()).toMatchObject([{ memberId: agent.id, conversationId: null }])
    expect(listScheduled(tenant.db, agent, conversationId)).toEqual([])
    expect(listScheduled(tenant.db, other, conversationId)).toHaveLength(1)
  })

  test('whoever has left sends nothing', async () => {
    const id = schedule()
    sqliteOf(tenant.db).exec(`update members set status = 'deactivated' where id = ${agent.id}`)
    await letTimeCome()
    expect(stateOf(id)).toMatchObject({ state: 'failed', stateReason: 'author_gone' })
  })

  test('a closed conversation is not written to', async () => {
    const id = schedule()
    closeConversation(tenant.db, owner, conversationId, { outcome: 'resolved' })
    await letTimeCome()
    // An agent's closed conversation has left the reach, so either word is true.
    expect(stateOf(id)?.state).toBe('failed')
    expect(listSent()).toEqual([])
  })
})

describe('the customer answers first', () => {
  test('what was ticked is cancelled with the message, the rest stays', async () => {
    const [ticked, kept] = [schedule({ cancelOnReply: true }), schedule()]
    expect(writeAsCustomer()).toMatchObject({ conversationId, isNew: true })
    expect(stateOf(ticked)).toMatchObject({ state: 'cancelled', stateReason: 'customer_replied' })
    expect(stateOf(kept)).toMatchObject({ state: 'waiting' })
    expect(listNotices()).toMatchObject([{ kind: 'customer_replied', memberId: agent.id }])
    const history = findThread(tenant.db, owner, conversationId)?.items ?? []
    expect(history.filter((item) => item.kind === 'event')).toMatchObject([
      { event: 'scheduled_cancelled' },
    ])
    await letTimeCome()
    expect(listSent()).toHaveLength(1)
  })

  test('someone else’s answer cancels nothing', () => {
    const id = schedule({ cancelOnReply: true })
    receiveMessage(tenant.db, {
      endpoint: { id: endpoint, channel: 'whatsapp-cloud' },
      event: {
        ...{ kind: 'message', providerId: 'wamid.2', at: Date.now() },
        from: { phone: '254799999999' },
        content: { type: 'text', text: 'Hi', payload: {}, media: [] },
      },
    })
    expect(stateOf(id)?.state).toBe('waiting')
  })
})

describe('until then', () => {
  test('words and time change, and the earlier time sends nothing', async () => {
    const id = schedule()
    const sendAt = Date.now() + 5 * HOUR_MS
    const place = { conversationId, scheduledId: id }
    const revision = { ...place, text: 'Other words', sendAt, cancelOnReply: true }
    expect(reviseScheduled(tenant.db, agent, revision)).toMatchObject({ ok: true })
    sqliteOf(tenant.db).exec(`update jobs set run_at = 9e15 where run_at = ${sendAt}`)
    expect(listScheduled(tenant.db, agent, conversationId)).toMatchObject([
      { text: 'Other words', sendAt, cancelOnReply: true },
    ])
    expect(tenant.db.select().from(jobs).all()).toHaveLength(2)
    await letTimeCome()
    expect(listSent()).toMatchObject([{ text: 'Other words' }])
  })

  test('it is cancelled or sent at once, and then nothing more can be done to it', async () => {
    const [first, second] = [schedule(), schedule()]
    const place = (scheduledId: number) => ({ conversationId, scheduledId })
    expect(cancelScheduled(tenant.db, agent, place(first))).toMatchObject({ ok: true })
    expect(sendScheduledNow(tenant.db, owner, place(second))).toMatchObject({ ok: true })
    expect(listSent()).toMatchObject([{ authorMemberId: owner.id }])
    for (const id of [first, second])
      expect(cancelScheduled(tenant.db, agent, place(id))).toEqual({
        ...{ ok: false, reason: 'no_longer_waiting' },
      })
    await letTimeCome()
    expect(listSent()).toHaveLength(1)
  })

  test('nobody else’s conversation is touched', () => {
    const id = schedule()
    const place = { conversationId, scheduledId: id }
    const gone = { ok: false, reason: 'not_found' }
    expect(cancelScheduled(tenant.db, other, place)).toEqual(gone)
    expect(sendScheduledNow(tenant.db, other, place)).toEqual(gone)
    const revision = { ...place, sendAt: Date.now() + HOUR_MS, cancelOnReply: false }
    expect(reviseScheduled(tenant.db, other, revision)).toEqual(gone)
    expect(cancelScheduled(tenant.db, agent, { ...place, conversationId: 999 })).toEqual(gone)
  })

  test.each([
    [{ sendAt: 5 }, 'send_at_past'],
    [{ sendAt: Date.now() + 400 * 24 * HOUR_MS }, 'send_at_too_far'],
    [{ sendAt: Number.NaN }, 'send_at_invalid'],
    [{ text: '  ' }, 'empty_message'],
    [{ text: 'x'.repeat(5_000) }, 'message_too_long'],
  ])('%o is refused', (more, reason) => {
    expect(() => schedule(more)).toThrow(reason)
  })
})
