import { colleague, expect, signIn, test } from './product.ts'
import type { Page } from '@playwright/test'
import { bubble, openConversation, row, thread } from './inbox.ts'
import { SAVANNA, writeAsCustomer } from './whatsapp.ts'

const wanted = { from: '254711000951', name: 'Wanjala Palette' }
const watched = { from: '254711000952', name: 'Akinyi Watched' }
const passed = { from: '254711000953', name: 'Kiprono Passed' }

test('the palette by keyboard: find, act, go; and every key in one sheet', async ({
  page,
  product,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...wanted, text: 'Do you have a sauna?' })
  await expect(row(page, wanted.name)).toBeVisible()
  const keys = page.keyboard
  await keys.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search, go to, or do something' })
  await expect(field).toBeFocused()
  await keys.type('wanjala')
  await expect(selected(page)).toContainText(wanted.name)
  await keys.press('Enter')
  await expect(page.locator('[data-thread-title]').first()).toHaveText(wanted.name)
  await choose(page, 'assign grace', 'Assign: Grace Achieng')
  await expect(thread(page).getByText('assigned it to Grace Achieng')).toBeVisible()
  await choose(page, 'knowl', 'Knowledge')
  await expect(page).toHaveURL(/\/knowledge/)
  await page.locator('body').press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Transfer')
  await sheet.getByLabel('Shortcuts of a single key').uncheck()
  await keys.press('Escape')
  await page.goto(product.url('savanna-hotel', '/profile'))
  await expect(page.getByLabel('Shortcuts of a single key')).not.toBeChecked()
  await page.getByLabel('Shortcuts of a single key').check()
})

test('watching: the agent sees nothing of it until somebody steps in', async ({
  page,
  product,
  browser,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...watched, text: 'I want to complain' })
  const id = await openConversation(page, watched.name)
  await choose(page, 'assign grace', 'Assign: Grace Achieng')
  await expect(thread(page).getByText('assigned it to Grace Achieng')).toBeVisible()
  const email = 'grace@savanna-hotel.example'
  const agent = await colleague(browser, product, { company: 'savanna-hotel', email })
  await openConversation(agent, watched.name)
  await page.goto(product.url('savanna-hotel', `/conversations/${id}/watch`))
  await page.getByRole('button', { name: 'Start watching' }).click()
  await expect(page.getByText('You are watching')).toBeVisible()
  await page.mouse.wheel(0, 400)
  await writeAsCustomer(product, SAVANNA, { ...watched, text: 'The shower is cold' })
  await expect(bubble(page, 'The shower is cold')).toBeVisible()
  await expect(bubble(agent, 'The shower is cold')).toBeVisible()
  await expect(agent.getByText(/is (viewing|looking|here)/i)).toHaveCount(0)
  await expect(page.locator('[data-composer]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Step in' }).click()
  await expect(page.locator('[data-composer]')).toBeVisible()
  await expect(row(agent, watched.name)).toHaveCount(0)
  await agent.context().close()
})

test('a transfer asked for with T is approved where the conversation is', async ({
  page,
  product,
  browser,
}) => {
  await signIn(page, product, 'savanna-hotel', 'owner@savanna-hotel.example')
  await writeAsCustomer(product, SAVANNA, { ...passed, text: 'About the wedding' })
  const id = await openConversation(page, passed.name)
  await choose(page, 'assign grace', 'Assign: Grace Achieng')
  await expect(thread(page).getByText('assigned it to Grace Achieng')).toBeVisible()
  const email = 'grace@savanna-hotel.example'
  const agent = await colleague(browser, product, { company: 'savanna-hotel', email })
  await openConversation(agent, passed.name)
  await agent.keyboard.press('t')
  await agent.getByLabel(/^Colleague/).selectOption({ label: 'Brian Mutua' })
  await agent.getByLabel('Reason').fill('He knows the ballroom')
  await agent.getByRole('button', { name: 'Ask for the transfer' }).click()
  await expect(agent.getByText('You asked for a transfer.')).toBeVisible()
  await page.goto(product.url('savanna-hotel', `/conversations/${id}`))
  const bar = page.getByRole('region', { name: 'Transfers' })
  await expect(bar).toContainText('He knows the ballroom')
  await bar.getByRole('button', { name: 'Approve' }).first().press('Enter')
  await expect(bar).toHaveCount(0)
  await expect(thread(page).getByText('assigned it to Brian Mutua')).toBeVisible()
  await expect(row(agent, passed.name)).toHaveCount(0)
  await agent.context().close()
})

function selected(page: Page) {
  return page.locator('[role=option][aria-selected=true]')
}

/** Types into the palette and presses Enter once the wanted line is the chosen one. */
async function choose(page: Page, words: string, line: string) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await expect(selected(page)).toContainText(line)
  await page.keyboard.press('Enter')
}
