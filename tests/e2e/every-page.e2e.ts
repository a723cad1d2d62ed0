import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { announceLater, askForTransfer, lookIn, makeExamples } from './examples.ts'
import { DEAD_TOKEN, findAddresses, placeName, places } from './places.ts'
import type { Place } from './places.ts'
import { test as base, colleague, expect, signIn } from './product.ts'
import type { Product } from './product.ts'
import { findBarriers, findOverflow, listenForErrors, showTheme, visit } from './visit.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 640 }

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>
type Tour = {
  states: { portal: State; app: State }
  addresses: Map<Place, string>
}

const test = base.extend<object, { tour: Tour }>({
  tour: [
    async ({ product, browser }, use) => {
      const portal = await enter(browser, product, 'portal')
      const app = await enter(browser, product, 'app')
      await use({
        states: { portal: portal.state, app: app.state },
        addresses: new Map([...portal.addresses, ...app.addresses]),
      })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

const hosts = {
  portal: { name: 'savanna-hotel', email: 'owner@savanna-hotel.example' },
  app: { name: 'app', email: 'owner@baraza.example' },
}

for (const place of places) {
  test(placeName(place), async ({ product, browser, tour }) => {
    const address = tour.addresses.get(place)
    expect(address, 'some page must link to an example of it').toBeDefined()
    const page = await browser.newPage({
      viewport: DESK,
      reducedMotion: 'reduce',
      storageState: place.isSignedIn ? tour.states[place.surface] : undefined,
    })
    const errors = listenForErrors(page)
    const url = product.url(hosts[place.surface].name, address)
    const status = await visit(page, url)
    if (status) {
      expect(status).toBe(address?.endsWith(DEAD_TOKEN) ? 410 : 200)
      await inspect(page)
    }
    expect(ours(errors)).toEqual([])
    await page.close()
  })
}

test('pages that are not there', async ({ product, browser, tour }) => {
  const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce' })
  const errors = listenForErrors(page)
  await page.context().addCookies(tour.states.portal.cookies)
  for (const host of ['savanna-hotel', 'app', 'nobody-lives-here']) {
    expect((await page.goto(product.url(host, '/nothing-here')))?.status()).toBe(404)
    await inspect(page)
    await page.setViewportSize(DESK)
  }
  expect(ours(errors)).toEqual([])
  await page.close()
})

async function inspect(page: Page) {
  await expect(page).toHaveTitle(/\S/)
  await expect(page.locator('h1')).toHaveCount(1)
  const found: Record<string, string[]> = { 'desk, light': await findBarriers(page) }
  await showTheme(page, 'dark')
  found['desk, dark'] = await findBarriers(page, true)
  await page.setViewportSize(PHONE)
  found['phone, dark'] = await findBarriers(page, true)
  await showTheme(page, 'light')
  found['phone, light'] = await findBarriers(page)
  found['wider than 390'] = await findOverflow(page)
  await page.setViewportSize(NARROW)
  found['wider than 320'] = await findOverflow(page)
  const faults = Object.entries(found).filter(([, list]) => list.length > 0)
  expect(Object.fromEntries(faults)).toEqual({})
}

/**
 * What is no fault of a page: the browser notes a status such as 404, Remix notes that live news
 * made it ask again before an answer was read to its end, and Playwright that it blocks the
 * service worker.
 */
const NOTED =
  /the server responded with a status of 4\d\d|^AbortError: signal is aborted|^Service Worker registration blocked/

function ours(errors: string[]): string[] {
  return errors.filter((text) => !NOTED.test(text))
}

async function enter(browser: Browser, product: Product, surface: Place['surface']) {
  const { name, email } = hosts[surface]
  const page = await browser.newPage()
  await signIn(page, product, name, email)
  if (surface === 'portal') {
    const grace = { company: name, email: 'grace@savanna-hotel.example' }
    const agent = await colleague(browser, product, grace)
    await askForTransfer(agent)
    await agent.context().close()
    await makeExamples(page)
    const staff = await colleague(browser, product, { company: 'app', email: hosts.app.email })
    await lookIn(staff, 'Savanna Hotel')
    await staff.context().close()
  } else await announceLater(page)
  const addresses = await findAddresses(page, surface)
  const state = await page.context().storageState()
  await page.close()
  return { addresses, state }
}
