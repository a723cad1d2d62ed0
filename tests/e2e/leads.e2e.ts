import type { Page } from '@playwright/test'
import { openConversation, thread } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { findBarriers } from './visit.ts'
import { TEMBO, writeAsCustomer } from './whatsapp.ts'

const owner = (page: Page, product: Product) =>
  signIn(page, product, 'tembo-motors', 'owner@tembo-motors.example')
const column = (page: Page, stage: string) => page.getByRole('region', { name: stage, exact: true })
const card = (page: Page, stage: string, name: string) =>
  column(page, stage).getByRole('article').filter({ hasText: name })

/** A lead of its own for a journey, from the form. */
async function addLead(page: Page, product: Product, title: string) {
  await page.goto(product.url('tembo-motors', '/leads/new'))
  await page.getByLabel('Contact').selectOption({ index: 1 })
  await page.getByLabel(/What it is about/).fill(title)
  await page.getByRole('button', { name: 'Add lead' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

test('a lead is moved on the board with the mouse', async ({ page, product }) => {
  await owner(page, product)
  await addLead(page, product, 'Moved by mouse')
  await page.goto(product.url('tembo-motors', '/leads'))
  await card(page, 'New', 'Moved by mouse').dragTo(column(page, 'Qualified'))
  await expect(card(page, 'Qualified', 'Moved by mouse')).toBeVisible()
  await expect(card(page, 'New', 'Moved by mouse')).toHaveCount(0)
  await page.reload()
  await expect(card(page, 'Qualified', 'Moved by mouse')).toBeVisible()
})

test('and with the keyboard alone', async ({ page, product }) => {
  await owner(page, product)
  await addLead(page, product, 'Moved by keys')
  await page.goto(product.url('tembo-motors', '/leads'))
  const opener = page.locator('summary[aria-label="Move Moved by keys"]')
  await opener.focus()
  await page.keyboard.press('Enter')
  const choice = page.getByRole('button', { name: 'Proposal Sent', exact: true })
  await expect(choice).toBeVisible()
  for (let tabs = 0; tabs < 8; tabs += 1) {
    if (await choice.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(card(page, 'Proposal Sent', 'Moved by keys')).toBeVisible()
})

test('what a customer says is read into their lead, confirmed and corrected', async ({
  page,
  product,
}) => {
  const person = { from: '254711000771', name: 'Wangari Reads' }
  await writeAsCustomer(product, TEMBO, {
    ...person,
    text: 'I want to buy a car, how much is the Mazda Demio 2016? My budget is 1.1m',
  })
  await writeAsCustomer(product, TEMBO, { ...person, text: 'I want to trade in my Vitz' })
  await owner(page, product)
  await openConversation(page, person.name)
  const pane = page.getByRole('complementary', { name: /Wangari Reads/ })
  await expect(pane.getByText('KES 1,100,000.00')).toBeVisible({ timeout: 30_000 })
  await expect(pane.getByText('Unconfirmed').first()).toBeVisible()

  await pane.getByRole('button', { name: 'Confirm “Budget”' }).click()
  await expect(pane.getByRole('button', { name: 'Confirm “Budget”' })).toHaveCount(0)
  await expect(pane.getByText('Confirmed', { exact: true })).toBeVisible()

  await pane.getByRole('link', { name: 'Correct “Trade-in”' }).click()
  await page.getByLabel('Value').selectOption({ label: 'No' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(/\/conversations\/\d+/)
  await expect(pane.getByRole('link', { name: 'Trade-in', exact: true })).toBeVisible()
  await pane.getByRole('link', { name: 'Trade-in', exact: true }).click()
  await expect(page.getByText(/Hassan Ali wrote No/)).toBeVisible()
  await page.getByRole('link', { name: 'Their message' }).first().click()
  await expect(thread(page).getByText('I want to trade in my Vitz')).toBeVisible()
})

test('the pages of a lead have no barriers', async ({ page, product }) => {
  await owner(page, product)
  await page.goto(product.url('tembo-motors', '/leads'))
  await page.getByRole('link', { name: 'Toyota Harrier 2018' }).first().click()
  await expect(page.getByRole('heading', { name: 'What we know' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Budget', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What happened to it' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
})
