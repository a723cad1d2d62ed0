import { test as base } from '@playwright/test'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { DEMO_PASSWORD, START_MAX_MS, startProduct } from './start-product.ts'
import type { Product } from './start-product.ts'

export { expect } from '@playwright/test'
export { DEMO_PASSWORD } from './start-product.ts'
export type { Product } from './start-product.ts'

/** One product for all journeys of a worker; each journey uses people of its own. */
export const test = base.extend<object, { product: Product }>({
  product: [
    // Playwright reads the first argument's shape, so it must be a pattern.
    async ({}, use) => {
      const { product, stop } = await startProduct()
      await use(product)
      await stop()
    },
    { scope: 'worker', timeout: START_MAX_MS + 10_000 },
  ],
})

/** Signs in through the form and waits for the page behind it. */
export async function signIn(page: Page, product: Product, company: string, email: string) {
  await page.goto(product.url(company, '/login'))
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(DEMO_PASSWORD)
  await page.locator('[name=password]').press('Enter')
  await page.waitForURL(/\/(conversations|admin|sales)/)
}

/** Somebody else at a browser of their own, signed in. The caller closes `page.context()`. */
export async function colleague(
  browser: Browser,
  product: Product,
  who: { company: string; email: string; options?: BrowserContextOptions },
): Promise<Page> {
  const page = await (await browser.newContext(who.options)).newPage()
  await signIn(page, product, who.company, who.email)
  return page
}
