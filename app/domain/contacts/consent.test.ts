import { afterEach, beforeEach, expect, test } from 'vitest'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { conversationEvents, messages } from '#app/domain/conversations/schema.server.ts'
import { enqueue, findWaiting } from '#app/jobs/queue.server.ts'
import { addEndpoint } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { findConsentWord } from './consent-words.ts'
import { isConsentMessage, mayReceiveAutomatic, setConsent } from './consent.server.ts'

let tenant: TestTenant
let endpointId: number
let count = 0
beforeEach(() => {
  tenant = createTestTenant()
  endpointId = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

function write(text: string) {
  const at = Date.now()
  const received = receiveMessage(tenant.db, {
    endpoint: { id: endpointId, channel: 'whatsapp-cloud' },
    event: {
      ...{ kind: 'message', providerId: `wamid.${++count}`, at },
      from: { phone: '254711000111', name: 'Asha' },
      content: { type: 'text', text, payload: {}, media: [] },
    },
  })
  if (!received) throw new Error('nobody')
  return received
}

const outbound = () =>
  tenant.db
    .select()
    .from(messages)
    .all()
    .filter((message) => message.direction === 'outbound')

test.each([
  'STOP',
  'stop.',
  ' Stop! ',
  'Please stop',
  'UNSUBSCRIBE',
  'Acha',
  'SITISHA',
  'koma',
  'Ondoa',
  'tafadhali acha',
  'QUIT',
  'Usinitumie tena',
  'Naomba msinitumie ujumbe tena',
  'Acheni kunitumia ujumbe',
])('%s is a no', (text) => expect(findConsentWord(text)?.state).toBe('withdrawn'))
test.each(['START', 'anza', 'Anza!'])('%s is a yes', (text) =>
  expect(findConsentWord(text)?.state).toBe('granted'),
)
test.each(['Does the bus stop here?', 'cancel', 'Acha niangalie kwanza', '', 'stop by tomorrow'])(
  '%s is a message like any other',
  (text) => expect(findConsentWord(text)).toBeUndefined(),
)

test('STOP is confirmed once, stops what nobody sends, and leaves people free to answer', () => {
  const { contactId, conversationId, messageId } = write('Habari')
  enqueue(tenant.db, 'ai.answer', { conversationId }, { key: `${conversationId}:${messageId}` })
  const about = { contactId, channel: 'whatsapp-cloud', category: 'utility' } as const
  expect(mayReceiveAutomatic(tenant.db, about)).toBe(true)
  const stop = write('ACHA')
  expect(mayReceiveAutomatic(tenant.db, about)).toBe(false)
  expect(isConsentMessage(tenant.db, stop.messageId)).toBe(true)
  expect(findWaiting(tenant.db, 'ai.answer', `${conversationId}:`)).toBeUndefined()
  expect(outbound().map((message) => message.text)).toEqual([
    expect.stringContaining('Tuma ANZA kuvipokea tena'),
  ])
  write('stop')
  expect(outbound()).toHaveLength(1)
  const automatic = { conversationId, text: 'How was it?', author: { kind: 'system' } } as const
  expect(queueMessage(tenant.db, automatic)).toEqual({ ok: false, reason: 'contact_opted_out' })
  const byAi = { ...automatic, author: { kind: 'ai', answerId: null } } as const
  expect(queueMessage(tenant.db, byAi).ok).toBe(true)
})

test('START undoes a STOP, and means nothing without one', () => {
  const first = write('start')
  expect(isConsentMessage(tenant.db, first.messageId)).toBe(false)
  expect(outbound()).toHaveLength(0)
  write('STOP')
  const start = write('Anza')
  expect(isConsentMessage(tenant.db, start.messageId)).toBe(true)
  const about = { contactId: first.contactId, channel: 'whatsapp-cloud' }
  expect(mayReceiveAutomatic(tenant.db, { ...about, category: 'utility' })).toBe(true)
  expect(outbound()).toHaveLength(2)
  const kinds = tenant.db.select().from(conversationEvents).all()
  expect(kinds.map((event) => event.kind)).toEqual(
    expect.arrayContaining(['consent_withdrawn', 'consent_granted']),
  )
})

test('marketing needs a yes; a STOP takes every earlier yes back; other channels are untouched', () => {
  const { contactId } = write('Hi')
  const about = { contactId, channel: 'whatsapp-cloud', category: 'marketing' } as const
  expect(mayReceiveAutomatic(tenant.db, about)).toBe(false)
  setConsent(tenant.db, { ...about, state: 'granted', source: 'member' })
  expect(mayReceiveAutomatic(tenant.db, about)).toBe(true)
  write('STOP')
  expect(mayReceiveAutomatic(tenant.db, about)).toBe(false)
  const elsewhere = { contactId, channel: 'telegram', category: 'utility' } as const
  expect(mayReceiveAutomatic(tenant.db, elsewhere)).toBe(true)
})
