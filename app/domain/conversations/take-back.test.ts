import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startAttempt } from '#app/domain/conversations/attempts.server.ts'
import { findDrafts, saveDraft } from '#app/domain/drafts/save.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { replyAsMember } from './reply.server.ts'
import { conversations, messageMedia, messages } from './schema.server.ts'
import { wakeNext } from './send-order.server.ts'
import { takeBack, UNDO_MS } from './take-back.server.ts'

let tenant: TestTenant
let agent: Actor
let other: Actor
let owner: Actor
let conversationId: number

beforeEach(() => {
  tenant = createTestTenant()
  const endpoint = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  agent = addMember(tenant.db, 'agent', 'Otieno')
  other = addMember(tenant.db, 'agent', 'Fatuma')
  conversationId = addConversation(tenant.db, endpoint, {
    ...{ assignedTo: agent.id, lastInboundProviderAt: Date.now(), unansweredSince: 5 },
  }).id
})
afterEach(() => tenant.close())

function send(text: string, more: { fileIds?: number[]; holdMs?: number } = {}): number {
  const message = { conversationId, text, holdMs: UNDO_MS, ...more }
  const sent = replyAsMember(tenant.db, agent, message)
  if (!sent.ok) throw new Error(sent.reason)
  return sent.messageId
}

const undo = (messageId: number, actor = agent) =>
  takeBack(tenant.db, actor, { conversationId, messageId })
const head = () =>
  tenant.db.select().from(conversations).where(eq(conversations.id, conversationId)).get()
const listOurs = () =>
  tenant.db.select().from(messages).where(eq(messages.direction, 'outbound')).all()

test('the message is gone as if it had never been, and its words are the draft', () => {
  const before = head()
  const id = send('Karibu sana')
  expect(head()).toMatchObject({ lastMessageId: id, unansweredSince: null })
  expect(undo(id)).toEqual({ ok: true, text: 'Karibu sana', fileCount: 0 })
  expect(listOurs()).toEqual([])
  const { lastMessageId, lastMessageAt } = before ?? {}
  expect(head()).toMatchObject({ lastMessageId, lastMessageAt })
  expect(head()?.unansweredSince).not.toBeNull()
  expect(findDrafts(tenant.db, agent, conversationId).reply?.text).toBe('Karibu sana')
})

test('what is sent afterwards is a message of its own, with a job of its own', () => {
  const id = send('Karibu snaa')
  undo(id)
  // The old job has come and found nothing by the time the words are right.
  tenant.db.update(jobs).set({ state: 'done', finishedAt: Date.now() }).run()
  const again = send('Karibu sana')
  expect(again).toBeGreaterThan(id)
  const waiting = tenant.db.select().from(jobs).where(eq(jobs.state, 'queued')).all()
  expect(waiting.map(({ payloadJson }) => payloadJson)).toContain(`{"messageId":${again}}`)
})

test('what was typed meanwhile stays below it', () => {
  const id = send('First')
  saveDraft(tenant.db, agent, { conversationId, kind: 'reply', text: 'Second' })
  expect(undo(id)).toMatchObject({ ok: true, text: 'First' })
  expect(findDrafts(tenant.db, agent, conversationId).reply?.text).toBe('First\nSecond')
})

test('all messages of one sending go together, or none', async () => {
  const fileIds: number[] = []
  for (const name of ['a.txt', 'b.txt']) {
    const bytes = Buffer.from(`words of ${name}`)
    const kept = await putFile(tenant.db, { name, bytes, purpose: 'message', memberId: agent.id })
    if (kept.ok) fileIds.push(kept.fileId)
  }
  const id = send('Two files', { fileIds })
  expect(listOurs()).toHaveLength(2)
  expect(undo(id)).toMatchObject({ ok: true, fileCount: 2 })
  expect([listOurs(), tenant.db.select().from(messageMedia).all()]).toEqual([[], []])
  const again = send('Two files', { fileIds })
  expect(startAttempt(tenant.db, again)).toBe(1)
  const second = listOurs().at(-1)?.id ?? 0
  expect(undo(second)).toEqual({ ok: false, reason: 'already_sent' })
  expect(listOurs()).toHaveLength(2)
})

describe('the race with the worker', () => {
  test('whoever comes first wins, and the other finds nothing to do', () => {
    const first = send('first')
    expect(startAttempt(tenant.db, first)).toBe(1)
    expect(undo(first)).toEqual({ ok: false, reason: 'already_sent' })
    const second = send('second')
    expect(undo(second)).toMatchObject({ ok: true })
    expect(startAttempt(tenant.db, second)).toBeUndefined()
  })

  test('a message before it that has left does not send it early', () => {
    const id = send('wait')
    const { endpointId } = listOurs()[0]!
    wakeNext(tenant.db, { conversationId, endpointId })
    const job = tenant.db
      .select()
      .from(jobs)
      .where(eq(jobs.idempotencyKey, `${id}:1`))
      .get()
    expect(job?.runAt).toBe(listOurs()[0]?.heldUntil)
  })
})

test('only who sent it takes it back, only where it was held, only in reach', () => {
  const gone = { ok: false, reason: 'not_found' }
  const id = send('mine')
  expect(undo(id, owner)).toEqual(gone)
  expect(undo(id, other)).toEqual(gone)
  expect(undo(999)).toEqual(gone)
  expect(undo(send('at once', { holdMs: 0 }))).toEqual(gone)
})
