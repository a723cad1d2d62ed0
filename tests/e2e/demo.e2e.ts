import type { Page } from '@playwright/test'
import { colleague, expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { findBarriers, findOverflow } from './visit.ts'

const BOSS = { company: 'app', email: 'owner@baraza.example' }
const next = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click()

async function addProspect(page: Page, product: Product, name: string, email = '') {
  await page.goto(product.url('app', '/sales/prospects/new'))
  await page.getByLabel('Company', { exact: true }).fill(name)
  await page.getByLabel('Industry').selectOption({ label: 'Hotel' })
  await page.getByLabel('Who to talk to').fill('Wanja Muriuki')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Add prospect' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

async function makeDemo(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a demo' }).click()
  const door = page.getByLabel('Link for the client')
  await expect(door).toBeVisible({ timeout: 30_000 })
  return door.inputValue()
}

test('from the first talk to the first payment: a demo, a date, the company, the commission', async ({
  page,
  product,
  browser,
}) => {
  test.slow()
  await signIn(page, product, 'app', 'rep@baraza.example')
  await addProspect(page, product, 'Tausi Retreat', 'wanja@tausi.example')
  const door = await makeDemo(page)

  const client = await (await browser.newContext()).newPage()
  await client.goto(door)
  await client.getByRole('button', { name: 'Look around' }).click()
  await expect(client.getByText('This is a demo')).toBeVisible()
  await expect(client.getByText('Amina Hassan').first()).toBeVisible()
  await client.context().close()

  await page.getByRole('link', { name: 'Agree on a demo' }).click()
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('When').fill(`${day}T10:00`)
  await page.getByLabel('Place, or link of the call').fill('At their reception')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('Agreed. The invitation is on its way.')).toBeVisible()
  await expect(page.getByText('At their reception')).toBeVisible()
  const prospect = page.url().split('?')[0]!
  await page.goto(product.url('app', '/outbox'))
  await expect(page.getByText(/Demo of Baraza for Tausi Retreat/).first()).toBeVisible()

  await page.goto(prospect)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Business' })).toBeVisible()
  await next(page)
  await next(page)
  await page.getByLabel('Address').fill('tausi')
  await expect(page.getByText('This address is free.')).toBeVisible()
  await next(page)
  for (const step of ['Opening hours', 'Look', 'First products', 'Assistant', 'Team']) {
    await expect(page.getByRole('heading', { level: 2, name: step })).toBeVisible()
    await page.getByRole('button', { name: 'Do it later' }).click()
  }
  await page.getByLabel('Starter').check()
  await next(page)
  await expect(page.getByText('Comes from the demo')).toBeVisible()
  await page.getByRole('button', { name: 'Create the company' }).click()
  await expect(page.getByText('The company is live.')).toBeVisible()
  await expect(page.getByText('How much is a deluxe room?')).toBeVisible()

  const owner = await (await browser.newContext()).newPage()
  await owner.goto(product.url('app', '/outbox'))
  await owner.getByRole('link', { name: /tausi.*\/invitations\// }).click()
  await owner.getByLabel('Password', { exact: true }).fill('peacocks on the lawn')
  await owner.getByRole('button', { name: 'Join' }).click()
  await owner.waitForURL(product.url('tausi', '/conversations'))
  await expect(owner.getByText('Amina Hassan')).toBeHidden()
  await owner.goto(product.url('tausi', '/settings/billing'))
  await owner.getByRole('button', { name: 'Pay the first month' }).click()
  await owner.getByLabel('M-Pesa number').fill('0712345677')
  await owner.getByRole('button', { name: 'Send the prompt' }).click()
  await expect(owner.getByRole('heading', { name: 'Paid, thank you' })).toBeVisible({
    timeout: 20_000,
  })
  await owner.context().close()

  await page.goto(product.url('app', '/sales/commissions'))
  await expect(page.getByText('Tausi Retreat').first()).toBeVisible()
  const boss = await colleague(browser, product, BOSS)
  await boss.goto(product.url('app', '/admin/revenue'))
  await expect(boss.getByText('Tausi Retreat').first()).toBeVisible()
  await boss.context().close()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('a demo is made at the client’s desk, shown and ended', async ({ page, product }) => {
    await signIn(page, product, 'app', 'neema@baraza.example')
    await addProspect(page, product, 'Kobe Cottages')
    await makeDemo(page)
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: '14 days more' }).click()
    await expect(page.getByText('The demo stays longer.')).toBeVisible()
    const prospect = page.url().split('?')[0]!
    await page.getByRole('link', { name: 'Open the demo' }).click()
    await page.getByRole('button', { name: 'Look around' }).click()
    await expect(page.getByText('This is a demo')).toBeVisible()
    expect(await findOverflow(page)).toEqual([])
    await page.goto(prospect)
    await page.getByRole('link', { name: 'End it' }).click()
    await page.getByRole('button', { name: 'End it' }).click()
    await expect(page.getByText('The demo has ended and is being erased.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Make a demo' })).toBeVisible()
  })
})
