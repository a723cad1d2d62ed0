import type { Page } from '@playwright/test'
import { openConversation, row } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import type { Product } from './product.ts'
import { JUA, textsTo, writeAsCustomer } from './whatsapp.ts'

const byMouse = { from: '254711003401', name: 'Nyambura Mouse' }
const byKeys = { from: '254711000602', name: 'Nyambura Keys' }
const asked = { from: '254711000603', name: 'Nyambura Asked' }

async function begin(page: Page, product: Product, person: typeof byMouse) {
  await writeAsCustomer(product, JUA, { ...person, text: 'I will take the phone' })
  await signIn(page, product, 'jua-electronics', 'owner@jua-electronics.example')
  return openConversation(page, person.name)
}

test('a conversation is closed as won with products, and undone', async ({ page, product }) => {
  await begin(page, product, byMouse)
  await page.getByRole('link', { name: 'Close', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Close the conversation with ${byMouse.name}` })
  await dialog.getByText('They bought something.').click()
  await dialog.getByRole('button', { name: 'Close conversation' }).click()
  await expect(dialog.getByText('Fill this in.').first()).toBeVisible()

  await dialog.getByRole('combobox', { name: 'Product 1' }).fill('galaxy')
  await dialog.getByRole('option', { name: /Galaxy A16/ }).click()
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill('2')
  await expect(dialog.getByRole('textbox', { name: 'Amount' })).toHaveValue('45998.00')
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('45000')
  await dialog.getByLabel('Payment method').selectOption({ label: 'M-Pesa' })
  await dialog.getByRole('button', { name: 'Close conversation' }).click()
  await expect(dialog).toBeHidden()
  await expect(row(page, byMouse.name)).toHaveCount(0)

  await page.goto(product.url('jua-electronics', `/sales?q=${byMouse.name}`))
  const sale = page.getByRole('row').filter({ hasText: byMouse.name })
  await expect(sale).toContainText('2 × Samsung Galaxy A16 128 GB')
  await expect(sale).toContainText('45,000.00')
  await sale.getByRole('link').first().click()
  await page.getByRole('link', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByLabel('In your own words').fill('Paid nothing')
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText(/Taken back by .*: Paid nothing/)).toBeVisible()
})

test('the same with the keyboard alone', async ({ page, product }) => {
  await begin(page, product, byKeys)
  const keys = page.keyboard
  await keys.press('e')
  const dialog = page.getByRole('dialog', { name: `Close the conversation with ${byKeys.name}` })
  await expect(dialog.getByRole('radio', { name: /Resolved/ })).toBeFocused()
  await keys.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /Won/ })).toBeChecked()
  await keys.press('Tab')
  await expect(dialog.getByRole('combobox', { name: 'Product 1' })).toBeFocused()
  await keys.type('galaxy')
  await expect(dialog.getByRole('option', { name: /Galaxy A16/ })).toBeVisible()
  await keys.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Amount' })).toHaveValue('22999.00')
  await keys.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(row(page, byKeys.name)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, byKeys.name)).toBeVisible()
})

test('without a script: a page keeps what was typed and says what is wrong', async ({
  page,
  product,
  browser,
}) => {
  const id = await begin(page, product, { from: '254711000604', name: 'Nyambura Plain' })
  const storageState = await page.context().storageState()
  const plain = await (
    await browser.newContext({ javaScriptEnabled: false, storageState })
  ).newPage()
  await plain.goto(product.url('jua-electronics', `/conversations/${id}/closure`))
  await plain.getByLabel('Won').check()
  await plain.getByRole('combobox', { name: 'Product 1' }).fill('PH-A16')
  await plain.getByRole('combobox', { name: 'Product 2' }).fill('Delivery')
  await plain.getByRole('button', { name: 'Close conversation' }).click()
  await expect(plain.getByText('Fill this in.').first()).toBeVisible()
  await expect(plain.getByRole('combobox', { name: 'Product 1' })).toHaveValue('PH-A16')
  await plain.getByRole('textbox', { name: 'Price each' }).nth(1).fill('250')
  await plain.getByRole('button', { name: 'Close conversation' }).click()
  await expect(plain).toHaveURL(/closed=/)
  await plain.goto(product.url('jua-electronics', '/sales?q=Delivery'))
  await expect(plain.getByRole('row').filter({ hasText: 'Nyambura Plain' })).toContainText('23,249')
  await plain.context().close()
})

test('the customer is asked once how it was, and answers without signing in', async ({
  page,
  product,
  browser,
}) => {
  const id = await begin(page, product, asked)
  await page.goto(product.url('jua-electronics', '/settings/satisfaction'))
  await page.getByLabel('Minutes after closing').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.goto(product.url('jua-electronics', `/conversations/${id}`))
  const close = page.getByRole('button', { name: 'Close conversation' })
  // A key that is pressed before the scripts have come does nothing.
  await expect(async () => {
    await page.keyboard.press('e')
    await expect(close).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await close.click()
  const link = async () =>
    /http:\S+\/feedback\/\S+/.exec((await textsTo(product, JUA, asked.from)).at(-1) ?? '')?.[0]
  await expect.poll(link).toBeDefined()

  const phone = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  ).newPage()
  await phone.goto((await link()) ?? '')
  await phone.getByRole('button', { name: 'Send' }).click()
  await expect(phone.getByText('Choose a rating from 1 to 5.').first()).toBeVisible()
  await phone.getByLabel('Very good').check()
  await phone.getByLabel('Anything you want to add?').fill('Asante sana')
  await phone.getByRole('button', { name: 'Send' }).click()
  await expect(phone.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  await phone.goto((await link()) ?? '')
  await expect(phone.getByRole('button', { name: 'Send' })).toHaveCount(0)
  await phone.context().close()

  await page.goto(product.url('jua-electronics', `/conversations/${id}`))
  await expect(page.getByText('The customer gave 5 of 5')).toBeVisible()
  await expect(page.getByText('“Asante sana”')).toBeVisible()
  await page.goto(product.url('jua-electronics', '/reports/satisfaction?q=Asante sana'))
  await expect(page.getByRole('row').filter({ hasText: asked.name })).toContainText('5 of 5')
})
