import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMember } from '#app/domain/members/create.server.ts'
import { findMemberByEmail } from '#app/domain/members/find.server.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { findCompany } from '#app/platform/companies/find.server.ts'
import { beginTrial } from '#app/platform/companies/trial.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { platformRoles } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

// The platform's people at the addresses of companies: what each role gets, and what each change does.

let server: TestServer
let hotel: TestCompany
let garage: TestCompany
const cookies: Record<string, string> = {}
const ids: Record<string, number> = {}

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: true })
  hotel = server.addCompany('hotel')
  garage = server.addCompany('garage')
  const { platform } = server.runtime
  const add = platformSqliteOf(platform).prepare<[string, string, string], number>(
    `insert into platform_users (email, name, role, created_at, updated_at)
     values (?, ?, ?, 0, 0) returning id`,
  )
  for (const role of platformRoles) {
    ids[role] = add.pluck().get(`${role}@platform.test`, role, role)!
    const token = createPlatformSession(platform, ids[role], { ip: null, userAgent: null })
    cookies[role] = `baraza_platform=${token}`
  }
  const by = { kind: 'system', id: null, name: '' } as const
  for (const { entry } of [hotel, garage])
    beginTrial(platform, by, { tenantId: entry.id, planId: 'starter', at: Date.now() })
  await createMember(hotel.db, {
    ...{ email: 'grace@hotel.test', name: 'Grace', role: 'agent', password: server.password },
  })
})
afterAll(() => server.close())

const get = (role: string, path: string) =>
  server.fetch({ host: 'app.localhost', path, headers: { cookie: cookies[role]! } })
const post = (role: string, path: string, fields: Record<string, string> = {}) =>
  server.fetch({
    ...{ host: 'app.localhost', path, method: 'POST' },
    headers: {
      cookie: cookies[role]!,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
const at = (company: TestCompany, verb = '') =>
  `/admin/companies/${company.entry.id}${verb && `/${verb}`}`
const stateOf = (company: TestCompany) =>
  findCompany(server.runtime.platform, { supporterId: null }, company.entry.id)!

describe('who sees what', () => {
  test('sales gets nothing of the admin, support nothing of the business', async () => {
    for (const path of ['/admin', '/admin/plans', '/admin/revenue', '/admin/revenue/payments']) {
      expect((await get('sales', path)).status, path).toBe(403)
      expect((await get('support', path)).status, path).toBe(403)
      expect((await get('admin', path)).status, path).toBe(200)
    }
    expect((await get('sales', '/admin/companies')).status).toBe(403)
    expect((await get('support', at(hotel, 'subscription'))).status).toBe(403)
    expect((await post('support', at(hotel, 'suspension'), { reason: 'x' })).status).toBe(403)
  })

  test('support sees a company from the moment it is given until it is taken', async () => {
    expect((await get('support', '/admin/companies')).body).not.toContain(at(hotel))
    expect((await get('support', at(hotel))).status).toBe(404)
    expect((await post('support', at(hotel, 'notes'), { text: 'Hi' })).status).toBe(404)
    await post('owner', at(hotel, 'support'), { user: String(ids['support']) })
    const list = (await get('support', '/admin/companies')).body
    expect([list.includes(at(hotel)), list.includes(at(garage))]).toEqual([true, false])
    const page = await get('support', at(hotel))
    expect([page.status, page.body.includes('Suspend…')]).toEqual([200, false])
    for (const body of [list, page.body]) expect(body).not.toContain('A month')
    await post('owner', at(hotel, 'support'))
    expect((await get('support', at(hotel))).status).toBe(404)
  })
})

describe('a new company', () => {
  const typed = {
    ...{ name: 'Mlima Lodge', slug: 'mlima', industry: 'hotel', planId: 'professional' },
    ...{ ownerName: 'Njoki', ownerEmail: 'njoki@mlima.test', language: 'sw' },
  }

  test('is refused beside the field, with what was typed', async () => {
    const taken = await post('admin', '/admin/companies/new', { ...typed, slug: 'hotel' })
    expect([taken.status, taken.body.includes('njoki@mlima.test')]).toEqual([422, true])
    const noPlan = await post('admin', '/admin/companies/new', { ...typed, planId: 'none' })
    expect([noPlan.status, noPlan.body.includes('Choose a plan')]).toEqual([422, true])
    expect(server.runtime.directory.findBySlug('mlima')).toBeUndefined()
  })

  test('is on its plan’s trial, and its owner has an invitation and no password', async () => {
    const made = await post('admin', '/admin/companies/new', typed)
    expect(made.headers.location).toMatch(/^\/admin\/companies\/\w+\?note=created$/)
    const entry = server.runtime.directory.findBySlug('mlima')!
    expect(findSubscription(server.runtime.platform, entry.id)).toMatchObject({
      ...{ status: 'trial', planId: 'professional' },
    })
    const owner = await server.runtime.tenancy.withTenant(entry, (db) =>
      findMemberByEmail(db, 'njoki@mlima.test'),
    )
    expect(owner).toMatchObject({ role: 'owner', status: 'invited', passwordHash: null })
    await expect
      .poll(() => listOutbox(server.runtime.platform).map(({ toAddress }) => toAddress))
      .toContain('njoki@mlima.test')
  })
})

describe('changes of a company', () => {
  test('are refused with a sentence and what was typed, and nothing happens', async () => {
    const noReason = await post('admin', at(garage, 'suspension'), { reason: ' ' })
    expect(noReason.status).toBe(422)
    const long = await post('admin', at(garage, 'trial'), { days: '400' })
    expect([long.status, long.body.includes('value="400"')]).toEqual([422, true])
    expect(long.body).toContain('Choose 1 to 90 days.')
    const none = await post('admin', at(garage, 'plan'), { plan: 'none' })
    expect([none.status, none.body.includes('Choose a plan from the list.')]).toEqual([422, true])
    const wrong = await post('admin', at(garage, 'deletion'), { slug: 'hotel' })
    expect(wrong.status).toBe(422)
    expect(stateOf(garage)).toMatchObject({ standing: 'trial', deletesAt: null, plan: 'starter' })
  })

  test('change the plan and make the trial longer', async () => {
    const { platform } = server.runtime
    const before = findSubscription(platform, garage.entry.id)!
    const changed = await post('admin', at(garage, 'plan'), { plan: 'growth' })
    expect(changed.headers.location).toBe(`${at(garage, 'subscription')}?note=plan_now`)
    await post('admin', at(garage, 'trial'), { days: '10' })
    expect(findSubscription(platform, garage.entry.id)).toMatchObject({
      planId: 'growth',
      trialEndsAt: before.trialEndsAt! + 10 * 24 * 3_600_000,
    })
    const history = (await get('admin', at(garage, 'history'))).body
    expect(history).toContain('Plan changed')
    expect(history).toContain('starter → growth')
    expect((await get('admin', at(garage, 'subscription'))).body).toContain('Growth')
  })

  test('notes are everybody’s to read and one’s own to delete', async () => {
    await post('admin', at(garage, 'notes'), { text: 'Calls back on Monday' })
    expect((await get('owner', at(garage))).body).toContain('Calls back on Monday')
    const noteId = platformSqliteOf(server.runtime.platform)
      .prepare('select max(id) from company_notes')
      .pluck()
      .get() as number
    const path = at(garage, `notes/${noteId}/deletion`)
    expect((await post('owner', path)).status).toBe(404)
    expect((await post('admin', path.replace(garage.entry.id, hotel.entry.id))).status).toBe(404)
    await post('admin', path)
    expect((await get('owner', at(garage))).body).not.toContain('Calls back on Monday')
  })

  test('move the owner to a member who is active there, and only there', async () => {
    const stranger = await post('admin', at(garage, 'owner'), { email: 'grace@hotel.test' })
    expect(stranger.status).toBe(422)
    expect(stranger.body).toContain('No active member of the company has this e-mail.')
    await post('admin', at(hotel, 'owner'), { email: 'grace@hotel.test' })
    expect(findMemberByEmail(hotel.db, 'grace@hotel.test')?.role).toBe('owner')
    expect(findMemberByEmail(hotel.db, 'owner@hotel.test')?.role).toBe('admin')
    expect(findMemberByEmail(garage.db, 'owner@garage.test')?.role).toBe('owner')
  })

  test('close a leaving company, write its copy for whoever may have it, and take it back', async () => {
    const asked = await post('owner', at(hotel, 'deletion'), { slug: 'hotel' })
    expect(asked.headers.location).toBe(`${at(hotel)}?note=leaving`)
    const member = { host: hotel.host, headers: { cookie: server.cookieOf(hotel) } }
    expect((await server.fetch({ ...member, path: '/conversations' })).status).toBe(403)
    await expect.poll(() => stateOf(hotel).exportedAt).not.toBeNull()
    const copy = await post('admin', at(hotel, 'export'))
    expect(copy.body.startsWith('SQLite format 3')).toBe(true)
    expect(Number(copy.headers['content-length'])).toBe(stateOf(hotel).exportBytes)
    expect((await post('support', at(hotel, 'export'))).status).toBe(403)
    await post('owner', at(hotel, 'restoration'))
    expect((await server.fetch({ ...member, path: '/conversations' })).status).toBe(200)
    expect((await post('admin', at(hotel, 'export'))).status).toBe(404)
  })
})
