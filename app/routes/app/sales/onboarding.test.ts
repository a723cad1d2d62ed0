import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { listProducts } from '#app/domain/catalog/products.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listMembers } from '#app/domain/members/list.server.ts'
import { listWebsites } from '#app/domain/websites/websites.server.ts'
import { findLogo } from '#app/platform/onboarding/logo.server.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { moveProspect } from '#app/platform/sales/move.server.ts'
import { addTestProspect, addTestUser } from '#app/platform/sales/test-sales.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { PIXEL } from '#tests/whatsapp.ts'

let server: TestServer
let rep: PlatformActor
let other: PlatformActor
let prospectId: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, env: { AI_DEBOUNCE_MS: '10' } })
  const { platform } = server.runtime
  rep = addTestUser(platform, 'Moses')
  other = addTestUser(platform, 'Neema')
  prospectId = addTestProspect(platform, rep, {
    ...{ name: 'Kijani Lodge', city: 'Naivasha', contactName: 'Asha', email: 'asha@kijani.test' },
  })
})
afterAll(() => server.close())

function ask(path: string, form?: Record<string, string>, as = rep) {
  const token = createPlatformSession(server.runtime.platform, as.id, { ip: null, userAgent: null })
  return server.fetch({
    ...{ host: 'app.localhost', path, method: form ? 'POST' : 'GET' },
    body: form && new URLSearchParams(form).toString(),
    headers: {
      ...{ cookie: `baraza_platform=${token}`, origin: 'http://app.localhost' },
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
}

async function upload(path: string, bytes: Buffer) {
  const { platform } = server.runtime
  const token = createPlatformSession(platform, rep.id, { ip: null, userAgent: null })
  const form = new FormData()
  form.set('accentColor', '#aa3300')
  form.set('logo', new Blob([new Uint8Array(bytes)]), 'logo.png')
  const packed = new Response(form)
  return server.fetch({
    ...{ host: 'app.localhost', path, method: 'POST' },
    body: Buffer.from(await packed.arrayBuffer()),
    headers: {
      ...{ cookie: `baraza_platform=${token}`, origin: 'http://app.localhost' },
      'content-type': packed.headers.get('content-type') ?? '',
    },
  })
}

const business = {
  ...{ name: 'Kijani Lodge', description: '', phone: '0712 345 678', email: '', website: '' },
  ...{ address: 'Naivasha', timeZone: 'Africa/Nairobi', currency: 'KES', language: 'en' },
}

test('a prospect who is only new cannot be set up', async () => {
  const early = await ask(`/sales/prospects/${prospectId}/onboarding`, { at: '' })
  expect(early.headers.location).toContain('problem=onboarding_early')
})

test('a rep and the client settle all steps, and the company is live with its first answer', async () => {
  const { platform, tenancy, directory } = server.runtime
  moveProspect(platform, rep, { id: prospectId, stage: 'negotiating' })
  const begun = await ask(`/sales/prospects/${prospectId}/onboarding`, { at: '' })
  const base = begun.headers.location?.replace('/business', '') ?? ''
  expect(begun.headers.location).toMatch(/^\/sales\/onboarding\/\d+\/business$/)

  const refused = await ask(`${base}/business`, { ...business, phone: 'twelve' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('value="twelve"')
  const next = await ask(`${base}/business`, business)
  expect(next.headers.location).toBe(`${base}/industry`)
  expect((await ask(`${base}/business`)).body).toContain('0712 345 678')

  await ask(`${base}/industry`, { industry: 'hotel' })
  expect((await ask(`${base}/address`)).body).toContain('value="kijani-lodge"')
  const reserved = await ask(`${base}/address`, { slug: 'app' })
  expect(reserved.status).toBe(422)
  await ask(`${base}/address`, { slug: 'Kijani' })
  const hours = { 'mon.open': 'on', 'mon.opens': '07:00', 'mon.closes': '19:00' }
  await ask(`${base}/hours`, hours)
  expect((await ask(`${base}/logo`)).status).toBe(404)
  const drawing = await upload(`${base}/look`, Buffer.from('<svg onload="x"/>'))
  expect(drawing.status).toBe(422)
  expect(drawing.body).toContain('PNG, JPEG, WebP, GIF')
  expect((await upload(`${base}/look`, Buffer.alloc(3 * 1024 * 1024))).status).toBe(422)
  expect((await upload(`${base}/look`, PIXEL)).headers.location).toBe(`${base}/catalogue`)
  await ask(`${base}/look`, { accentColor: '#aa3300' })
  expect((await ask(`${base}/look`)).body).toContain(`src="${base}/logo?v=`)
  expect((await ask(`${base}/logo`)).headers['content-type']).toBe('image/png')
  expect((await ask(`${base}/logo`, undefined, other)).status).toBe(404)
  await ask(`${base}/catalogue`, { take_1: 'on', price_1: '8200', price_2: '1' })
  const nowhere = await ask(`${base}/assistant`, { tone: 'formal', website: 'nowhere' })
  expect(nowhere.status).toBe(422)
  expect(nowhere.body).toContain('value="nowhere"')
  await ask(`${base}/assistant`, {
    website: 'kijani.example',
    ...{ agentName: 'Tumaini', tone: 'formal', question_1: 'Is breakfast included?' },
    ...{ answer_1: 'Yes, until 10 am.', question_2: 'Pets?', answer_2: '' },
  })
  const unfinished = await ask(`${base}/company`, {})
  expect(unfinished.headers.location).toBe(`${base}?problem=onboarding_unfinished`)
  await ask(`${base}/team`, { email_1: 'juma@kijani.test', role_1: 'agent' })
  const owner = { ownerName: 'Asha', ownerEmail: 'asha@kijani.test' }
  const planless = await ask(`${base}/plan`, { ...owner, planId: 'none-such' })
  expect(planless.status).toBe(422)
  const settled = await ask(`${base}/plan`, { ...owner, planId: 'professional' })
  expect(settled.headers.location).toBe(base)

  expect((await ask(base, undefined, other)).status).toBe(404)
  expect((await ask(`${base}/company`, {}, other)).status).toBe(404)
  const made = await ask(`${base}/company`, {})
  expect(made.headers.location).toBe(base)

  const entry = directory.findBySlug('kijani')!
  const db = tenancy.acquire(entry)
  expect(getCompany(db)).toMatchObject({
    ...{ name: 'Kijani Lodge', industry: 'hotel', phone: '+254712345678', accentColor: '#aa3300' },
    ...{ aiAgentName: 'Tumaini', aiTone: 'formal', address: 'Naivasha' },
  })
  expect(getCompany(db).hoursJson).toContain('07:00-19:00')
  expect(listProducts(db).items).toMatchObject([{ name: 'Standard room', priceMinor: 820_000 }])
  expect(listFaqs(db).items).toMatchObject([{ answer: 'Yes, until 10 am.' }])
  expect(listWebsites(db)).toMatchObject([{ startUrl: 'https://kijani.example/', everyDays: 7 }])
  const logo = await server.fetch({ host: 'kijani.localhost', path: '/logo' })
  expect(logo.headers['content-type']).toBe('image/png')
  expect(findLogo(platform, Number(base.split('/').at(-1)))).toBeUndefined()
  expect(listMembers(db, {}).rows).toMatchObject([
    ...[{ email: 'asha@kijani.test', role: 'owner', status: 'invited' }],
    ...[{ email: 'juma@kijani.test', role: 'agent', status: 'invited' }],
  ])
  expect(findSubscription(platform, entry.id)).toMatchObject({
    ...{ status: 'trial', planId: 'professional' },
  })
  expect(findProspect(platform, rep, prospectId)).toMatchObject({
    ...{ stage: 'won', tenantId: entry.id },
  })
  expect((await ask(`/sales/clients/${entry.id}`)).status).toBe(200)
  expect((await ask(`${base}/business`)).status).toBe(404)
  tenancy.release(entry.id)

  await vi.waitFor(
    async () => expect((await ask(base)).body).toMatch(/standard room|hotel|KES|welcome/i),
    { timeout: 10_000 },
  )
})

test('a company goes through its own steps, leaves some for later, and comes back to them', async () => {
  const own = server.addCompany('self-made')
  const rival = server.addCompany('somebody-else')
  const cookie = server.cookieOf(own)
  const go = (path: string, form?: Record<string, string>) =>
    server.fetch({
      ...{ host: own.host, path, method: form ? 'POST' : 'GET' },
      body: form && new URLSearchParams(form).toString(),
      headers: {
        ...{ cookie, origin: `http://${own.host}` },
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
  expect((await go('/setup')).body).toContain('href="/setup/business"')
  const saved = await go('/setup/business', { ...business, name: 'Self Made' })
  expect(saved.headers.location).toBe('/setup/industry')
  await go('/setup/industry', { industry: 'hardware' })
  const later = await go('/setup/hours', { later: 'yes' })
  expect(later.headers.location).toBe('/setup/look')
  expect(getCompany(own.db)).toMatchObject({ name: 'Self Made', industry: 'hardware' })
  const wrong = await go('/setup/catalogue', { take_1: 'on', price_1: 'many' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('value="many"')
  await go('/setup/catalogue', { take_1: 'on', price_1: '780' })
  await go('/setup/catalogue', { take_1: 'on', price_1: '1' })
  expect(listProducts(own.db).items).toMatchObject([
    { name: 'Cement 50 kg, 32.5', priceMinor: 78_000 },
  ])
  expect((await go('/setup')).body).toContain('href="/setup/look"')
  expect((await go('/setup/address')).status).toBe(404)
  const voice = { agentName: '', tone: 'friendly', website: 'https://self-made.example' }
  await go('/setup/assistant', voice)
  expect(listWebsites(own.db)).toMatchObject([{ startUrl: 'https://self-made.example/' }])
  expect((await go('/setup/assistant')).body).toContain('A website is known already')
  await go('/setup/test', { text: 'How much is a bag of cement?' })
  await vi.waitFor(async () => expect((await go('/setup/test')).body).toContain('KES 780'), {
    timeout: 10_000,
  })
  await go('/setup/completion', {})
  expect((await go('/setup')).body).toContain('Your company is live')
  expect(listProducts(rival.db).items).toEqual([])
})
