import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { aiAnswers, aiAnswerSources } from '#app/domain/answers/schema.server.ts'
import { openFile, putFile } from '#app/domain/files/store.server.ts'
import { openReader } from '#app/domain/readers/open-reader.server.ts'
import { claimJob, reclaimExpired } from '#app/jobs/queue.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { giveFile, readAgain, readDocument, restoreVersion } from './document-files.server.ts'
import { listFileIds, listVersions, removeUnused } from './document-versions.server.ts'
import { deleteDocument, findDocument, listDocuments, upsertDocument } from './documents.server.ts'
import { listPassagesOf } from './passages.server.ts'

const reader = openReader()
afterAll(() => reader.close())

let tenant: TestTenant
let memberId: number
beforeEach(() => {
  tenant = createTestTenant()
  memberId = sqliteOf(tenant.db)
    .prepare(
      `insert into members (email, name, role, created_at, updated_at)
       values ('m@x.test', 'Mercy', 'manager', 1, 1) returning id`,
    )
    .pluck()
    .get() as number
})
afterEach(() => tenant.close())

const guide = () => readFileSync(new URL('../readers/fixtures/guide.pdf', import.meta.url))

async function give(name: string, bytes: Buffer | string, documentId?: number) {
  const kept = await putFile(tenant.db, { name, bytes: Buffer.from(bytes), purpose: 'document' })
  if (!kept.ok) throw new Error(kept.reason)
  return giveFile(tenant.db, { fileId: kept.fileId, name, memberId }, documentId)
}

async function readAll(): Promise<void> {
  const sqlite = sqliteOf(tenant.db)
  const handlers: JobHandlers<TenantDb> = {
    'document.read': (db, payload, job) => readDocument(db, payload, job, reader),
    'knowledge.embed': () => undefined,
  }
  const next = () => claimJob(sqlite, Date.now() + 10_000)
  for (let job = next(); job; job = next()) {
    const error = await runJob({ store: tenant.db, sqlite }, handlers, job)
    if (error) throw error as Error
  }
}

const textsOf = (id: number) =>
  listPassagesOf(tenant.db, { kind: 'document', id }).map(({ title, text, page }) => [
    ...[title, text, page],
  ])

test('a PDF is read in the background, and every passage knows its heading and page', async () => {
  const id = await give('guide.pdf', guide())
  expect(findDocument(tenant.db, id)).toMatchObject({ status: 'processing', startedAt: null })
  await readAll()
  expect(findDocument(tenant.db, id)).toMatchObject({
    ...{ status: 'processed', origin: 'file', format: 'pdf', pages: 2 },
  })
  expect(textsOf(id)).toEqual([
    ['guide › Savanna Spa', expect.stringContaining('8 am to 8 pm'), 1],
    ['guide › Savanna Spa › Prices', expect.stringContaining('KES 3,200'), 1],
    ['guide › Savanna Spa › Cancellation', expect.stringContaining('24 hours'), 2],
  ])
})

test('what cannot be read says why, and what was known before stays in use', async () => {
  const id = await give('rules.txt', 'No shoes in the house.')
  await readAll()
  await give('RULES.txt', '%PDF-1.4 broken')
  await readAll()
  expect(findDocument(tenant.db, id)).toMatchObject({ status: 'failed', failureReason: 'broken' })
  expect(textsOf(id)).toEqual([['rules', 'No shoes in the house.', null]])
  expect(readAgain(tenant.db, id)).toBe(true)
  expect(findDocument(tenant.db, id)?.status).toBe('processing')
})

test('versions are kept, named after who gave them, and one can go back', async () => {
  const id = await give('rules.txt', 'No shoes.')
  await readAll()
  expect(await give('other name.txt', 'Shoes are fine.', id)).toBe(id)
  await readAll()
  expect(textsOf(id)).toEqual([['rules', 'Shoes are fine.', null]])
  expect(restoreVersion(tenant.db, { documentId: id, number: 1, memberId })).toBe(true)
  expect(textsOf(id)).toEqual([['rules', 'No shoes.', null]])
  expect(listVersions(tenant.db, id)).toMatchObject([
    { number: 3, restoredFrom: 1, by: 'Mercy', fileName: 'rules.txt', isRead: true },
    { number: 2, fileName: 'other name.txt' },
    { number: 1, fileName: 'rules.txt' },
  ])
  expect(restoreVersion(tenant.db, { documentId: id, number: 9, memberId })).toBe(false)
})

test('the newest of two files given in a hurry is what counts', async () => {
  const id = await give('rules.txt', 'First.')
  await give('rules.txt', 'Second.')
  await readAll()
  expect(textsOf(id)).toEqual([['rules', 'Second.', null]])
})

test('a deleted document leaves no file behind', async () => {
  const id = await give('rules.txt', 'No shoes.')
  await readAll()
  const fileIds = listFileIds(tenant.db, id)
  deleteDocument(tenant.db, id)
  await removeUnused(tenant.db, fileIds)
  expect(fileIds.map((fileId) => openFile(tenant.db, fileId))).toEqual([undefined])
})

test('a list says what each source was used for', () => {
  const { db } = tenant
  upsertDocument(db, { name: 'Rules', text: 'No shoes.' })
  upsertDocument(db, { name: 'Unused', text: 'Nothing.' })
  const rules = listDocuments(db).items.find(({ name }) => name === 'Rules')!
  const answer = { outcome: 'sent', writer: 'builtin', createdAt: 5_000 } as const
  for (const isCited of [1, 0]) {
    const { id } = db.insert(aiAnswers).values(answer).returning({ id: aiAnswers.id }).get()
    const passage = { number: 1, sourceKind: 'document', sourceId: rules.id, title: '', text: '' }
    db.insert(aiAnswerSources)
      .values({ ...passage, answerId: id, isCited })
      .run()
  }
  expect(listDocuments(db).items).toMatchObject([
    { name: 'Unused', usedCount: 0, lastUsedAt: null },
    { name: 'Rules', usedCount: 1, lastUsedAt: 5_000 },
  ])
})

test('a reading that was interrupted past its last attempt has failed and can be asked for again', async () => {
  const id = await give('guide.pdf', guide())
  const sqlite = sqliteOf(tenant.db)
  sqlite.exec(`update jobs set state = 'running', attempts = max_attempts, lease_until = 1
    where kind = 'document.read'`)
  expect(findDocument(tenant.db, id)?.status).toBe('processing')
  reclaimExpired(sqlite, Date.now())
  const lost = { status: 'failed', failureReason: 'interrupted' }
  expect(findDocument(tenant.db, id)).toMatchObject(lost)
  expect(readAgain(tenant.db, id)).toBe(true)
  await readAll()
  expect(findDocument(tenant.db, id)).toMatchObject({ status: 'processed', failureReason: null })
})
