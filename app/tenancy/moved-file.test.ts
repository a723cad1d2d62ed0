import { existsSync, renameSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { flushToDisk } from './flush.server.ts'
import { isOnLog } from './sqlite.server.ts'
import { sqliteOf } from './tenant-db.server.ts'

// What an operator does to a company's file beside the running server: away, and put back.

const ENDINGS = ['', '-wal', '-shm']
const HTML = { accept: 'text/html' }

let server: TestServer
let company: TestCompany
let path: string
beforeEach(async () => {
  server = await startTestServer({ jobs: false })
  company = server.addCompany('hotel')
  path = server.runtime.tenancy.pathOf(company.entry.id)
})
afterEach(() => server.close())

const acquire = () => server.runtime.tenancy.acquire(company.entry)
const release = (db = company.db) => server.runtime.tenancy.release(company.entry.id, db)
const visit = (headers: Record<string, string> = HTML) =>
  server.fetch({ host: company.host, path: '/conversations', headers })

function putAside(): string {
  const copy = `${path}.copy`
  sqliteOf(company.db).prepare('vacuum into ?').run(copy)
  for (const ending of ENDINGS) rmSync(path + ending, { force: true })
  return copy
}

test('nothing is written into a file that is no longer the company’s', () => {
  release()
  putAside()
  expect(acquire).toThrow('missing')
})

test('a copy put in its place serves at once, and takes messages to the disk', async () => {
  const copy = putAside()
  renameSync(copy, path)
  const db = acquire()
  expect(db).not.toBe(company.db)
  sqliteOf(db).exec(`update company set name = 'put back'`)
  await expect(flushToDisk(db)).resolves.toBeUndefined()
  expect(isOnLog(sqliteOf(db))).toBe(true)
  release(db)
  release()
  // The old handle is closed with its last use, and takes nothing of the new file away.
  expect(sqliteOf(company.db).open).toBe(false)
  expect(existsSync(`${path}-wal`)).toBe(true)
  expect(sqliteOf(acquire()).prepare('select name from company').pluck().get()).toBe('put back')
})

test('meanwhile people read a page that says so, and programs get a 503', async () => {
  release()
  const copy = putAside()
  const page = await visit()
  expect([page.status, page.headers['retry-after']]).toEqual([503, '10'])
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('Back in a moment')
  expect(page.body).not.toMatch(/Error|sqlite|\.ts/)
  expect((await visit({ ...HTML, 'accept-language': 'sw' })).body).toContain('Tutarudi')
  const asked = await visit({ accept: 'application/json' })
  expect([asked.status, JSON.parse(asked.body)]).toEqual([
    503,
    expect.objectContaining({ code: 'unavailable' }),
  ])
  renameSync(copy, path)
  expect((await visit()).status).not.toBe(503)
})
