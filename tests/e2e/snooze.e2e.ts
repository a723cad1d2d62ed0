import type { Locator, Page } from '@playwright/test'
import { openConversation, row, thread } from './inbox.ts'
import { expect, signIn, test } from './product.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

const mouse = { from: '254711000911', name: 'Naliaka Mouse' }
const keyboard = { from: '254711000912', name: 'Omondi Keys' }
const ticked = [
  { from: '254711000913', name: 'Pendo One' },
  { from: '254711000914', name: 'Pendo Two' },
]

test.beforeEach(async ({ page, product }) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
})

test('snoozing with the mouse: in words, undone, and awake with the customer’s message', async ({
  page,
  product,
}) => {
  await writeAsCustomer(product, SAVANNA, { ...mouse, text: 'Can I bring my pet?' })
  await openConversation(page, mouse.name)
  await openSnooze(page)
  const words = page.getByLabel('In your words').filter({ visible: true })
  await words.fill('bananas')
  await expect(page.getByText('We did not understand this time').first()).toBeVisible()
  await words.fill('kesho saa tatu asubuhi')
  await expect(page.getByText(/09:00/).filter({ visible: true }).last()).toBeVisible()
  await words.press('Enter')
  await expect(page.getByText(/^Snoozed until .*09:00/)).toBeVisible()
  await expect(row(page, mouse.name)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, mouse.name)).toBeVisible()
  await expect(thread(page).getByText('woke it up')).toBeVisible()

  await openSnooze(page)
  await page
    .getByRole('button', { name: 'Until the customer replies' })
    .filter({ visible: true })
    .click()
  await expect(row(page, mouse.name)).toHaveCount(0)
  await page.locator('summary[aria-label="More views"]').click()
  await page.getByRole('link', { name: /^Snoozed/ }).click()
  await expect(row(page, mouse.name)).toBeVisible()
  await writeAsCustomer(product, SAVANNA, { ...mouse, text: 'I am here again' })
  await expect(row(page, mouse.name)).toHaveCount(0)
  await page.goto(product.url('savanna-hotel', '/conversations'))
  await openConversation(page, mouse.name)
  await expect(thread(page).getByText('Awake again: the customer wrote')).toBeVisible()
})

test('snoozing with the keyboard alone', async ({ page, product }) => {
  await writeAsCustomer(product, SAVANNA, { ...keyboard, text: 'Can I bring my pet?' })
  await expect(row(page, keyboard.name)).toBeVisible()
  const keys = page.keyboard
  await walkTo(row(page, keyboard.name))
  await keys.press('Enter')
  await expect(page.locator('[data-thread-title]').first()).toHaveText(keyboard.name)
  await keys.press('s')
  await keys.press('ArrowDown')
  await keys.press('ArrowUp')
  await keys.press('Enter')
  await expect(page.getByText(/^Snoozed until/).first()).toBeVisible()
  await expect(row(page, keyboard.name)).toHaveCount(0)
  await page.goto(product.url('savanna-hotel', '/conversations?tab=snoozed'))
  await walkTo(row(page, keyboard.name))
  await keys.press('Enter')
  await expect(page.getByText(/^Snoozed until/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Wake up now' }).focus()
  await keys.press('Enter')
  await expect(thread(page).getByText('woke it up')).toBeVisible()
})

test('ticked rows are closed together, and back', async ({ page, product }) => {
  for (const person of ticked)
    await writeAsCustomer(product, SAVANNA, { ...person, text: 'Can I bring my pet?' })
  for (const { name } of ticked) {
    await expect(row(page, name)).toBeVisible()
    await page.getByRole('checkbox', { name: `Select conversation with ${name}` }).check()
  }
  const bar = page.getByRole('form', { name: 'Selected conversations' })
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByText('2 closed')).toBeVisible()
  for (const { name } of ticked) await expect(row(page, name)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  for (const { name } of ticked) await expect(row(page, name)).toBeVisible()
})

/** Presses J until the row is reached: a key pressed before the scripts have come does nothing. */
async function walkTo(wanted: Locator) {
  await expect(async () => {
    await wanted.page().keyboard.press('j')
    await expect(wanted).toBeFocused({ timeout: 500 })
  }).toPass()
}

async function openSnooze(page: Page) {
  await page.locator('[data-shortcut=snooze] summary').click()
}
