import { join } from 'node:path'
import { advance } from '#app/platform/billing/advance.server.ts'
import { listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { closePlatform, openPlatform, platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { colleague, expect, test } from './product.ts'
import type { Product } from './product.ts'
import { findBarriers, findOverflow } from './visit.ts'

const DAY = 86_400_000
const TEMBO = { company: 'tembo-motors', email: 'owner@tembo-motors.example' }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** The platform's own file beside the running product: the clock is moved by asking what is due then. */
function inPlatform<T>(product: Product, work: (platform: PlatformDb) => T): T {
  const path = join(product.dataDir, 'db', 'platform.db')
  const platform = openPlatform({ path, migrationsDir: 'migrations/platform' })
  try {
    return work(platform)
  } finally {
    closePlatform(platform)
  }
}

test('a company that does not pay is closed as time passes, pays by card, and is open again', async ({
  product,
  browser,
}) => {
  const owner = await colleague(browser, product, { ...TEMBO, options: phone })
  const home = product.url('tembo-motors', '/settings/billing')
  inPlatform(product, (platform) => {
    const tenantId = platformSqliteOf(platform)
      .prepare<[], string>(`select id from tenants where slug = 'tembo-motors'`)
      .pluck()
      .get()!
    const [unpaid] = listOpenInvoices(platform, tenantId)
    for (let day = 0; day <= 15; day++) advance(platform, tenantId, unpaid!.dueAt + day * DAY)
  })
  await owner.goto(product.url('tembo-motors', '/conversations'))
  await expect(owner).toHaveURL(/settings\/billing$/)
  await expect(owner.getByText(/^Your pages are closed/)).toBeVisible()

  await owner.getByRole('link', { name: /^Pay KES/ }).click()
  await owner.getByLabel('Keep this card for the next invoices').check()
  expect(await findOverflow(owner)).toEqual([])
  await owner.getByRole('button', { name: 'Pay by card' }).click()
  await owner.getByLabel('Card number').fill('4000 0000 0000 0002')
  await owner.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(owner.getByText('Your card was declined.')).toBeVisible()
  await owner.getByLabel('Card number').fill('4000 0025 0000 3155')
  await owner.getByRole('button', { name: 'Pay', exact: true }).click()
  await owner.getByRole('button', { name: 'Confirm' }).click()
  await expect(owner.getByRole('heading', { name: 'Paid, thank you' })).toBeVisible()
  expect(await findBarriers(owner)).toEqual([])

  await owner.goto(product.url('tembo-motors', '/conversations'))
  await expect(owner).toHaveURL(/conversations/)
  await owner.goto(home)
  await expect(owner.getByText('Visa ending 3155')).toBeVisible()
  await owner.getByRole('button', { name: 'Change or remove' }).click()
  await owner.getByRole('button', { name: 'Remove the card' }).click()
  await expect(async () => {
    await owner.goto(home)
    await expect(owner.getByRole('button', { name: 'Keep a card' })).toBeVisible()
  }).toPass()
  await owner.context().close()
})

test('without a script: an add-on is taken, and paid on the page for cards', async ({
  product,
  browser,
}) => {
  const owner = await colleague(browser, product, {
    ...{ company: 'savanna-hotel', email: 'owner@savanna-hotel.example' },
    options: { javaScriptEnabled: false },
  })
  await owner.goto(product.url('savanna-hotel', '/settings/billing'))
  await owner.getByRole('link', { name: 'Change add-ons' }).click()
  await owner.getByLabel('How many: One more channel').fill('1')
  await owner.getByRole('button', { name: 'Save the add-ons' }).click()
  await expect(owner.getByText('The add-ons are saved.')).toBeVisible()
  await owner.getByRole('link', { name: /^INV-/ }).first().click()
  await expect(owner.getByText('One more channel, rest of the month')).toBeVisible()
  await owner.getByRole('link', { name: 'Pay now' }).click()
  await owner.getByRole('button', { name: 'Pay by card' }).click()
  await owner.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(owner.getByRole('heading', { name: 'Paid, thank you' })).toBeVisible({
    timeout: 20_000,
  })
  await owner.context().close()
})
