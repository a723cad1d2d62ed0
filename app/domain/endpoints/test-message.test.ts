import { afterEach, beforeEach, expect, test } from 'vitest'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { findTestMessage, listTestRecipients, sendTestMessage } from './test-message.server.ts'

const HOUR_MS = 3_600_000
let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

function recent(endpointId: number, name: string, hoursAgo = 1, more = {}) {
  const at = Date.now() - hoursAgo * HOUR_MS
  return addConversation(tenant.db, endpointId, {
    ...{ name, lastMessageAt: at, lastInboundProviderAt: at, ...more },
  })
}

test('a test goes only to who wrote on this endpoint and may be answered now', () => {
  const owner = addMember(tenant.db, 'owner')
  const line = addEndpoint(tenant.db)
  const other = addEndpoint(tenant.db)
  const asha = recent(line, 'Asha')
  recent(line, 'Late', 25)
  recent(line, 'Closed', 1, { status: 'closed' })
  recent(other, 'Elsewhere')
  const blocked = recent(line, 'Blocked')
  tenant.db.update(contacts).set({ blockedAt: 1 }).run()
  expect(listTestRecipients(tenant.db, owner, line)).toEqual([])
  tenant.db.update(contacts).set({ blockedAt: null }).run()
  tenant.db.run(`update contacts set blocked_at = 1 where id = ${blocked.contactId}`)
  expect(listTestRecipients(tenant.db, owner, line)).toEqual([
    { conversationId: asha.id, name: 'Asha', phone: null },
  ])
})

test('the message is queued once, speaks for the company, and can be followed', () => {
  const owner = addMember(tenant.db, 'owner')
  const [line, other] = [addEndpoint(tenant.db), addEndpoint(tenant.db)]
  const { id: conversationId } = recent(line, 'Asha')
  const sent = sendTestMessage(tenant.db, owner, { endpointId: line, conversationId, text: 'Hi' })
  if (!sent.ok) throw new Error(sent.reason)
  expect(findTestMessage(tenant.db, owner, line, sent.messageId)).toMatchObject({
    ...{ status: 'queued', conversationId },
  })
  expect(findTestMessage(tenant.db, owner, other, sent.messageId)).toBeUndefined()
  expect(
    tenant.db
      .select()
      .from(jobs)
      .all()
      .map((job) => job.kind),
  ).toEqual(['message.send'])
  const wrong = { endpointId: other, conversationId, text: 'Hi' }
  expect(sendTestMessage(tenant.db, owner, wrong)).toEqual({ ok: false, reason: 'not_recipient' })
})

test('an agent who may see channels still tests only with their own conversations', () => {
  const agent = addMember(tenant.db, 'agent')
  const line = addEndpoint(tenant.db)
  const { id: conversationId } = recent(line, 'Asha')
  expect(listTestRecipients(tenant.db, agent, line)).toEqual([])
  const test = { endpointId: line, conversationId, text: 'Hi' }
  expect(sendTestMessage(tenant.db, agent, test)).toMatchObject({ reason: 'not_recipient' })
})
