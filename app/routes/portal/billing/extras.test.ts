import { afterAll, beforeAll, expect, test } from 'vitest'
import { advance } from '#app/platform/billing/advance.server.ts'
import { addCoupon } from '#app/platform/billing/coupons.server.ts'
import { findSubscription, startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { allowanceOf } from '#app/platform/billing/usage.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const DAY = 86_400_000
const base = '/settings/billing'
const by = { kind: 'system', id: null, name: 'Test' } as const

let server: TestServer
let hotel: TestCompany
let owes: TestCompany
let admin: string

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  hotel = begun('hotel', 3)
  owes = begun('owes', 20)
  const { platform } = server.runtime
  const id = platformSqliteOf(platform)
    .prepare<[], number>(
      `insert into platform_users (email, name, role, created_at, updated_at)
       values ('admin@platform.test', 'Admin', 'admin', 0, 0) returning id`,
    )
    .pluck()
    .get()!
  admin = `baraza_platform=${createPlatformSession(platform, id, { ip: null, userAgent: null })}`
})
afterAll(() => server.close())

function begun(slug: string, daysAgo: number): TestCompany {
  const company = server.addCompany(slug)
  const options = { tenantId: company.entry.id, planId: 'starter', currency: 'KES' }
  const at = Date.now() - daysAgo * DAY
  startTrial(server.runtime.platform, { ...options, timeZone: 'Africa/Nairobi', at })
  advance(server.runtime.platform, company.entry.id, Date.now())
  return company
}

type Asked = { path: string; form?: Record<string, string>; as?: number; at?: TestCompany }
function ask({ path, form, as = 1, at = hotel }: Asked) {
  return send(at.host, server.cookieOf(at, as), { path, form })
}
const askAdmin = (path: string, form?: Record<string, string>) =>
  send('app.localhost', admin, { path, form })
function send(host: string, cookie: string, { path, form }: Asked) {
  return server.fetch({
    ...{ host, path, method: form ? 'POST' : 'GET' },
    body: form && new URLSearchParams(form).toString(),
    headers: {
      ...{ cookie, 'content-type': 'application/x-www-form-urlencoded' },
      ...(form && { origin: `http://${host}` }),
    },
  })
}
const subscription = () => findSubscription(server.runtime.platform, hotel.entry.id)!

test('add-ons are taken by number and widen the plan; what is no number is said', async () => {
  expect((await ask({ path: `${base}/add-ons` })).body).toContain('1,000 more answers')
  const counts = { count_answers: '2', count_member: '0', count_channel: '0' }
  const saved = await ask({ path: `${base}/add-ons`, form: counts })
  expect(saved.headers.location).toBe(`${base}?note=addOns`)
  const { limits } = allowanceOf(server.runtime.platform, hotel.entry.id, Date.now())
  expect(limits.answers).toBe(3000)
  expect((await ask({ path: base })).body).toMatch(/1,000 more answers × 2/)
  for (const wrong of ['-1', '1.5', 'x', '101', '']) {
    const form = { ...counts, count_answers: wrong }
    expect((await ask({ path: `${base}/add-ons`, form })).status, wrong).toBe(422)
  }
  const member = addMember(hotel.db, 'agent').id
  expect((await ask({ path: `${base}/add-ons`, as: member })).status).toBe(403)
  expect((await ask({ path: `${base}/add-ons`, at: owes })).body).toContain(
    'Pay what is open first',
  )
  expect((await ask({ path: `${base}/add-ons`, form: counts, at: owes })).headers.location).toBe(
    `${base}?note=refused`,
  )
})

test('a coupon is made by the platform, entered by a company, and guessing ends', async () => {
  const coupon = { couponCode: 'karibu', percent: '20', months: '2', validUntil: '' }
  const made = await askAdmin('/admin/coupons/new', { ...coupon, amount: '' })
  expect(made.headers.location).toBe('/admin/coupons?note=made')
  const taken = await askAdmin('/admin/coupons/new', coupon)
  expect(taken.body).toContain('This code is taken')
  const both = await askAdmin('/admin/coupons/new', { ...coupon, couponCode: 'B-1', amount: '50' })
  expect([both.status, both.body.includes('either a percentage or an amount')]).toEqual([422, true])
  const past = { ...coupon, couponCode: 'B-2', validUntil: '2020-01-01' }
  expect((await askAdmin('/admin/coupons/new', past)).status).toBe(422)

  const used = await ask({ path: `${base}/coupon`, form: { code: 'Karibu' } })
  expect(used.headers.location).toBe(`${base}?note=coupon`)
  expect(subscription()).toMatchObject({ couponCode: 'KARIBU', couponMonthsLeft: 2 })
  expect((await ask({ path: base })).body).toContain('Coupon KARIBU lowers 2 more invoices')
  expect((await askAdmin('/admin/coupons?q=kari')).body).toContain('KARIBU')

  await askAdmin('/admin/coupons/KARIBU/end', {})
  const late = await ask({ path: `${base}/coupon`, form: { code: 'KARIBU' }, at: owes })
  expect([late.status, late.body.includes('This coupon is over')]).toEqual([422, true])
  for (let n = 0; n < 10; n++)
    await ask({ path: `${base}/coupon`, form: { code: `GUESS${n}` }, at: owes })
  const platform = server.runtime.platform
  const none = { usesMax: null, validUntil: null, plans: null, isForNew: false, months: 1 }
  const worth = { percent: 50, amount: null, currency: null }
  addCoupon(platform, by, { coupon: { code: 'REAL', ...worth, ...none }, at: Date.now() })
  const stopped = await ask({ path: `${base}/coupon`, form: { code: 'REAL' }, at: owes })
  expect(stopped.body).toContain('Too many tries')
})

test('what happens at the limit is the company’s choice, with a most it pays', async () => {
  const path = `${base}/overage`
  expect((await ask({ path })).body).toMatch(/Answers by the assistant: KES\s5\.00/)
  expect((await ask({ path, form: { rule: 'pay', cap: '' } })).status).toBe(422)
  expect((await ask({ path, form: { rule: 'pay', cap: '-5' } })).status).toBe(422)
  const form = { rule: 'pay', cap: '2,000' }
  expect((await ask({ path, form })).headers.location).toBe(`${base}?note=overage`)
  expect(subscription().overageCap).toBe(200_000)
  expect((await ask({ path: base })).body).toMatch(/Goes on, up to KES\s2,000\.00 a month/)
  await ask({ path, form: { rule: 'stop', cap: '2,000' } })
  expect(subscription().overageCap).toBeNull()
})

test('add-ons are added, repriced for whoever comes, and taken off the offer', async () => {
  const facts = { name: 'More contacts', monthly: '1,200', limit_contacts: '5000', isOffered: 'on' }
  expect((await askAdmin('/admin/add-ons/new', facts)).headers.location).toContain('saved')
  expect((await ask({ path: `${base}/add-ons` })).body).toContain('More contacts')
  const counts = { count_answers: '2', count_member: '0', count_channel: '0' }
  await ask({ path: `${base}/add-ons`, form: { ...counts, 'count_more-contacts': '1' } })
  const { isOffered: _on, ...off } = { ...facts, monthly: '9,000' }
  await askAdmin('/admin/add-ons/more-contacts', off)
  const mine = await ask({ path: `${base}/add-ons` })
  expect(mine.body).toMatch(/KES\s1,200\.00 a month each/)
  const theirs = await ask({ path: `${base}/add-ons`, at: owes })
  expect(theirs.body).not.toContain('More contacts')
  expect((await askAdmin('/admin/add-ons/nothing')).status).toBe(404)
  expect((await askAdmin('/admin/add-ons/new', { ...facts, monthly: 'x' })).status).toBe(422)
})
