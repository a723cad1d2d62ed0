import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { bubble, openConversation } from '#tests/e2e/inbox.ts'
import { findAddresses, places } from '#tests/e2e/places.ts'
import type { Place } from '#tests/e2e/places.ts'
import { signIn } from '#tests/e2e/product.ts'
import { startProduct } from '#tests/e2e/start-product.ts'
import type { Product } from '#tests/e2e/start-product.ts'
import { showTheme, visit } from '#tests/e2e/visit.ts'
import { SAVANNA, textsTo, writeAsCustomer } from '#tests/e2e/whatsapp.ts'
import config from '../playwright.config.ts'

/** `npm run screens`: every page at two widths and in both themes, and the README's picture. */
const FOLDER = 'screens'
const README_PICTURE = 'docs/images/inbox.png'
const ANSWER_MAX_MS = 10_000

const sizes = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } }
const themes = ['light', 'dark'] as const
const people = {
  portal: { host: 'savanna-hotel', email: 'owner@savanna-hotel.example' },
  app: { host: 'app', email: 'owner@baraza.example' },
}

const only = process.argv[2]
mkdirSync(FOLDER, { recursive: true })
mkdirSync('docs/images', { recursive: true })
const { product, stop } = await startProduct()
const browser = await chromium.launch(config.use?.launchOptions)
try {
  await paintInbox(browser, product)
  for (const surface of ['portal', 'app'] as const) await paintAll(browser, product, surface)
} finally {
  await browser.close()
  await stop()
}

/** A customer asks, the assistant answers, and its sources are open. */
async function paintInbox(browser: Browser, product: Product): Promise<void> {
  const guest = { from: '254722481516', name: 'Lucy Wairimu' }
  const page = await browser.newPage(settings(1440))
  await signIn(page, product, people.portal.host, people.portal.email)
  const questions = [
    'Hello, what does the deluxe room cost per night?',
    'Lovely. Do you have airport transfer from JKIA?',
  ]
  for (const [index, text] of questions.entries()) {
    await writeAsCustomer(product, SAVANNA, { ...guest, text })
    await waitUntil(async () => (await textsTo(product, SAVANNA, guest.from)).length > index)
  }
  await openConversation(page, guest.name)
  await bubble(page, 'airport for KES 3,500').getByText('Why it said this').click()
  await page.locator('[data-thread-title]').first().click()
  await page.getByText('Read', { exact: true }).last().waitFor({ state: 'attached' })
  await page.screenshot({ path: README_PICTURE })
  await page.close()
}

async function paintAll(browser: Browser, product: Product, surface: Place['surface']) {
  const { host, email } = people[surface]
  const page = await browser.newPage()
  await signIn(page, product, host, email)
  const addresses = await findAddresses(page, surface)
  const storageState = await page.context().storageState()
  await page.close()
  for (const width of [1440, 390] as const) {
    const signedIn = await browser.newPage({ ...settings(width), storageState })
    const signedOut = await browser.newPage(settings(width))
    for (const place of places) {
      const address = addresses.get(place)
      if (address === undefined || (only && !place.path.includes(only))) continue
      const page = place.isSignedIn ? signedIn : signedOut
      await paint(page, { url: product.url(host, address), place, width })
    }
    await signedIn.context().close()
    await signedOut.context().close()
  }
}

async function paint(page: Page, shot: { url: string; place: Place; width: number }) {
  const { url, place, width } = shot
  if (!(await visit(page, url))) return
  const name = place.path.slice(1).replace(/[/:]+/g, '-') || 'home'
  for (const colorScheme of themes) {
    await showTheme(page, colorScheme)
    const file = `${place.surface}-${name}-${width}-${colorScheme}.png`
    await page.screenshot({ path: join(FOLDER, file), fullPage: true })
    console.log(join(FOLDER, file))
  }
}

function settings(width: keyof typeof sizes): BrowserContextOptions {
  const isPhone = width === 390
  return {
    ...{ viewport: sizes[width], isMobile: isPhone, hasTouch: isPhone, reducedMotion: 'reduce' },
    timezoneId: 'Africa/Nairobi',
  }
}

async function waitUntil(isDone: () => Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + ANSWER_MAX_MS
  while (!(await isDone())) {
    if (Date.now() > endsAt) throw new Error('The assistant did not answer in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
