import { asc } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { documents, passages } from '#app/domain/knowledge/schema.server.ts'
import { openReader } from '#app/domain/readers/open-reader.server.ts'
import { createGuardedFetch } from './guarded-fetch.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startSiteFake } from '#tests/fakes/site/server.ts'
import type { SiteFake } from '#tests/fakes/site/server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { readWebsite } from '#app/domain/websites/read-website.server.ts'
import {
  addWebsite,
  cancelRun,
  countPages,
  deleteWebsite,
} from '#app/domain/websites/websites.server.ts'
import { findWebsite, listPages, startRun } from '#app/domain/websites/websites.server.ts'

const reader = openReader()
afterAll(() => reader.close())

let tenant: TestTenant
let site: SiteFake
let pauses: number[]
beforeEach(async () => {
  tenant = createTestTenant()
  site = await startSiteFake({ slowMs: 2_000 })
  pauses = []
  sqliteOf(tenant.db).exec(
    `insert into members (email, name, role, created_at, updated_at) values ('m@x.test', 'M', 'owner', 1, 1)`,
  )
})
afterEach(async () => {
  tenant.close()
  await site.close()
})

function add(
  options: { depthMax?: number; pagesMax?: number; everyDays?: number; url?: string } = {},
) {
  const { depthMax = 3, pagesMax = 50, everyDays = null, url = site.url } = options
  const added = addWebsite(tenant.db, { startUrl: url, depthMax, pagesMax, everyDays, memberId: 1 })
  if (!added.ok) throw new Error(added.reason)
  return added.id
}

async function read(id: number, run = findWebsite(tenant.db, id)?.run ?? 0) {
  const fetchPublic = createGuardedFetch({ trustedOrigins: [site.url], timeoutMs: 700 })
  const pause = async (ms: number) => void pauses.push(ms)
  await readWebsite(tenant.db, { websiteId: id, run }, { reader, fetchPublic, pause })
}

/** path → state, and why */
const pagesOf = (id: number) =>
  Object.fromEntries(
    listPages(tenant.db, id, { show: 'all' }).items.map(({ url, state, reason, change }) => [
      new URL(url).pathname,
      [state, reason ?? change].join(' '),
    ]),
  )
const textOf = () =>
  tenant.db
    .select()
    .from(passages)
    .orderBy(asc(passages.id))
    .all()
    .map(({ text }) => text)
    .join('\n')

test('a website is read as it wishes: sitemap, links, robots, canonical pages, no further', async () => {
  const id = add()
  await read(id)
  expect(findWebsite(tenant.db, id)).toMatchObject({ state: 'read', failureReason: null })
  expect(pagesOf(id)).toEqual({
    '/': 'read new',
    '/policies': 'read new',
    '/rooms': 'read new',
    '/rooms/fish-eagle': 'read new',
    '/dining': 'read new',
    '/offers': 'skipped canonical',
    '/old-rooms': 'skipped redirect',
    '/partner': 'failed private_address',
    '/broken': 'failed unreachable',
    '/huge': 'failed too_large',
    '/slow': 'failed timeout',
    '/staff/rota': 'skipped robots',
    '/drafts': 'skipped noindex',
  })
  expect(site.requests).not.toContain('/staff/rota')
  expect(site.requests.filter((path) => path === '/broken')).toHaveLength(3)
  expect(site.requests.filter((path) => path === '/rooms')).toHaveLength(2)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000)
})

test('each page is a source: its words without menus, its address with every passage', async () => {
  await read(add())
  expect(textOf()).toContain('Cottage: Fish Eagle; Guests: 4; Price a night: KES 19,000')
  expect(textOf()).not.toMatch(/Cookie settings|Newsletter|run on/)
  const rooms = tenant.db.select().from(passages).all()
  expect(rooms.filter(({ url }) => url === `${site.url}/rooms`).map(({ title }) => title)).toEqual([
    'Cottages and prices',
  ])
  expect(tenant.db.select().from(documents).all()).toHaveLength(5)
})

test('read again, it shows what is new, what changed and what is gone', async () => {
  const id = add()
  await read(id)
  site.write('/dining', {
    title: 'Dining',
    body: '<p>Breakfast is served from seven o’clock on every day.</p>',
  })
  site.remove('/policies')
  site.write('/rooms', {
    title: 'Cottages and prices',
    body: '<p>All cottages cost the same now, KES 15,000.</p><a href="/spa">Spa</a>',
  })
  site.write('/spa', {
    title: 'Spa',
    body: '<p>A massage under the acacias takes one hour and is wonderful.</p>',
  })
  startRun(tenant.db, id)
  await read(id)
  expect(pagesOf(id)).toMatchObject({
    ...{ '/': 'read same', '/dining': 'read changed', '/rooms': 'read changed' },
    ...{ '/spa': 'read new', '/policies': 'gone refused' },
  })
  expect(countPages(tenant.db, id)).toMatchObject({ new: 1, changed: 2, gone: 1 })
  expect(textOf()).toContain('seven o’clock')
  expect(textOf()).not.toMatch(/72 hours|half past six/)
})

test('a page that does not answer for once keeps what it taught', async () => {
  const id = add()
  await read(id)
  const address = site.url
  await site.close()
  startRun(tenant.db, id)
  await read(id)
  expect(findWebsite(tenant.db, id)).toMatchObject({
    state: 'failed',
    failureReason: 'unreachable',
  })
  expect(textOf()).toContain('KES 19,000')
  site = await startSiteFake({ port: Number(new URL(address).port) })
  startRun(tenant.db, id)
  await read(id)
  expect(pagesOf(id)).toMatchObject({ '/rooms': 'read same', '/slow': 'read new' })
})

test('limits of depth and number hold', async () => {
  const near = add({ depthMax: 0 })
  await read(near)
  expect(Object.keys(pagesOf(near))).toEqual(['/'])
  deleteWebsite(tenant.db, near)
  expect(tenant.db.select().from(documents).all()).toEqual([])
  const few = add({ pagesMax: 2 })
  await read(few)
  expect(countPages(tenant.db, few)).toMatchObject({ read: 2, waiting: 0 })
  expect(pagesOf(few)).toMatchObject({ '/dining': 'skipped limit' })
})

test('it goes on where it stopped, and stops when told to', async () => {
  const id = add()
  const fetchPublic = createGuardedFetch({ trustedOrigins: [site.url], timeoutMs: 700 })
  const crash = async () => Promise.reject(new Error('power cut'))
  const run = { websiteId: id, run: 1 }
  await expect(readWebsite(tenant.db, run, { reader, fetchPublic, pause: crash })).rejects.toThrow(
    'power cut',
  )
  expect(countPages(tenant.db, id).read).toBe(1)
  const cancel = async () => void cancelRun(tenant.db, id)
  await readWebsite(tenant.db, run, { reader, fetchPublic, pause: cancel })
  expect(site.requests.filter((path) => path === '/')).toHaveLength(1)
  expect(findWebsite(tenant.db, id)?.state).toBe('cancelled')
  expect(countPages(tenant.db, id)).toMatchObject({ read: 2, waiting: 0 })
})

test('what must not be read is not, and says why', async () => {
  site.setRobots('User-agent: *\nDisallow: /')
  const closed = add()
  await read(closed)
  expect(findWebsite(tenant.db, closed)).toMatchObject({ state: 'failed', failureReason: 'robots' })
  const inner = add({ url: 'http://127.0.0.1:9/' })
  await read(inner)
  expect(findWebsite(tenant.db, inner)?.failureReason).toBe('private_address')
  site.setRobots('', 503)
  startRun(tenant.db, closed)
  await read(closed)
  expect(findWebsite(tenant.db, closed)?.failureReason).toBe('unreachable')
})

test('the next reading is set for its day, and begins then', async () => {
  const id = add({ everyDays: 7 })
  await read(id)
  const jobs = sqliteOf(tenant.db).prepare(
    `select payload_json, run_at from jobs where kind = 'website.read' and state = 'queued' and run_at > ?`,
  )
  const [next] = jobs.all(Date.now() + 6 * 86_400_000) as { payload_json: string }[]
  expect(JSON.parse(next?.payload_json ?? '{}')).toEqual({ websiteId: id, run: 2 })
  await read(id, 2)
  expect(findWebsite(tenant.db, id)).toMatchObject({ state: 'read', run: 2 })
})

test('an address that is none, or known, is refused', () => {
  const { db } = tenant
  const base = { depthMax: 1, pagesMax: 5, everyDays: null, memberId: 1 }
  for (const startUrl of [
    '',
    'x',
    'ftp://x.example/',
    'javascript:alert(1)',
    'http://u:p@x.example',
  ])
    expect(addWebsite(db, { ...base, startUrl })).toEqual({ ok: false, reason: 'invalid_address' })
  expect(addWebsite(db, { ...base, startUrl: 'acacia.example' }).ok).toBe(true)
  expect(addWebsite(db, { ...base, startUrl: 'https://acacia.example/#top' })).toEqual({
    ...{ ok: false, reason: 'website_known' },
  })
})
