import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'

const COMPANY = 'jua-electronics'
const READING_MAX_MS = 60_000
const fixture = (name: string) =>
  readFileSync(new URL(`../../app/domain/readers/fixtures/${name}`, import.meta.url))

test.beforeEach(async ({ page, product }) => {
  await signIn(page, product, COMPANY, 'owner@jua-electronics.example')
})

async function ask(page: Page, product: Product, question: string) {
  await page.goto(product.url(COMPANY, '/knowledge/playground'))
  await page.getByLabel('Your message as a customer').fill(question)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^Passages/ })).toBeVisible()
}

test('a PDF is taught, and an answer names its heading and page', async ({ page, product }) => {
  await page.goto(product.url(COMPANY, '/knowledge/documents/new'))
  await page.getByLabel('Files').setInputFiles([
    { name: 'spa guide.pdf', mimeType: 'application/pdf', buffer: fixture('guide.pdf') },
    { name: 'locked.pdf', mimeType: 'application/pdf', buffer: fixture('encrypted.pdf') },
  ])
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('2 files were taken')).toBeVisible()
  const row = page.getByRole('row', { name: /spa guide/ })
  await expect(row.getByText('Ready')).toBeVisible({ timeout: READING_MAX_MS })
  await expect(page.getByText('The file has a password.')).toBeVisible({ timeout: READING_MAX_MS })
  await ask(page, product, 'How late may I cancel a massage?')
  const passage = page.getByRole('listitem').filter({ hasText: 'Cancellation' }).first()
  await expect(passage).toContainText('page 2')
  await expect(passage).toContainText('24 hours')
  await page.getByRole('link', { name: /Cancellation/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'spa guide.pdf' })).toBeVisible()
})

test('a replaced document can be gone back from', async ({ page, product }) => {
  const give = (text: string) => ({
    ...{ name: 'rules.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
  })
  await page.goto(product.url(COMPANY, '/knowledge/documents/new'))
  await page.getByLabel('Files').setInputFiles(give('Returns are taken within seven days.'))
  await page.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row', { name: /rules/ })
  await expect(row.getByText('Ready')).toBeVisible({ timeout: READING_MAX_MS })
  await row.getByRole('link').first().click()
  await page.getByLabel('New file').setInputFiles(give('Returns are taken within thirty days.'))
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('within thirty days')).toBeVisible({ timeout: READING_MAX_MS })
  await page.getByRole('button', { name: 'Use this version' }).click()
  await expect(page.getByText('within seven days')).toBeVisible()
  await expect(page.getByText('copy of version 1')).toBeVisible()
})

test('a website is taught, and an answer leads to its page', async ({ page, product }) => {
  test.setTimeout(120_000)
  await page.goto(product.url(COMPANY, '/knowledge/websites/new'))
  await page.getByLabel('Address').fill(product.site)
  await page.getByRole('button', { name: 'Read the website' }).click()
  await expect(page.getByRole('button', { name: 'Stop reading' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read now' })).toBeVisible({
    timeout: READING_MAX_MS,
  })
  await expect(page.getByRole('row', { name: /staff/ })).toContainText('robots.txt')
  await ask(page, product, 'What does the Fish Eagle cottage cost a night?')
  await expect(page.getByText('KES 19,000').first()).toBeVisible()
  await expect(page.getByRole('link', { name: `${product.site}/rooms`, exact: true })).toBeVisible()
})

test('the playground stores nothing', async ({ page, product }) => {
  await page.goto(product.url(COMPANY, '/conversations'))
  const rows = await page.locator('[data-row]').count()
  await ask(page, product, 'Do you deliver to Kisumu on the moon?')
  await page.goto(product.url(COMPANY, '/conversations'))
  await expect(page.locator('[data-row]').first()).toBeVisible()
  expect(await page.locator('[data-row]').count()).toBe(rows)
  await expect(page.getByText('on the moon')).toHaveCount(0)
})
