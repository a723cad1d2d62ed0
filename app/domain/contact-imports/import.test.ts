import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveField, listFields, listFieldValues } from '#app/domain/contacts/fields.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { toXlsx } from '#app/domain/spreadsheets/xlsx.ts'
import { mayReceiveAutomatic, setConsent } from '#app/domain/contacts/consent.server.ts'
import { addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { createImport, findImport, listRejections, startImport } from './imports.server.ts'
import { readTable } from './read-table.server.ts'
import { runImport, takeBatch } from './run-import.server.ts'

let tenant: TestTenant
let member: SignedInMember
beforeEach(() => {
  tenant = createTestTenant()
  const actor = addMember(tenant.db, 'manager')
  member = {
    ...{ ...actor, sessionId: 1, name: 'Mary', email: 'm@x.example', language: 'en' },
    ...{ theme: 'system', sessionSeenAt: 0 },
  }
})
afterEach(() => tenant.close())

const all = () => tenant.db.select().from(contacts).all()

async function upload(bytes: Buffer, duplicates: 'update' | 'skip' = 'update') {
  const table = await readTable(bytes)
  if (!table.ok) throw new Error(table.reason)
  const id = createImport(tenant.db, member, { ...table, fileName: 'c.csv' })
  const { mapping } = findImport(tenant.db, member, id) ?? { mapping: [] }
  expect(startImport(tenant.db, member, { id, mapping, duplicates })).toEqual({ ok: true })
  return id
}

test.each([
  ['comma, UTF-8 with mark', Buffer.from('\ufeffName,Phone\nZoë,0711000111\n')],
  ['semicolon, Windows-1252', Buffer.from('Name;Phone\r\nZo\xeb;0711 000 111\r\n', 'latin1')],
  ['tab, UTF-16', Buffer.from('\ufeffName\tPhone\nZoë\t+254711000111\n', 'utf16le')],
  [
    'workbook',
    Buffer.from(
      toXlsx([
        {
          name: 'A',
          rows: [
            ['Jina', 'Simu'],
            ['Zoë', 711000111],
          ],
        },
      ]),
    ),
  ],
])('reads a file: %s', async (_, bytes) => {
  await runImport(tenant.db, { importId: await upload(bytes) })
  expect(all()).toMatchObject([{ name: 'Zoë', phone: '+254711000111' }])
})

test('a file that is no table is refused', async () => {
  expect(await readTable(Buffer.from([0, 1, 2, 3]))).toEqual({
    ok: false,
    reason: 'file_unreadable',
  })
  expect(await readTable(Buffer.from('Name,Phone\n'))).toEqual({
    ok: false,
    reason: 'import_empty',
  })
  expect(await readTable(Buffer.from('PK\u0003\u0004broken'))).toMatchObject({ ok: false })
})

test('rows that do not fit are handed back with why; the others are taken', async () => {
  saveField(tenant.db, member, { name: 'Branch', type: 'choice', choices: ['Nairobi', 'Mombasa'] })
  const file =
    'Name,Phone,Email,Branch,Tags\nAsha,0711000111,asha@x.example,nairobi,VIP; Hotel\n' +
    'Bad,12,,,\nOdd,0722000222,not mail,,\nFar,0733000333,,Kisumu,\n,,,,VIP\n'
  const id = await upload(Buffer.from(file))
  await runImport(tenant.db, { importId: id })
  expect(
    listRejections(tenant.db, id).map(({ rowNumber, code, column }) => [rowNumber, code, column]),
  ).toEqual([
    [3, 'invalid_phone', 1],
    [4, 'invalid_email', 2],
    [5, 'not_choice', 3],
    [6, 'nothing_known', undefined],
  ])
  expect(findImport(tenant.db, member, id)).toMatchObject({
    ...{ state: 'done', rowsDone: 5, rowsCreated: 1, rowsRejected: 4 },
  })
  const [field] = listFields(tenant.db)
  const [asha] = all()
  expect(listFieldValues(tenant.db, [asha?.id ?? 0]).get(asha?.id ?? 0)).toEqual({
    [field?.id ?? 0]: 'Nairobi',
  })
})

test('somebody known is completed or left alone, as chosen', async () => {
  await runImport(tenant.db, {
    importId: await upload(Buffer.from('Name,Phone\nAsha,0711000111\n')),
  })
  const again = Buffer.from('Name,Phone,City\nAsha W,+254 711 000 111,Nakuru\n')
  const skipped = await upload(again, 'skip')
  await runImport(tenant.db, { importId: skipped })
  expect(all()).toMatchObject([{ name: 'Asha', location: '' }])
  expect(findImport(tenant.db, member, skipped)).toMatchObject({ rowsSkipped: 1 })
  await runImport(tenant.db, { importId: await upload(again) })
  expect(all()).toMatchObject([{ name: 'Asha W', location: 'Nakuru' }])
})

test('beyond the plan nobody new is taken, and those known are brought up to date', async () => {
  await runImport(tenant.db, {
    importId: await upload(Buffer.from('Name,Phone\nZoe,0711000111\n')),
  })
  const csv = 'Name,Phone\nZoë,0711000111\nAli,0711000222\nBen,0711000333\n'
  const id = await upload(Buffer.from(csv))
  await runImport(tenant.db, { importId: id }, () => 1)
  expect(all().map(({ name }) => name)).toEqual(['Zoë', 'Ali'])
  expect(findImport(tenant.db, member, id)).toMatchObject({ rowsCreated: 1, rowsRejected: 1 })
})

test('an import that was cut off goes on with the next row, and takes none twice', async () => {
  const rows = Array.from({ length: 250 }, (_, i) => `N${i},07${String(10_000_000 + i)}`)
  const id = await upload(Buffer.from(`Name,Phone\n${rows.join('\n')}\n`))
  expect(takeBatch(tenant.db, id)).toBe(true)
  expect(findImport(tenant.db, member, id)).toMatchObject({ state: 'running', rowsDone: 100 })
  await runImport(tenant.db, { importId: id })
  await runImport(tenant.db, { importId: id })
  expect(all()).toHaveLength(250)
  expect(findImport(tenant.db, member, id)).toMatchObject({ state: 'done', rowsCreated: 250 })
})

test('a file does not talk over what the customer said', async () => {
  await runImport(tenant.db, {
    importId: await upload(Buffer.from('Name,Phone\nAsha,0711000111\n')),
  })
  const contactId = all()[0]?.id ?? 0
  const about = { contactId, channel: 'whatsapp-cloud', category: 'marketing' } as const
  setConsent(tenant.db, { ...about, category: '*', state: 'withdrawn', source: 'message' })
  const file = Buffer.from('Phone,Marketing\n0711000111,yes\n0722000222,yes\n')
  await runImport(tenant.db, { importId: await upload(file) })
  expect(mayReceiveAutomatic(tenant.db, about)).toBe(false)
  expect(mayReceiveAutomatic(tenant.db, { ...about, contactId: contactId + 1 })).toBe(true)
})

test('an import belongs to who made it, unless one reads everything', async () => {
  const id = await upload(Buffer.from('Name,Phone\nAsha,0711000111\n'))
  const agent = { ...addMember(tenant.db, 'agent'), extra: ['contacts.import' as const] }
  expect(findImport(tenant.db, agent, id)).toBeUndefined()
  expect(findImport(tenant.db, addMember(tenant.db, 'admin'), id)).toBeDefined()
})
