import { existsSync } from 'node:fs'
import { unzipSync, strFromU8 } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addIdentity } from '#app/domain/contacts/identity-rows.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { openFile, putFile } from '#app/domain/files/store.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { eraseContact } from './erase.server.ts'
import { exportPerson } from './person-data.server.ts'
import { getRetention, keepRetention, saveRetention } from './retention.server.ts'

const DAY_MS = 86_400_000

let tenant: TestTenant
let member: SignedInMember
let line: number
beforeEach(() => {
  tenant = createTestTenant()
  member = signedIn(addMember(tenant.db, 'admin'))
  line = addEndpoint(tenant.db)
})
afterEach(() => tenant.close())

function signedIn(actor: ReturnType<typeof addMember>): SignedInMember {
  const rest = { sessionId: 1, name: 'Mary', email: 'm@x.example', sessionSeenAt: 0 }
  return { ...actor, ...rest, language: 'en', theme: 'system' }
}

const run = (sql: string, ...values: unknown[]) =>
  sqliteOf(tenant.db)
    .prepare(sql)
    .run(...values)

async function somebody() {
  const made = addConversation(tenant.db, line, {
    ...{ name: 'Asha Wanjiru', phone: '+254711000111', texts: ['my secret zebra', 'more'] },
  })
  const { contactId, messageIds } = made
  addIdentity(tenant.db, {
    contactId,
    channel: 'whatsapp-cloud',
    kind: 'phone',
    externalId: '254711000111',
  })
  const file = await putFile(tenant.db, {
    name: 'id-card.txt',
    bytes: Buffer.from('card'),
    purpose: 'message',
  })
  if (!file.ok) throw new Error(file.reason)
  run(
    `insert into message_media (message_id, kind, file_id, state) values (?, 'document', ?, 'stored')`,
    messageIds[0],
    file.fileId,
  )
  run(
    `insert into notes (conversation_id, member_id, text, created_at) values (?, ?, 'likes giraffes', 1)`,
    made.id,
    member.id,
  )
  run(
    `insert into contact_notes (contact_id, text, created_at) values (?, 'owes us', 1)`,
    contactId,
  )
  run(
    `insert into sales (contact_id, conversation_id, amount_minor, currency, at) values (?, ?, 500, 'KES', 1)`,
    contactId,
    made.id,
  )
  run(
    `insert into inbound_events (endpoint_id, provider_event_id, raw, received_at, processed_at)
     values (?, 'e1', ?, 1, 1), (?, 'e2', ?, 1, 1)`,
    ...[line, Buffer.from('{"from":"254711000111"}'), line, Buffer.from('{"from":"254722"}')],
  )
  return { ...made, fileId: file.fileId }
}

/** Every text of every table of the file, and the pages of the file itself. */
function everyText(): string {
  const tables = sqliteOf(tenant.db)
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and sql not like '%virtual%'`,
    )
    .all()
  return tables
    .map(({ name }) => JSON.stringify(sqliteOf(tenant.db).prepare(`select * from "${name}"`).all()))
    .join('\n')
}

test('one person is erased everywhere; that something happened stays', async () => {
  const { contactId, fileId } = await somebody()
  const path = openFile(tenant.db, fileId)?.path ?? ''
  expect(existsSync(path)).toBe(true)
  const wrong = { contactId, typedName: 'Asha' }
  expect(await eraseContact(tenant.db, member, wrong)).toEqual({
    ok: false,
    reason: 'name_differs',
  })
  expect(everyText()).toContain('zebra')

  const erased = await eraseContact(tenant.db, member, { contactId, typedName: 'Asha Wanjiru' })
  expect(erased).toMatchObject({ ok: true, counts: { messages: 2, files: 1, sales: 1, notes: 2 } })
  const text = everyText()
  for (const word of ['zebra', 'Wanjiru', '254711000111', 'giraffes', 'owes us', 'id-card'])
    expect(text, word).not.toContain(word)
  expect(existsSync(path)).toBe(false)
  const count = (sql: string) =>
    sqliteOf(tenant.db).prepare(`select count(*) from ${sql}`).pluck().get()
  expect(count('messages')).toBe(2)
  expect(count('sales where amount_minor = 500')).toBe(1)
  expect(count('inbound_events')).toBe(1)
  expect(count(`messages_fts where messages_fts match 'zebra'`)).toBe(0)
  expect(count(`audit_log where action = 'contact.erased'`)).toBe(1)
  expect(findContact(tenant.db, member, contactId)).toBeUndefined()
})

test('one person’s data is handed out as a zip with its files', async () => {
  const { contactId, fileId } = await somebody()
  addConversation(tenant.db, line, { name: 'Other', texts: ['not yours'] })
  const pieces: Uint8Array[] = []
  for await (const piece of exportPerson(tenant.db, member, contactId) ?? []) pieces.push(piece)
  const files = unzipSync(Buffer.concat(pieces))
  const data = JSON.parse(strFromU8(files['data.json'] as Uint8Array)) as Record<string, unknown>
  expect(data).toMatchObject({
    contact: { name: 'Asha Wanjiru' },
    messages: [{ text: 'my secret zebra' }, {}],
  })
  expect(JSON.stringify(data)).not.toContain('not yours')
  expect(strFromU8(files[`files/${fileId}-id-card.txt`] as Uint8Array)).toBe('card')
})

test('an agent hands out nobody who is not theirs', async () => {
  const { contactId } = await somebody()
  const agent = signedIn(addMember(tenant.db, 'agent'))
  expect(exportPerson(tenant.db, agent, contactId)).toBeUndefined()
  const request = { contactId, typedName: 'Asha Wanjiru' }
  expect(await eraseContact(tenant.db, agent, request)).toEqual({ ok: false, reason: 'not_found' })
})

test('texts and people past their time go; the others stay', async () => {
  const now = Date.UTC(2026, 10, 1) + 400 * DAY_MS
  const { contactId } = await somebody()
  run(`update contacts set last_message_at = ? where id = ?`, Date.UTC(2026, 10, 1), contactId)
  const fresh = addConversation(tenant.db, line, { name: 'Fresh', texts: ['still here'] })
  run(`update contacts set last_message_at = ? where id = ?`, now, fresh.contactId)
  run(`update messages set created_at = ? where conversation_id = ?`, now, fresh.id)
  await keepRetention(tenant.db, now)
  expect(everyText()).toContain('zebra')
  saveRetention(tenant.db, member, { messagesDays: 365, contactsDays: null })
  expect(getRetention(tenant.db)).toEqual({ messagesDays: 365, contactsDays: null })
  await keepRetention(tenant.db, now)
  expect(everyText()).not.toContain('zebra')
  expect(everyText()).toContain('still here')
  expect(everyText()).toContain('Asha Wanjiru')

  saveRetention(tenant.db, member, { messagesDays: 365, contactsDays: 365 })
  await keepRetention(tenant.db, now)
  // Somebody with an open conversation is not past anything.
  expect(everyText()).toContain('Asha Wanjiru')
  run(`update conversations set status = 'closed' where contact_id = ?`, contactId)
  await keepRetention(tenant.db, now)
  expect(everyText()).not.toContain('Asha Wanjiru')
  expect(everyText()).toContain('Fresh')
})

test('what was sent later goes with its message, its order and its file too', async () => {
  const { id, messageIds, fileId } = await laterMessage()
  saveRetention(tenant.db, member, { messagesDays: 30, contactsDays: null })
  await keepRetention(tenant.db, Date.UTC(2026, 10, 1) + 400 * DAY_MS)
  const left = sqliteOf(tenant.db)
  expect(left.prepare('select count(*) from scheduled_messages').pluck().get()).toBe(0)
  expect(
    left.prepare('select text from messages where id = ?').pluck().get(messageIds[0]),
  ).toBeNull()
  expect(openFile(tenant.db, fileId)).toBeUndefined()
  expect(id).toBeGreaterThan(0)
})

/** A message that was written to be sent later, has been sent, and shares its file with the order. */
async function laterMessage() {
  const made = addConversation(tenant.db, line, { texts: ['See the price list'] })
  const file = await putFile(tenant.db, {
    ...{ name: 'prices.txt', bytes: Buffer.from('prices'), purpose: 'message' },
  })
  if (!file.ok) throw new Error(file.reason)
  run(
    `insert into scheduled_messages (id, conversation_id, member_id, content_json, send_at, state,
       message_id, created_at, updated_at) values (1, ?, ?, '{}', 1, 'sent', ?, 1, 1)`,
    ...[made.id, member.id, made.messageIds[0]],
  )
  run(`insert into scheduled_message_files values (1, 0, ?)`, file.fileId)
  run(
    `insert into message_media (message_id, kind, file_id, state) values (?, 'document', ?, 'stored')`,
    ...[made.messageIds[0], file.fileId],
  )
  return { ...made, fileId: file.fileId }
}
