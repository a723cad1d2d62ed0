import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { members } from '#app/domain/members/schema.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { placeOf, readFlag } from '#app/platform/flags/read.server.ts'
import { platformUsers } from '#app/platform/schema.server.ts'
import { readSettings } from '#app/platform/settings/read.server.ts'
import type { PlatformRole } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let own: TestCompany
let rival: TestCompany
let owner: string
let support: string

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  own = server.addCompany('own-company')
  rival = server.addCompany('rival-company', 'car-dealer')
  owner = addUser('owner')
  support = addUser('support')
})
afterAll(() => server.close())
beforeEach(() => {
  for (const table of ['flag_overrides', 'platform_settings', 'announcements'])
    sql(`delete from ${table}`)
})

const flag = (fields: Record<string, string>) =>
  post('app', '/admin/flags/simulator', owner, fields)
const hasIt = async (company: TestCompany) =>
  (await get(company.slug, '/simulator', server.cookieOf(company))).status === 200

test('the closest word about a flag counts: company, plan, share, everybody, default', async () => {
  expect([await hasIt(own), await hasIt(rival)]).toEqual([true, true])
  await flag({ scope: 'global', state: 'off' })
  expect([await hasIt(own), await hasIt(rival)]).toEqual([false, false])
  await flag({ scope: 'percentage', share: '100', state: 'off' })
  expect([await hasIt(own), await hasIt(rival)]).toEqual([true, true])
  sql(`update tenants set plan = 'growth' where slug = 'own-company'`)
  const said = await flag({ scope: 'plan', plan: 'growth', state: 'off' })
  expect(said.headers.location).toBe('/admin/flags/simulator?saved')
  expect(await hasIt(own)).toBe(false)
  await flag({ scope: 'company', company: 'own-company', state: 'on' })
  expect([await hasIt(own), await hasIt(rival)]).toEqual([true, true])
  await flag({ scope: 'company', subject: own.entry.id, state: 'none' })
  expect(await hasIt(own)).toBe(false)
  const page = await get('app', '/admin/flags/simulator', owner)
  for (const words of ['A share of companies', 'its plan', 'rival-company', '→'])
    expect(page.body.includes(words), words).toBe(true)
})

test('what is turned off is gone from the menu, the page and the address behind it', async () => {
  await flag({ scope: 'company', company: 'own-company', state: 'off' })
  const cookie = server.cookieOf(own)
  const inbox = await get('own-company', '/conversations', cookie)
  expect(inbox.body.includes('href="/simulator"')).toBe(false)
  expect((await get('own-company', '/simulator', cookie)).status).toBe(404)
  expect((await post('own-company', '/simulator/messages', cookie, {})).status).toBe(404)
  expect(await hasIt(rival)).toBe(true)
})

test('a share is the same companies each time, others for another flag, and about as many as it says', () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => `company${index}`)
  const inShare = (name: string) => ids.filter((id) => placeOf(name, id) < 30)
  expect(inShare('a')).toEqual(inShare('a'))
  expect(inShare('a')).not.toEqual(inShare('b'))
  expect(inShare('a').length).toBeGreaterThan(500)
  expect(inShare('a').length).toBeLessThan(700)
  sql(`insert into flag_overrides values ('translation', 'percentage', '', 30, 0)`)
  const { platform } = server.runtime
  const given = ids.filter((id) => readFlag(platform, { id, plan: 'x' }, 'translation').isOn)
  expect(given).toEqual(inShare('translation'))
})

test.each([
  { scope: 'percentage', share: '101', state: 'on' },
  { scope: 'percentage', share: 'x', state: 'on' },
  { scope: 'company', company: 'nobody', state: 'on' },
  { scope: 'plan', plan: 'no-such-plan', state: 'on' },
  { scope: 'planet', state: 'on' },
  { scope: 'global', state: 'maybe' },
])('what does not fit is refused and nothing is said: %j', async (fields) => {
  expect((await flag(fields as object as Record<string, string>)).status).toBe(422)
  expect(count('flag_overrides')).toBe(0)
})

const notice = {
  ...{ level: 'warning', titleEn: 'Maintenance tonight', titleSw: 'Matengenezo usiku' },
  ...{ textEn: 'From ten', textSw: 'Kuanzia saa nne', timeZone: 'Africa/Nairobi' },
}
const announce = (fields: Record<string, string>) =>
  post('app', '/admin/announcements/new', owner, { ...notice, ...fields })
const isTold = async (company: TestCompany, memberId = 1) =>
  (await get(company.slug, '/contacts', server.cookieOf(company, memberId))).body.includes(
    'Maintenance tonight',
  )

test('an announcement stands above the pages until it is put away or ended', async () => {
  const made = await announce({ isDismissable: 'on' })
  const id = /announcements\/(\d+)/.exec(made.headers.location ?? '')?.[1] ?? ''
  expect([await isTold(own), await isTold(rival)]).toEqual([true, true])
  const away = await post('own-company', `/announcements/${id}/dismissal`, server.cookieOf(own), {
    returnTo: '/contacts',
  })
  expect(away.headers.location).toBe('/contacts')
  expect([await isTold(own), await isTold(rival)]).toEqual([false, true])
  expect(await isTold(own, addAgent())).toBe(true)
  await post('app', `/admin/announcements/${id}/ending`, owner, {})
  expect(await isTold(rival)).toBe(false)
  const list = await get('app', '/admin/announcements?state=over', owner)
  expect(list.body.includes('Maintenance tonight')).toBe(true)
  expect(await post('app', `/admin/announcements/${id}/ending`, owner, {})).toMatchObject({
    status: 404,
  })
})

test('one that may not be put away stays; a stranger’s number is a 404', async () => {
  const made = await announce({})
  const id = /announcements\/(\d+)/.exec(made.headers.location ?? '')?.[1] ?? ''
  const away = (number: string) =>
    post('own-company', `/announcements/${number}/dismissal`, server.cookieOf(own), {})
  expect((await away(id)).status).toBe(404)
  expect((await away('999999')).status).toBe(404)
  expect(await isTold(own)).toBe(true)
})

test.each([
  [{ companies: 'own-company' }, [true, false]],
  [{ industry: 'car-dealer' }, [false, true]],
  [{ role: 'agent' }, [false, false]],
  [{ companies: 'own-company', industry: 'car-dealer' }, [false, false]],
])('an audience is who it says: %j', async (audience, told) => {
  await announce(audience)
  expect([await isTold(own), await isTold(rival)]).toEqual(told)
})

test('its times are of its zone', async () => {
  const wall = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 16)
  const now = Date.now()
  await announce({ from: wall(now + 10 * 60_000) })
  expect(await isTold(own)).toBe(false)
  sql('delete from announcements')
  await announce({ from: wall(now - 10 * 60_000), until: wall(now + 10 * 60_000) })
  expect(await isTold(own)).toBe(true)
  const refused = await announce({ from: wall(now), until: wall(now - 60_000) })
  expect(refused.status).toBe(422)
  expect(refused.body.includes('Maintenance tonight')).toBe(true)
})

const settings = {
  ...{ signUp: 'open', deletionGraceDays: '14', supportEmail: '', supportPhone: '' },
  supportMinutesMax: '60',
}
const save = (fields: Record<string, string>) =>
  post('app', '/admin/settings', owner, { ...settings, ...fields })

test('settings do what they say', async () => {
  await save({
    signUp: 'closed',
    supportEmail: 'help@baraza.test',
    supportPhone: '+254 700 000 001',
  })
  expect((await get('app', '/signup')).body.includes('Sign-up is closed')).toBe(true)
  expect((await post('app', '/signup', undefined, {})).status).toBe(403)
  const page = await get('own-company', '/settings/support', server.cookieOf(own))
  expect(page.body.includes('tel:+254700000001')).toBe(true)
  await save({ supportMinutesMax: '15', deletionGraceDays: '30' })
  const visit = await get('app', `/admin/companies/${own.entry.id}/visit`, owner)
  expect([visit.body.includes('value="15"'), visit.body.includes('value="60"')]).toEqual([
    true,
    false,
  ])
  await post('app', `/admin/companies/${rival.entry.id}/deletion`, owner, { slug: 'rival-company' })
  const leaving = platformSqliteOf(server.runtime.platform)
    .prepare('select (deletes_at - deletion_asked_at) / 86400000 as days from tenants where id = ?')
    .get(rival.entry.id)
  expect(leaving).toEqual({ days: 30 })
  const history = await get('app', '/admin/settings', owner)
  expect(history.body.includes('Days before erasing changed')).toBe(true)
})

test.each([
  { deletionGraceDays: '0' },
  { supportEmail: 'nobody' },
  { supportPhone: '0700' },
  { signUp: '' },
])('a setting that does not fit is refused: %j', async (fields) => {
  expect((await save(fields as object as Record<string, string>)).status).toBe(422)
  expect(readSettings(server.runtime.platform).deletionGraceDays).toBe(14)
})

test('support decides none of it', async () => {
  for (const path of ['/admin/settings', '/admin/flags/simulator', '/admin/announcements/new'])
    expect((await post('app', path, support, {})).status, path).toBe(403)
})

let users = 0
function addUser(role: PlatformRole): string {
  const { platform } = server.runtime
  const now = Date.now()
  const row = {
    email: `u${++users}@platform.test`,
    name: role,
    role,
    createdAt: now,
    updatedAt: now,
  }
  const { id } = platform.insert(platformUsers).values(row).returning().get()
  return `baraza_platform=${createPlatformSession(platform, id, { ip: null, userAgent: null })}`
}

function addAgent(): number {
  const now = Date.now()
  const row = { email: `a${++users}@own.test`, name: 'Agent', role: 'agent' as const }
  return own.db
    .insert(members)
    .values({ ...row, createdAt: now, updatedAt: now })
    .returning()
    .get().id
}

function sql(text: string, ...values: unknown[]): void {
  platformSqliteOf(server.runtime.platform)
    .prepare(text)
    .run(...values)
}

function count(table: string): number {
  const row = platformSqliteOf(server.runtime.platform)
    .prepare(`select count(*) as n from ${table}`)
    .get() as { n: number }
  return row.n
}

const get = (host: string, path: string, cookie?: string) =>
  server.fetch({ host: `${host}.localhost`, path, headers: cookie ? { cookie } : {} })

function post(
  host: string,
  path: string,
  cookie: string | undefined,
  fields: Record<string, string>,
) {
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
  if (cookie) headers['cookie'] = cookie
  const body = new URLSearchParams(fields).toString()
  return server.fetch({ host: `${host}.localhost`, path, method: 'POST', headers, body })
}
