import { afterEach, beforeEach, expect, test } from 'vitest'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { createEndpoint } from '#app/domain/endpoints/connections.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import type { ContactAddress } from '../conversations/inbound.ts'
import { addressOf, findContact, matchContact } from './identities.server.ts'

const CHANNEL = 'whatsapp-cloud'
let tenant: TestTenant
let count = 0

beforeEach(() => {
  tenant = createTestTenant()
  const settings = { externalId: null, config: {}, secrets: {} }
  createEndpoint(tenant.db, { ...settings, channel: CHANNEL, name: 'Main' })
})
afterEach(() => tenant.close())

function write(from: ContactAddress, text = 'hello', at = Date.now()) {
  const content = { type: 'text', text, payload: {}, media: [] } as const
  const event = { kind: 'message', providerId: `m${(count += 1)}`, at, from, content } as const
  const received = receiveMessage(tenant.db, {
    endpoint: { id: 1, channel: CHANNEL },
    event: { ...event, content: { ...content, media: [] } },
  })
  if (!received) throw new Error('nobody')
  return received
}

const all = <T>(sql: string) => sqliteOf(tenant.db).prepare<[], T>(sql).all()

test.each([
  ['Kenya', '254712345678', '0712345678'],
  ['Brazil', '5511987654321', '551187654321'],
  ['Argentina', '5491123456789', '541123456789'],
  ['Mexico', '5215512345678', '525512345678'],
])('%s: both spellings are one person and one thread', (_, one, other) => {
  const first = write({ phone: one, name: 'Ana' })
  const second = write({ phone: other })
  expect(second.contactId).toBe(first.contactId)
  expect(second.conversationId).toBe(first.conversationId)
  expect(all('select id from contacts')).toHaveLength(1)
})

test('a reply goes to the spelling the vendor used last', () => {
  const { contactId } = write({ phone: '551187654321' })
  write({ phone: '5511987654321' })
  expect(addressOf(tenant.db, contactId, CHANNEL).phone).toBe('5511987654321')
})

test('a contact that staff wrote down is met by its number', () => {
  sqliteOf(tenant.db).exec(`insert into contacts (id, name, phone, created_at, updated_at)
    values (40, 'Mama Njeri', '+254712345678', 1, 1)`)
  expect(write({ phone: '254712345678', name: 'Njeri' }).contactId).toBe(40)
  expect(all('select name from contacts')).toEqual([{ name: 'Mama Njeri' }])
})

test('a number somebody merely claimed elsewhere opens nobody’s thread', () => {
  const visitor = matchContact(tenant.db, 'web-chat', { userId: 'visitor-1' })
  sqliteOf(tenant.db).exec(`update contacts set phone = '+254712345678'`)
  expect(write({ phone: '254712345678' }).contactId).not.toBe(visitor?.id)
})

test('the same id on two channels is two people', () => {
  const telegram = matchContact(tenant.db, 'telegram', { userId: '254712345678' })
  expect(write({ userId: '254712345678' }).contactId).not.toBe(telegram?.id)
})

test('a username that somebody else took over leads to nobody’s history', () => {
  const first = matchContact(tenant.db, 'telegram', { userId: '1', username: 'shop' })
  const second = matchContact(tenant.db, 'telegram', { userId: '2', username: 'shop' })
  expect(second?.id).not.toBe(first?.id)
})

test('two open threads become one when both ids turn out to be one person', () => {
  const byId = write({ userId: 'KE.1', name: 'Zawadi' }, 'by id', 1_000)
  const byPhone = write({ phone: '254712345678' }, 'by phone', 2_000)
  expect(byPhone.conversationId).not.toBe(byId.conversationId)
  const both = write({ phone: '254712345678', userId: 'KE.1' }, 'both', 3_000)
  // The younger row stays, so that the elder's number is never given to another.
  expect(both.conversationId).toBe(byPhone.conversationId)
  expect(all('select text from messages order by sort_at, id')).toEqual([
    { text: 'by id' },
    { text: 'by phone' },
    { text: 'both' },
  ])
  expect(all('select id from conversations')).toHaveLength(1)
  expect(all('select name, phone from contacts where merged_into is null')).toEqual([
    { name: 'Zawadi', phone: '+254712345678' },
  ])
})

test('who is blocked is still heard, but opens nothing again', () => {
  const first = write({ phone: '254712345678' })
  sqliteOf(tenant.db).exec(`update contacts set blocked_at = 1;
    update conversations set status = 'closed', closed_at = 1`)
  const second = write({ phone: '254712345678' }, 'let me in')
  expect(second).toMatchObject({ conversationId: first.conversationId, isBlocked: true })
  expect(all('select status from conversations')).toEqual([{ status: 'closed' }])
})

test('after closing, a new message starts a new conversation of the same person', () => {
  const first = write({ phone: '254712345678' })
  sqliteOf(tenant.db).exec(`update conversations set status = 'closed', closed_at = 1`)
  const second = write({ phone: '254712345678' })
  expect(second.contactId).toBe(first.contactId)
  expect(second.conversationId).not.toBe(first.conversationId)
})

test('a name is one line without tricks, and at most 120 characters', () => {
  const { contactId } = write({ phone: '254712345678', name: `a\n\u202eb${'x'.repeat(300)}` })
  const [row] = all<{ id: number; name: string }>('select id, name from contacts')
  expect(row?.id).toBe(contactId)
  expect(row?.name).toHaveLength(120)
  expect(row?.name).not.toMatch(/[\n\u202e]/)
})

test('an address without any id is nobody', () => {
  expect(findContact(tenant.db, CHANNEL, { name: 'Ghost' })).toBeUndefined()
  expect(matchContact(tenant.db, CHANNEL, { name: 'Ghost' })).toBeUndefined()
})
