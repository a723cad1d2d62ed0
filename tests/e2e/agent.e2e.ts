import type { Page } from '@playwright/test'
import { bubble, markDocument, openConversation, row } from './inbox.ts'
import { colleague, expect, signIn, test } from './product.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

const zuhura = { from: '254711000501', name: 'Zuhura Salim' }

test('an agent sees what is assigned to them, from the moment it is and no longer', async ({
  page: owner,
  product,
  browser,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...zuhura, text: 'May I bring my umbrella dog?' })
  await signIn(owner, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  const id = await openConversation(owner, zuhura.name)
  const grace = await colleague(browser, product, {
    company: 'savanna-hotel',
    email: 'grace@savanna-hotel.example',
  })
  const address = product.url('savanna-hotel', `/conversations/${id}`)
  await expect(row(grace, 'Amina Hassan')).toBeVisible()
  await expect(row(grace, zuhura.name)).toHaveCount(0)
  await search(grace, 'umbrella')
  await expect(grace.getByText('Nothing found for “umbrella”')).toBeVisible()
  expect((await grace.goto(address))?.status()).toBe(404)
  await expect(grace.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()

  await grace.goto(product.url('savanna-hotel', '/conversations'))
  const isSame = await markDocument(grace)
  await assign(owner, 'Grace Achieng')
  await openConversation(grace, zuhura.name)
  await expect(bubble(grace, 'umbrella dog')).toBeVisible()

  await assign(owner, 'Brian Mutua')
  await expect(grace).toHaveURL(product.url('savanna-hotel', '/conversations'))
  await expect(row(grace, zuhura.name)).toHaveCount(0)
  expect(await isSame()).toBe(true)
  expect((await grace.goto(address))?.status()).toBe(404)
  await grace.context().close()
})

test('a viewer reads everything and is offered nothing to write', async ({ page, product }) => {
  const person = { from: '254711000502', name: 'Wairimu Maina' }
  await writeAsCustomer(product, SAVANNA, { ...person, text: 'Is there parking?' })
  await signIn(page, product, 'savanna-hotel', 'viewer@savanna-hotel.example')
  await openConversation(page, person.name)
  await expect(bubble(page, /guarded parking/)).toBeVisible()
  await expect(page.getByText('You can read here; replying needs another role.')).toBeVisible()
  await expect(page.locator('textarea')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Take over|Close|Send/ })).toHaveCount(0)
})

async function assign(page: Page, name: string) {
  await page.locator('[data-shortcut=assign] summary').click()
  await page.getByRole('button', { name }).click()
  await expect(page.getByText(`assigned it to ${name}`)).toBeVisible()
}

async function search(page: Page, text: string) {
  await page.getByRole('searchbox').fill(text)
  await page.getByRole('searchbox').press('Enter')
}
