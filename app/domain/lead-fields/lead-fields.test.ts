import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { createLead } from '#app/domain/leads/create.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import { industries } from '#app/industries/registry.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { applyReading } from './apply-reading.server.ts'
import { clearField, confirmField, correctField, dismissSuggestion } from './decide.server.ts'
import { listFieldChanges, listFieldsOf } from './list.server.ts'
import { beginReading, endReading, readLeadLater, requestReading } from './reading.server.ts'
import { parseFieldValue } from './value.ts'

let tenant: TestTenant
let manager: Actor, grace: Actor, peter: Actor
let endpointId: number, conversationId: number, contactId: number, leadId: number
let messageIds: number[]

beforeEach(() => {
  tenant = createTestTenant({ industry: 'car-dealer' })
  manager = addMember(tenant.db, 'manager', 'Mia')
  grace = addMember(tenant.db, 'agent', 'Grace')
  peter = addMember(tenant.db, 'agent', 'Peter')
  endpointId = addEndpoint(tenant.db)
  const texts = ['My budget is 900k', 'I want to trade in my Vitz']
  const made = addConversation(tenant.db, endpointId, { texts, assignedTo: grace.id })
  conversationId = made.id
  contactId = made.contactId
  messageIds = made.messageIds
  const lead = createLead(tenant.db, manager, { contactId, title: 'Demio' })
  leadId = lead.ok ? lead.id : 0
})
afterEach(() => tenant.close())

const apply = (field: string, value: string, messageId = messageIds[0] ?? 0) =>
  applyReading(tenant.db, { leadId, conversationId, values: [{ field, value, messageId }] })
const field = (key: string) =>
  listFieldsOf(tenant.db, [leadId])
    .get(leadId)
    ?.find((one) => one.key === key)
const history = (key: string) =>
  listFieldChanges(tenant.db, leadId, key).map(({ action, value, byName }) => [
    ...[action, value, byName],
  ])
/** The customer writes on. */
const say = (text: string) =>
  addMessage(tenant.db, { conversationId, endpointId, text, createdAt: Date.now() + 5 })
const waitingJobs = () =>
  sqliteOf(tenant.db)
    .prepare(`select count(*) from jobs where kind = 'leads.read' and state = 'queued'`)
    .pluck()
    .get()

describe('the fields of each trade', () => {
  test.each(industrySlugs)('%s has some, each once, named in both languages', (slug) => {
    const { leadFields } = industries[slug]
    const keys = leadFields.map(({ key }) => key)
    expect(keys.length).toBeGreaterThanOrEqual(4)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { label, about, kind, options } of leadFields) {
      expect([label.en, label.sw, about].every(Boolean)).toBe(true)
      expect(options.length > 0).toBe(kind === 'choice')
    }
    expect(leadFields.some(({ isOnCard }) => isOnCard)).toBe(true)
  })

  test('a car dealer asks what the issue of the workspace names', () => {
    const keys = industries['car-dealer'].leadFields.map(({ key }) => key)
    for (const key of ['funding', 'funding_why', 'credit', 'credit_issues', 'vehicle', 'budget'])
      expect(keys).toContain(key)
    expect(keys).toEqual(expect.arrayContaining(['trade_in', 'script_step']))
  })
})

test.each([
  ['text', ' a\u202e  b\n', 'a b'],
  ['text', 'x'.repeat(201), 'too_long'],
  ['number', '4', '4'],
  ['number', 'four', 'invalid_number'],
  ['money', '1,200,000', '120000000'],
  ['money', '-5', 'invalid_number'],
  ['date', '2026-02-29', 'invalid_date'],
  ['date', '2028-02-29', '2028-02-29'],
  ['choice', 'maybe', 'invalid_choice'],
  ['choice', 'good', 'good'],
  ['yes_no', 'Yes', 'yes'],
  ['yes_no', 'perhaps', 'invalid_choice'],
  ['text', '  ', 'required'],
] as const)('a %s written %j is kept as %j', (kind, raw, expected) => {
  const options = [{ value: 'good', label: { en: '', sw: '' }, words: [] }]
  const parsed = parseFieldValue({ kind, options }, raw, 'KES')
  expect(parsed.ok ? parsed.value : parsed.reason).toBe(expected)
})

describe('what was read', () => {
  test('is shown with its message and as nobody’s word yet', () => {
    expect(apply('budget', '900000')).toEqual({ written: 1, suggested: 0, refused: 0 })
    expect(field('budget')).toMatchObject({
      ...{ value: '90000000', state: 'proposed', messageId: messageIds[0], byName: null },
    })
    expect(history('budget')).toEqual([['read', '90000000', null]])
  })

  test('the same again changes nothing; a newer word counts, an older one no more', () => {
    apply('budget', '900000', messageIds[1])
    apply('budget', '900000', messageIds[1])
    apply('budget', '100', messageIds[0])
    expect(field('budget')?.value).toBe('90000000')
    apply('budget', '950000', say('Make it 950k'))
    expect(history('budget').map(([action, value]) => [action, value])).toEqual([
      ['read', '95000000'],
      ['read', '90000000'],
    ])
  })

  test('counts only with the customer’s own message of this conversation', () => {
    const other = addConversation(tenant.db, endpointId, { texts: ['My budget is 5'] })
    const ours = addMessage(tenant.db, {
      ...{ conversationId, endpointId, text: 'Your budget is 5', direction: 'outbound' },
      authorKind: 'member',
    })
    const gone = addMessage(tenant.db, { conversationId, endpointId, text: 'x', deletedAt: 1 })
    for (const id of [other.messageIds[0] ?? 0, ours, gone, 999_999, -1])
      expect(apply('budget', '5', id)).toEqual({ written: 0, suggested: 0, refused: 1 })
    expect(apply('nights', '3')).toMatchObject({ refused: 1 })
    expect(apply('budget', 'a lot')).toMatchObject({ refused: 1 })
    expect(field('budget')?.value).toBeNull()
  })
})

describe('a person', () => {
  const target = () => ({ leadId, key: 'budget' })

  test('confirms, and what the customer had said before is settled', () => {
    apply('budget', '900000')
    expect(confirmField(tenant.db, grace, target())).toEqual({ ok: true })
    expect(field('budget')).toMatchObject({ state: 'confirmed', byName: 'Grace' })
    expect(apply('budget', '100000', messageIds[1])).toMatchObject({ written: 0, suggested: 0 })
    expect(field('budget')).toMatchObject({ value: '90000000', suggestion: null })
  })

  test('is never overwritten: what comes later stands beside it until they take or leave it', () => {
    apply('budget', '900000')
    correctField(tenant.db, grace, { ...target(), raw: '850,000' })
    expect(field('budget')).toMatchObject({ value: '85000000', messageId: null })
    const later = say('I can go to 1m')
    expect(apply('budget', '1000000', later)).toMatchObject({ suggested: 1 })
    apply('budget', '1000000', later)
    expect(field('budget')).toMatchObject({
      ...{ value: '85000000', state: 'confirmed' },
      suggestion: { value: '100000000', messageId: later },
    })
    confirmField(tenant.db, manager, { ...target(), suggestion: true })
    expect(field('budget')).toMatchObject({ value: '100000000', messageId: later })
    expect(history('budget')).toEqual([
      ['confirmed', '100000000', 'Mia'],
      ['suggested', '100000000', null],
      ['corrected', '85000000', 'Grace'],
      ['read', '90000000', null],
    ])
  })

  test('leaves a suggestion, and it does not come back', () => {
    apply('budget', '900000')
    confirmField(tenant.db, grace, target())
    const later = say('1m')
    apply('budget', '1000000', later)
    sqliteOf(tenant.db).prepare('update messages set created_at = 1 where id = ?').run(later)
    dismissSuggestion(tenant.db, grace, target())
    apply('budget', '1000000', later)
    expect(field('budget')).toMatchObject({ value: '90000000', suggestion: null })
  })

  test('clears what is wrong, and it does not come back from the same words', () => {
    apply('budget', '900000')
    clearField(tenant.db, grace, target())
    apply('budget', '900000')
    expect(field('budget')).toMatchObject({ value: null, state: 'rejected' })
    expect(clearField(tenant.db, grace, target())).toEqual({ ok: false, reason: 'not_found' })
  })

  test('out of reach finds nothing', () => {
    apply('budget', '900000')
    const gone = { ok: false, reason: 'not_found' }
    expect(confirmField(tenant.db, peter, target())).toEqual(gone)
    expect(correctField(tenant.db, peter, { ...target(), raw: '1' })).toEqual(gone)
    expect(clearField(tenant.db, peter, target())).toEqual(gone)
    expect(requestReading(tenant.db, peter, leadId)).toEqual(gone)
    assignTo(tenant.db, { kind: 'system' }, { conversationId, memberId: peter.id })
    expect(confirmField(tenant.db, grace, target())).toEqual(gone)
    expect(confirmField(tenant.db, peter, target())).toEqual({ ok: true })
  })

  test('is told what does not fit', () => {
    const raw = { ...target(), raw: 'plenty' }
    expect(correctField(tenant.db, grace, raw)).toEqual({ ok: false, reason: 'invalid_number' })
    const unknown = { leadId, key: 'nights', raw: '3' }
    expect(correctField(tenant.db, grace, unknown)).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('when it is read', () => {
  const about = () => ({ contactId, conversationId, messageId: messageIds[1] ?? 0 })
  beforeEach(() => void sqliteOf(tenant.db).exec('delete from jobs'))

  test('once for messages that follow each other, and only where there is an open lead', () => {
    expect([readLeadLater(tenant.db, about()), readLeadLater(tenant.db, about())]).toEqual([
      ...[true, true],
    ])
    expect(waitingJobs()).toBe(1)
    const stranger = addConversation(tenant.db, endpointId, {})
    expect(readLeadLater(tenant.db, { ...about(), contactId: stranger.contactId })).toBe(false)
  })

  test('not while the assistant is turned off, nor of somebody who is blocked', () => {
    sqliteOf(tenant.db).exec('update company set ai_enabled = 0')
    expect(readLeadLater(tenant.db, about())).toBe(false)
    tenant.db.update(contacts).set({ blockedAt: 1 }).run()
    expect(beginReading(tenant.db, { leadId, conversationId })).toBe('gone')
  })

  test('one at a time, and each message once', () => {
    const reading = { leadId, conversationId }
    const begun = beginReading(tenant.db, reading)
    expect(begun).toMatchObject({ material: messageIds.map((id) => ({ id })) })
    expect(beginReading(tenant.db, reading)).toBe('busy')
    endReading(tenant.db, reading, { outcome: 'model', readTo: messageIds[1] })
    expect(beginReading(tenant.db, reading)).toMatchObject({ material: [] })
    endReading(tenant.db, reading, { outcome: 'nothing_new' })
    const later = say('And in white?')
    expect(beginReading(tenant.db, reading)).toMatchObject({
      material: [...messageIds, later].map((id) => ({ id })),
    })
  })

  test('a person has everything read again, once', () => {
    endReading(tenant.db, { leadId, conversationId }, { outcome: 'model', readTo: 9_999 })
    expect(requestReading(tenant.db, grace, leadId)).toEqual({ ok: true })
    expect(requestReading(tenant.db, grace, leadId)).toEqual({ ok: false, reason: 'being_read' })
    expect(waitingJobs()).toBe(1)
    expect(beginReading(tenant.db, { leadId, conversationId })).toMatchObject({ readTo: 0 })
  })
})
