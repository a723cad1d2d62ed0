import { afterEach, beforeEach, expect, test } from 'vitest'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { mayReceiveAutomatic, setConsent } from './consent.server.ts'
import { callDistinct, listDuplicates } from './duplicates.server.ts'
import { saveField, setFieldValue } from './fields.server.ts'
import { addIdentity } from './identity-rows.server.ts'
import { listContacts } from './list.server.ts'
import {
  mergeContactsByHand,
  mergeConversationsByHand,
  undoContactMerge,
  undoConversationMerge,
} from './merge-by-hand.server.ts'
import { findMergedConversation } from './merge-conversations.server.ts'
import { listMergesInto, MERGE_UNDO_MS } from './merge-list.server.ts'
import { findSurvivor } from './reach.server.ts'

let tenant: TestTenant
let member: SignedInMember
let line: number
beforeEach(() => {
  tenant = createTestTenant()
  member = signedIn(addMember(tenant.db, 'manager'))
  line = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

function signedIn(actor: ReturnType<typeof addMember>): SignedInMember {
  const rest = { sessionId: 1, name: 'Mary', email: 'm@x.example', sessionSeenAt: 0 }
  return { ...actor, ...rest, language: 'en', theme: 'system' }
}

const tables = [
  ...['contacts', 'contact_identities', 'conversations', 'messages', 'notes', 'sales', 'leads'],
  ...['contact_tags', 'contact_field_values', 'contact_notes', 'contact_consents'],
  ...['conversation_tags', 'conversation_events', 'tasks'],
]

/** The rows of every table that a merge touches, but for times of change. */
function everything() {
  return tables.map((name) => [
    name,
    sqliteOf(tenant.db)
      .prepare<[], Record<string, unknown>>(`select * from ${name}`)
      .all()
      .map(({ updated_at: _u, score_updated_at: _s, ...row }) => JSON.stringify(row))
      .sort(),
  ])
}

/** Two contacts with something in every drawer, and an open conversation each on one line. */
function twoOfOne() {
  const { db } = tenant
  const run = (sql: string, ...values: unknown[]) =>
    sqliteOf(db)
      .prepare(sql)
      .run(...values)
  const a = addConversation(db, line, { name: 'Asha', phone: '+254711000111', texts: ['one'] })
  const b = addConversation(db, line, {
    ...{ name: 'Asha Wanjiru', phone: '+254722000222', texts: ['two', 'three'] },
    lastMessageAt: Date.UTC(2026, 10, 2),
  })
  const saved = saveField(db, member, { name: 'Size', type: 'text', choices: [] })
  const fieldId = saved.ok ? saved.id : 0
  run(`insert into tags (id, name, created_at) values (101, 'Gold', 1), (102, 'Silver', 1)`)
  for (const [contactId, value] of [
    [a.contactId, 'S'],
    [b.contactId, 'L'],
  ] as const) {
    addIdentity(db, {
      contactId,
      channel: 'telegram',
      kind: 'user_id',
      externalId: `t${contactId}`,
    })
    setFieldValue(db, { contactId, fieldId, value })
    run('insert into contact_tags (contact_id, tag_id, at) values (?, 101, 1)', contactId)
    run(`insert into contact_notes (contact_id, text, created_at) values (?, 'note', 1)`, contactId)
    run(
      `insert into sales (contact_id, amount_minor, currency, at) values (?, 500, 'KES', 1)`,
      contactId,
    )
    run(
      `insert into leads (contact_id, stage_id, position, currency, created_at, updated_at, stage_changed_at)
       values (?, (select min(id) from lead_stages), 1, 'KES', 1, 1, 1)`,
      contactId,
    )
    run(
      `insert into tasks (kind, title, member_id, contact_id, due_at, created_at, updated_at)
       values ('reminder', 'call', ?, ?, 1, 1, 1)`,
      ...[member.id, contactId],
    )
  }
  run('insert into contact_tags (contact_id, tag_id, at) values (?, 102, 1)', b.contactId)
  for (const { id } of [a, b]) {
    run('insert into conversation_tags (conversation_id, tag_id, at) values (?, 101, 1)', id)
    run(
      `insert into notes (conversation_id, member_id, text, created_at) values (?, ?, 'n', 1)`,
      id,
      member.id,
    )
  }
  setConsent(db, { ...whatsapp(a.contactId), state: 'granted', source: 'member', at: 1 })
  setConsent(db, {
    ...whatsapp(b.contactId),
    category: '*',
    state: 'withdrawn',
    source: 'message',
    at: 2,
  })
  return { a, b, fieldId }
}

const whatsapp = (contactId: number) =>
  ({ contactId, channel: 'whatsapp-cloud', category: 'marketing' }) as const
const keepAll = { columns: [], fieldIds: [] }

test('two contacts become one, with everything of both, and exactly two again', () => {
  const { a, b, fieldId } = twoOfOne()
  const before = everything()
  const choice = { columns: ['name' as const], fieldIds: [fieldId] }
  const merge = { keepId: a.contactId, goneId: b.contactId, choice }
  expect(mergeContactsByHand(tenant.db, member, merge)).toEqual({ ok: true, id: a.contactId })

  const people = listContacts(tenant.db, member, {}).rows
  expect(people).toMatchObject([{ name: 'Asha Wanjiru', phone: '+254711000111' }])
  expect(people[0]?.tags.map((tag) => tag.name)).toEqual(['Gold', 'Silver'])
  expect(listContacts(tenant.db, member, { search: '0722000222' }).rows).toEqual([])
  expect(findSurvivor(tenant.db, b.contactId)).toBe(a.contactId)
  // The two open conversations on one line are one, in the order of time.
  const [one, ...rest] = tenant.db.select().from(conversations).all()
  expect(rest).toEqual([])
  expect(one).toMatchObject({ contactId: a.contactId, lastMessageId: b.messageIds[1] })
  expect(tenant.db.select().from(messages).all()).toHaveLength(3)
  expect(findMergedConversation(tenant.db, Math.min(a.id, b.id))).toBe(Math.max(a.id, b.id))
  // A no of either is a no of both.
  expect(mayReceiveAutomatic(tenant.db, whatsapp(a.contactId))).toBe(false)

  const [made] = listMergesInto(tenant.db, a.contactId).filter((one) => one.of === 'contact')
  expect(undoContactMerge(tenant.db, member, made?.id ?? 0)).toMatchObject({ ok: true })
  // The line that tells of the merge stays in the history.
  const told = (rows: unknown) => JSON.stringify(rows).includes('merged')
  const after = everything().map(([name, rows]) => [
    name,
    (rows as string[]).filter((row) => !told(row) || name !== 'conversation_events'),
  ])
  expect(after).toEqual(before)
  expect(undoContactMerge(tenant.db, member, made?.id ?? 0)).toEqual({
    ok: false,
    reason: 'not_found',
  })
})

test('what was changed after a merge is not undone with it', () => {
  const { a, b } = twoOfOne()
  mergeContactsByHand(tenant.db, member, {
    keepId: a.contactId,
    goneId: b.contactId,
    choice: { columns: ['name'], fieldIds: [] },
  })
  sqliteOf(tenant.db).prepare(`update contacts set name = 'Asha N.' where id = ?`).run(a.contactId)
  const [made] = listMergesInto(tenant.db, a.contactId)
  undoContactMerge(tenant.db, member, made?.id ?? 0)
  const names = listContacts(tenant.db, member, {}).rows.map((row) => row.name)
  expect(names.sort()).toEqual(['Asha N.', 'Asha Wanjiru'])
})

test('after thirty days a merge stands', () => {
  const { a, b } = twoOfOne()
  mergeContactsByHand(tenant.db, member, {
    keepId: a.contactId,
    goneId: b.contactId,
    choice: keepAll,
  })
  const [made] = listMergesInto(tenant.db, a.contactId)
  const late = Date.now() + MERGE_UNDO_MS + 1
  expect(undoContactMerge(tenant.db, member, made?.id ?? 0, late)).toEqual({
    ok: false,
    reason: 'merge_too_late',
  })
  expect(listMergesInto(tenant.db, a.contactId, late)).toEqual([])
})

test('an agent merges nothing that is not theirs', () => {
  const agent = signedIn(addMember(tenant.db, 'agent'))
  const other = addMember(tenant.db, 'agent', 'other')
  const mine = addConversation(tenant.db, line, { name: 'Mine', assignedTo: agent.id })
  const theirs = addConversation(tenant.db, line, { name: 'Theirs', assignedTo: other.id })
  const merge = { keepId: mine.contactId, goneId: theirs.contactId, choice: keepAll }
  expect(mergeContactsByHand(tenant.db, agent, merge)).toEqual({ ok: false, reason: 'not_found' })
  expect(listDuplicates(tenant.db, agent)).toEqual([])
})

test('conversations of one contact on one line become one and two again', () => {
  const first = addConversation(tenant.db, line, {
    status: 'closed',
    outcome: 'won',
    texts: ['a', 'b'],
  })
  const second = addConversation(tenant.db, line, {
    ...{ contactId: first.contactId, texts: ['c'], lastMessageAt: Date.UTC(2026, 10, 5) },
  })
  const elsewhere = addConversation(tenant.db, addEndpoint(tenant.db), {
    contactId: first.contactId,
  })
  const before = everything()
  const pair = { contactId: first.contactId, aId: first.id, bId: second.id }
  expect(mergeConversationsByHand(tenant.db, member, pair)).toEqual({ ok: true, id: second.id })
  const of = (id: number) =>
    tenant.db
      .select()
      .from(messages)
      .all()
      .filter((row) => row.conversationId === id)
      .map((row) => row.text)
  expect(of(second.id)).toEqual(['a', 'b', 'c'])
  const other = { ...pair, aId: second.id, bId: elsewhere.id }
  expect(mergeConversationsByHand(tenant.db, member, other)).toEqual({
    ok: false,
    reason: 'merge_other_line',
  })
  const [made] = listMergesInto(tenant.db, first.contactId)
  expect(undoConversationMerge(tenant.db, member, made?.id ?? 0)).toEqual({
    ok: true,
    id: first.contactId,
  })
  const withoutEvents = (rows: ReturnType<typeof everything>) =>
    rows.filter(([name]) => name !== 'conversation_events')
  expect(withoutEvents(everything())).toEqual(withoutEvents(before))
})

test('likely duplicates: one number in two spellings, one e-mail, a similar name with the same digits', () => {
  const add = (name: string, phone: string | null, email: string | null = null) =>
    Number(
      sqliteOf(tenant.db)
        .prepare(
          'insert into contacts (name, phone, email, created_at, updated_at) values (?, ?, ?, 1, 1)',
        )
        .run(name, phone, email).lastInsertRowid,
    )
  const written = add('Otieno', '+254733000333')
  const heard = add('Someone', null)
  addIdentity(tenant.db, {
    contactId: heard,
    channel: 'whatsapp-cloud',
    kind: 'phone',
    externalId: '254733000333',
  })
  const mail = [add('A', null, 'Joy@x.example'), add('B', null, 'joy@x.example')]
  const names = [add('Asha Wanjiru', '+254711000111'), add('Wanjiru Asha', '+256711000111')]
  add('Peter', '+254755000555')
  add('Mary', '+256755000555')
  const found = listDuplicates(tenant.db, member).map(({ low, high, reason }) => [
    low.id,
    high.id,
    reason,
  ])
  expect(found).toHaveLength(3)
  expect(found).toEqual(
    expect.arrayContaining([
      [written, heard, 'phone'],
      [...mail, 'email'],
      [...names, 'name'],
    ]),
  )
  callDistinct(tenant.db, member, { aId: mail[1] ?? 0, bId: mail[0] ?? 0 })
  expect(listDuplicates(tenant.db, member)).toHaveLength(2)
})
