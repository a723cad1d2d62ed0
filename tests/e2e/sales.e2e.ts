import type { Page } from '@playwright/test'
import { colleague, expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { findBarriers, findOverflow } from './visit.ts'

const rep = (page: Page, product: Product) => signIn(page, product, 'app', 'rep@baraza.example')
const column = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true })
const card = (page: Page, stage: string, name: string) =>
  column(page, stage).getByRole('article').filter({ hasText: name })

async function addProspect(page: Page, product: Product, name: string) {
  await page.goto(product.url('app', '/sales/prospects/new'))
  await page.getByLabel('Company', { exact: true }).fill(name)
  await page.getByLabel('Industry').selectOption({ label: 'Hotel' })
  await page.getByRole('button', { name: 'Add prospect' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string, role: 'button' | 'link') {
  const target = page.getByRole(role, { name })
  await expect(target).toBeVisible()
  for (let tabs = 0; tabs < 12; tabs += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way to ${name}`)
}

test('a rep adds a prospect, moves it by keyboard and wins it', async ({ page, product }) => {
  await rep(page, product)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Moses Kiprono')
  await addProspect(page, product, 'Ziwa Lodge')
  await page.goto(product.url('app', '/sales/prospects'))
  await page.locator('summary[aria-label="Move Ziwa Lodge"]').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, 'Demo', 'button')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Demo', 'Ziwa Lodge')).toBeVisible()
  await page.locator('summary[aria-label="Move Ziwa Lodge"]').focus()
  await page.keyboard.press('Enter')
  await tabTo(page, 'Won …', 'link')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Win Ziwa Lodge')
  await page.getByRole('button', { name: 'Mark as won' }).click()
  await expect(
    page.getByText('Fill this in.').or(page.getByText('Say why in a few words.')).first(),
  ).toBeVisible()
  await page.getByLabel('Why did they choose Baraza?').fill('The lake view answers itself')
  await page.getByRole('button', { name: 'Mark as won' }).click()
  await expect(page.getByText('Won. Well done!')).toBeVisible()
  await expect(page.getByText('The lake view answers itself').first()).toBeVisible()
})

test('and with the mouse; what ends it asks why', async ({ page, product }) => {
  await rep(page, product)
  await addProspect(page, product, 'Mlima Spa')
  await page.goto(product.url('app', '/sales/prospects'))
  await card(page, 'New', 'Mlima Spa').dragTo(column(page, 'Contacted'))
  await expect(card(page, 'Contacted', 'Mlima Spa')).toBeVisible()
  await page.reload()
  await card(page, 'Contacted', 'Mlima Spa').dragTo(column(page, 'Lost'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lose Mlima Spa')
})

test('a colleague’s prospect is not there, and asking for it again says somebody has it', async ({
  page,
  product,
  browser,
}) => {
  await rep(page, product)
  await addProspect(page, product, 'Kipepeo Gardens')
  const address = page.url()
  const other = await colleague(browser, product, { company: 'app', email: 'neema@baraza.example' })
  const answer = await other.goto(address)
  expect(answer?.status()).toBe(404)
  await other.goto(product.url('app', '/sales/prospects/new'))
  await other.getByLabel('Company', { exact: true }).fill('Gardens Kipepeo Ltd')
  await other.getByLabel('Industry').selectOption({ label: 'Hotel' })
  await other.getByRole('button', { name: 'Add prospect' }).click()
  await expect(
    other.getByText('A colleague already works on somebody of nearly this name.'),
  ).toBeVisible()
  await other.getByLabel('It is somebody else; add it anyway').check()
  await other.getByRole('button', { name: 'Add prospect' }).click()
  await expect(other.getByText('The prospect was added.')).toBeVisible()
  await other.context().close()
})

test('a file of prospects says which rows were not taken', async ({ page, product }) => {
  await rep(page, product)
  await page.goto(product.url('app', '/sales/prospects/import'))
  const rows = 'Company;Phone\r\nTumaini Traders;0700900077\r\nHewa Books;12\r\n'
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) },
  })
  await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('1 prospect was added.')).toBeVisible()
  await expect(page.getByRole('cell', { name: /Phone: Write the number/ })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  expect(await findOverflow(page)).toEqual([])
})

test('an owner approves what a rep has earned and pays it out', async ({ page, product }) => {
  await signIn(page, product, 'app', 'owner@baraza.example')
  await page.goto(product.url('app', '/sales/commissions'))
  await page.getByRole('button', { name: /^Approve .* Moses Kiprono/ }).click()
  await expect(page.getByText('Approved.', { exact: true })).toBeVisible()
  await page.getByLabel('Reference of the payout').fill('RKT7TEST01')
  await page.getByRole('button', { name: /paid out · Moses Kiprono/ }).click()
  await expect(page.getByText('Marked as paid out.')).toBeVisible()
  await expect(page.getByText('RKT7TEST01').first()).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('the day begins with what is due; a prospect is added and noted', async ({
    page,
    product,
  }) => {
    await rep(page, product)
    await expect(page.getByRole('heading', { name: 'Next actions, due by today' })).toBeVisible()
    expect(await findOverflow(page)).toEqual([])
    await page.getByRole('navigation', { name: 'Main menu' }).getByText('Prospects').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prospects')
    expect(await findBarriers(page)).toEqual([])
    await addProspect(page, product, 'Simu Cafe')
    await page.getByLabel('New note').fill('Met at the market')
    await page.getByRole('button', { name: 'Add note' }).click()
    await expect(page.getByText('Met at the market')).toBeVisible()
    expect(await findOverflow(page)).toEqual([])
  })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('a prospect is added, moved, noted and lost', async ({ page, product }) => {
    await rep(page, product)
    await addProspect(page, product, 'Karatasi Press')
    await page.getByRole('button', { name: 'Contacted', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Contacted', pressed: true })).toBeVisible()
    await page.getByLabel('New note').fill('Prefers paper')
    await page.getByRole('button', { name: 'Add note' }).click()
    await expect(page.getByText('Prefers paper')).toBeVisible()
    await page.getByRole('link', { name: 'Lost', exact: true }).click()
    await page.getByLabel('Why did they decline?').fill('Prefers paper')
    await page.getByRole('button', { name: 'Mark as lost' }).click()
    await expect(page.getByText('Marked as lost.')).toBeVisible()
  })
})
