import { afterEach, beforeEach, expect, test } from 'vitest'
import { setConsent } from '#app/domain/contacts/consent.server.ts'
import { addIdentity } from '#app/domain/contacts/identity-rows.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { saveTemplates } from '#app/domain/endpoints/templates.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { findNumberOwner } from './find-person.server.ts'
import { startConversation } from './start.server.ts'
import { listWays } from './ways.server.ts'

const PHONE = '+254712000111'
const HELLO = { name: 'hello', language: 'en', variables: ['Asha'] }
let tenant: TestTenant
let line: number
let owner: Actor
let grace: Actor
let otieno: Actor

beforeEach(() => {
  tenant = createTestTenant()
  line = addEndpoint(tenant.db)
  owner = addMember(tenant.db, 'owner', 'Wanjiru')
  grace = addMember(tenant.db, 'agent', 'Grace')
  otieno = addMember(tenant.db, 'agent', 'Otieno')
  const body = (text: string) => [{ type: 'BODY', text }]
  const one = { providerId: '1', language: 'en', status: 'APPROVED' }
  saveTemplates(tenant.db, line, [
    { ...one, name: 'hello', category: 'UTILITY', components: body('Hello {{1}}') },
    { ...one, name: 'sale', category: 'MARKETING', components: body('Sale!') },
  ])
})
afterEach(() => tenant.close())

const start = (actor: Actor, more: object) =>
  startConversation(tenant.db, actor, {
    ...{ to: { phone: PHONE }, endpointId: line, template: HELLO },
    ...more,
  })
const count = (table: typeof contacts | typeof conversations | typeof messages) =>
  tenant.db.select().from(table).all().length

test('a brand-new number: a contact, a conversation of the starter, one message, however often it is sent', () => {
  const first = start(grace, { sendKey: 'key-12345678' })
  expect(first).toMatchObject({ ok: true, isNew: true })
  expect(start(grace, { sendKey: 'key-12345678' })).toMatchObject({ ok: true, isNew: false })
  expect([count(contacts), count(conversations), count(messages)]).toEqual([1, 1, 1])
  expect(tenant.db.select().from(conversations).get()).toMatchObject({
    ...{ assignedTo: grace.id, aiState: 'paused', queuedAt: null },
  })
  expect(tenant.db.select().from(messages).get()).toMatchObject({
    text: 'Hello Asha',
    status: 'queued',
  })
})

test('free words need an open window; nothing is left behind by a refusal', () => {
  expect(start(grace, { template: undefined, text: 'Hello' })).toEqual({
    ...{ ok: false, reason: 'outside_reply_window' },
  })
  expect(start(grace, { to: { phone: '12' } })).toEqual({ ok: false, reason: 'invalid_phone' })
  expect(start(grace, { endpointId: 99 })).toEqual({ ok: false, reason: 'endpoint_disabled' })
  expect([count(contacts), count(conversations), count(messages)]).toEqual([0, 0, 0])
})

test('the open conversation goes on, with free words inside its window', () => {
  const open = addConversation(tenant.db, line, {
    ...{ phone: PHONE, assignedTo: grace.id, lastInboundProviderAt: Date.now() },
  })
  addIdentity(tenant.db, {
    ...{ contactId: open.contactId, channel: 'whatsapp-cloud' },
    ...{ kind: 'phone', externalId: PHONE.slice(1) },
  })
  const to = { contactId: open.contactId }
  expect(listWays(tenant.db, grace, to)).toMatchObject([{ isWindowOpen: true, openId: open.id }])
  expect(start(grace, { to, template: undefined, text: 'One more thing' })).toEqual({
    ...{ ok: true, conversationId: open.id, isNew: false },
  })
})

test('a colleague’s customer is a closed number for an agent, and nothing tells them apart from others', () => {
  const theirs = addConversation(tenant.db, line, { phone: PHONE, assignedTo: otieno.id })
  expect(findNumberOwner(tenant.db, grace, PHONE)).toEqual({ kind: 'closed' })
  expect(start(grace, {})).toEqual({ ok: false, reason: 'number_closed' })
  expect(start(grace, { to: { contactId: theirs.contactId } })).toEqual({
    ...{ ok: false, reason: 'not_found' },
  })
  expect(findNumberOwner(tenant.db, owner, '0712 000 111')).toEqual({
    ...{ kind: 'known', contactId: theirs.contactId },
  })
  expect(start(owner, {})).toMatchObject({ ok: true, conversationId: theirs.id })
  expect(count(contacts)).toBe(1)
})

test('a template whose button wants a value of its own is not sent', () => {
  const url = { type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' }
  const components = [
    { type: 'BODY', text: 'On its way' },
    { type: 'BUTTONS', buttons: [url] },
  ]
  const one = { providerId: '9', language: 'en', status: 'APPROVED', category: 'UTILITY' }
  saveTemplates(tenant.db, line, [{ ...one, name: 'track', components }])
  expect(start(grace, { template: { name: 'track', language: 'en', variables: [] } })).toEqual({
    ...{ ok: false, reason: 'template_variables' },
  })
})

test('a number written down twice is reached only by whom the channel knows it of', () => {
  const theirs = addConversation(tenant.db, line, { phone: PHONE, status: 'closed' })
  addIdentity(tenant.db, {
    ...{ contactId: theirs.contactId, channel: 'whatsapp-cloud' },
    ...{ kind: 'phone', externalId: PHONE.slice(1) },
  })
  const now = Date.now()
  const row = { name: 'Second', phone: PHONE, createdAt: now, updatedAt: now }
  const { id } = tenant.db.insert(contacts).values(row).returning().get()
  expect(listWays(tenant.db, owner, { contactId: id })[0]?.refusal).toBe('cannot_start')
  expect(start(owner, { to: { contactId: id } })).toMatchObject({ ok: false })
})

test('a way names the number that the channel knows, whatever staff wrote down since', () => {
  const { contactId } = addConversation(tenant.db, line, { phone: '+33612345678' })
  addIdentity(tenant.db, {
    ...{ contactId, channel: 'whatsapp-cloud' },
    ...{ kind: 'phone', externalId: PHONE.slice(1) },
  })
  expect(listWays(tenant.db, owner, { contactId })[0]?.phone).toBe(PHONE)
})

test('who is blocked or said no gets nothing, marketing least of all', () => {
  const { contactId } = addConversation(tenant.db, line, { phone: PHONE, status: 'closed' })
  const to = { contactId }
  const said = { contactId, channel: 'whatsapp-cloud', source: 'message' } as const
  setConsent(tenant.db, { ...said, category: 'marketing', state: 'withdrawn' })
  const sale = { name: 'sale', language: 'en', variables: [] }
  expect(start(owner, { to, template: sale })).toEqual({ ok: false, reason: 'contact_opted_out' })
  setConsent(tenant.db, { ...said, category: '*', state: 'withdrawn' })
  expect(start(owner, { to })).toEqual({ ok: false, reason: 'contact_opted_out' })
  setConsent(tenant.db, { ...said, category: '*', state: 'granted' })
  sqliteOf(tenant.db).prepare('update contacts set blocked_at = 1').run()
  expect(start(owner, { to })).toEqual({ ok: false, reason: 'contact_blocked' })
  sqliteOf(tenant.db).prepare('update contacts set blocked_at = null').run()
  expect(start(owner, { to })).toMatchObject({ ok: true, isNew: true })
})

test('a line that only who wrote there can be reached on says so', () => {
  sqliteOf(tenant.db).prepare(`update endpoints set channel = 'telegram'`).run()
  const { contactId } = addConversation(tenant.db, addEndpoint(tenant.db), { phone: PHONE })
  expect(listWays(tenant.db, owner, { contactId })).toMatchObject([
    { channel: 'telegram', refusal: 'never_wrote' },
    { channel: 'whatsapp-cloud', refusal: undefined },
  ])
  expect(start(owner, { to: { contactId }, template: undefined, text: 'Hi' })).toEqual({
    ...{ ok: false, reason: 'never_wrote' },
  })
  expect(listWays(tenant.db, owner, { phone: PHONE })[0]?.refusal).toBe('no_address')
})
