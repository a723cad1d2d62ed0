import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveCanned } from '#app/domain/canned-responses/save.server.ts'
import { settleConflict } from '#app/domain/checks/report.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { giveFile, restoreVersion } from '#app/domain/knowledge/document-files.server.ts'
import { listVersions } from '#app/domain/knowledge/document-versions.server.ts'
import { upsertDocument } from '#app/domain/knowledge/documents.server.ts'
import { saveFact } from '#app/domain/training/facts.server.ts'
import { saveGuideline } from '#app/domain/training/guidelines.server.ts'
import { saveSample } from '#app/domain/training/samples.server.ts'
import { learnFromWebsite } from '#app/domain/websites/begin.server.ts'
import { addWebsite } from '#app/domain/websites/websites.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'

// A visitor for support has a number below zero, which no member has. What they are allowed to
// write is kept all the same, as written by nobody of the company.

const visitor = { id: -7, name: 'Sanaa of support' }
const memberId = visitor.id
let tenant: TestTenant

beforeEach(() => {
  tenant = createTestTenant({ name: 'Savanna Hotel' })
})
afterEach(() => {
  expect(sqliteOf(tenant.db).pragma('foreign_key_check')).toEqual([])
  tenant.close()
})

test('documents: written, given as a file, and gone back to', async () => {
  const { db } = tenant
  const written = upsertDocument(db, { name: 'House rules', text: 'Quiet from ten.', memberId })
  if (!written.ok) throw new Error('refused')
  const bytes = Buffer.from('Breakfast is from seven to ten.')
  const put = await putFile(db, { name: 'b.txt', bytes, purpose: 'document', memberId })
  if (!put.ok) throw new Error(put.reason)
  giveFile(db, { fileId: put.fileId, name: 'Breakfast', memberId })
  expect(restoreVersion(db, { documentId: written.id, number: 1, memberId })).toBe(true)
  expect(listVersions(db, written.id).map(({ by }) => by)).toEqual([null, null])
})

test('what staff teach: facts, guidelines and sample conversations', () => {
  const { db } = tenant
  const fact = { about: 'Pool', statement: 'Closed on Monday', expiresAt: null, memberId }
  const id = saveFact(db, fact)
  expect(saveFact(db, { ...fact, statement: 'Open again' }, id)).toBe(id)
  const guideline = { kind: 'do' as const, text: 'Greet by name', isActive: true, memberId }
  expect(saveGuideline(db, guideline)).toBe(true)
  const turns = [{ by: 'customer' as const, text: 'Hi' }]
  expect(saveSample(db, { title: 'Greeting', turns, isActive: true, memberId })).toBe(true)
})

test('websites, canned responses, and a contradiction that is none', () => {
  const { db } = tenant
  const site = { startUrl: 'https://hotel.example/', depthMax: 1, pagesMax: 5, everyDays: null }
  expect(addWebsite(db, { ...site, memberId })).toMatchObject({ ok: true })
  learnFromWebsite(db, { startUrl: 'https://other.example/', memberId })
  const canned = { shortcut: 'hi', title: 'Hi', text: 'Hello', departmentId: null }
  const saved = saveCanned(db, visitor, { ...canned, fileIds: [], removedFileIds: [] })
  expect(saved).toMatchObject({ ok: true })
  expect(settleConflict(db, 1, memberId)).toBe(false)
})
