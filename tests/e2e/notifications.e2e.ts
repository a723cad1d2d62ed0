import type { Page } from '@playwright/test'
import { expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { findBarriers, findOverflow, whenScriptRuns } from './visit.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

// Chromium’s own push goes through Google’s servers. Here the browser’s `subscribe` is answered
// by the stand-in push service, and everything after it is the product’s own: what the page
// posts, what the server encrypts and sends, and what the browser would open.

test.use({ serviceWorkers: 'allow' })

type FakeSubscription = { endpoint: string; keys: { p256dh: string; auth: string } }
type Received = { message: { title: string; body: string; url: string } }[]

const HOTEL = 'savanna-hotel'
const customer = { from: '254711000777', name: 'Zawadi Njeri' }

/** Lets the page subscribe at the stand-in, as a browser does at its own service. */
async function subscribeAtFake(page: Page, product: Product): Promise<FakeSubscription> {
  const made = await fetch(`${product.push}/_control/subscriptions`, { method: 'POST' })
  const subscription = (await made.json()) as FakeSubscription
  await page.context().grantPermissions(['notifications'], { origin: product.url(HOTEL) })
  await page.addInitScript((given) => {
    const fake = { toJSON: () => given, unsubscribe: () => Promise.resolve(true) }
    PushManager.prototype.subscribe = () => Promise.resolve(fake as unknown as PushSubscription)
    PushManager.prototype.getSubscription = () => Promise.resolve(null)
  }, subscription)
  return subscription
}

async function receivedBy(product: Product, { endpoint }: FakeSubscription): Promise<Received> {
  const id = endpoint.split('/').at(-1) ?? ''
  const answer = await fetch(`${product.push}/_control/subscriptions/${id}`)
  return ((await answer.json()) as { received: Received }).received
}

test('a device is turned on, a hot lead reaches it and the bell, and opening it reads it', async ({
  page,
  product,
}) => {
  const subscription = await subscribeAtFake(page, product)
  await signIn(page, product, HOTEL, 'owner@savanna-hotel.example')
  await page.goto(product.url(HOTEL, '/profile/notifications'))
  await whenScriptRuns(page)
  // With the keyboard, as with a click: the browser asks only on a person's own act.
  await page.getByRole('button', { name: 'Turn on for this device' }).press('Enter')
  await expect(page.getByText('This device shows your notifications from now on.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove Chrome/ })).toBeVisible()

  await page.goto(product.url(HOTEL, '/notifications'))
  for (const text of ['I want to buy a safari', 'I want to book it now', 'How much is it?'])
    await writeAsCustomer(product, SAVANNA, { ...customer, text })
  const lead = page.getByRole('link', { name: /Hot lead · Zawadi Njeri/ })
  await expect(lead).toBeVisible()
  await expect(page.getByText(/\d+ new notifications?/).first()).toBeAttached()

  await expect.poll(async () => (await receivedBy(product, subscription)).length).toBeGreaterThan(0)
  const [push] = await receivedBy(product, subscription)
  expect(push?.message).toMatchObject({ title: 'Hot lead', body: 'Savanna Hotel' })
  expect(JSON.stringify(push)).not.toMatch(/Zawadi|safari|book/)

  await lead.click()
  await page.waitForURL((url) => url.pathname === push?.message.url)
  await page.goto(product.url(HOTEL, '/notifications?show=unread'))
  await expect(page.getByRole('link', { name: /Zawadi Njeri/ })).toHaveCount(0)
})

test('what reaches one is chosen by keyboard, and kept', async ({ page, product }) => {
  await signIn(page, product, HOTEL, 'grace@savanna-hotel.example')
  await page.goto(product.url(HOTEL, '/profile/notifications'))
  await page.getByRole('checkbox', { name: 'Hot lead: E-mail' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('checkbox', { name: 'Keep quiet hours' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('From').fill('21:30')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Hot lead: E-mail' })).toBeChecked()
  await expect(page.getByLabel('From')).toHaveValue('21:30')
})

test('the portal is an app: it registers, and says so when there is no connection', async ({
  page,
  product,
}) => {
  await signIn(page, product, HOTEL, 'owner@savanna-hotel.example')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const manifest = await page.evaluate(async () => {
    const href = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? ''
    return (await (await fetch(href)).json()) as { name: string; display: string }
  })
  expect(manifest).toMatchObject({ name: 'Savanna Hotel', display: 'standalone' })
  await page.goto(product.url(HOTEL, '/dashboard'))
  await page.context().setOffline(true)
  await page.goto(product.url(HOTEL, '/contacts'))
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map((request) => new URL(request.url).pathname)
  })
  expect(kept.filter((path) => !path.startsWith('/assets/') && path !== '/offline')).toEqual([])
  await page.context().setOffline(false)
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible()
})

test('the pages hold on a phone and bar nobody', async ({ page, product }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, product, HOTEL, 'owner@savanna-hotel.example')
  for (const path of ['/notifications', '/profile/notifications', '/settings/audit']) {
    await page.goto(product.url(HOTEL, path))
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
  }
})
