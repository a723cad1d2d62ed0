import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStudio } from './studio.ts'
import type { Studio } from './studio.ts'

let studio: Studio
let folder: string
let context: BrowserContext

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gallery-'))
  studio = await openStudio(folder)
}, 120_000)

afterEach(() => context.close())

afterAll(async () => {
  await studio.close()
  await rm(folder, { recursive: true })
})

async function open(name: string, javaScriptEnabled = true): Promise<Page> {
  context = await studio.browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto(await studio.develop(name, 'light'))
  if (javaScriptEnabled) await page.waitForSelector('[data-ready]')
  return page
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

test('a menu opens by keyboard, moves by arrows, and Escape gives the focus back', async () => {
  const page = await open('list')
  const trigger = page.locator('td summary').first()
  await trigger.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  expect(await focusedText(page)).toBe('Edit')
  await page.keyboard.press('ArrowUp')
  expect(await focusedText(page)).toContain('Block Asha')
  await page.keyboard.press('Escape')
  expect(await page.locator('details[open]').count()).toBe(0)
  expect(await trigger.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('a menu closes on a press elsewhere, and opening one closes the other', async () => {
  const page = await open('list')
  await page.locator('td summary').nth(0).click()
  await page.locator('td summary').nth(3).click()
  expect(await page.locator('details[open]').count()).toBe(1)
  await page.locator('h1').click()
  expect(await page.locator('details[open]').count()).toBe(0)
})

test('the last row’s menu is wholly in view', async () => {
  const page = await open('list')
  await page.locator('td summary').last().click()
  const item = page.getByRole('button', { name: 'Block Asha Mwangi' }).last()
  const onTop = await item.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })
  expect(onTop).toBe(true)
})

test('the question before something is destroyed is modal and Escape leaves it', async () => {
  const page = await open('settings')
  await page.getByRole('link', { name: 'Close Savanna' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close Savanna Home & Living?' })
  expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true)
  await page.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(false)
  expect(await focusedText(page)).toContain('Close Savanna')
})

test('without JavaScript the question stands in the page, with a way back', async () => {
  const page = await open('confirm-without-script', false)
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: 'Close the company' }).isVisible()).toBe(true)
  expect(await dialog.getByRole('link', { name: 'Cancel' }).getAttribute('href')).toBe('/settings')
})

test('without JavaScript menus open, and buttons that need it are not shown', async () => {
  const page = await open('settings', false)
  await page.locator('header summary').click()
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Copy' }).isVisible()).toBe(false)
})

test('choosing a theme changes the page at once', async () => {
  const page = await open('list')
  await page.locator('header summary').click()
  await page.getByRole('button', { name: 'Dark' }).click()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
})

test('a refused form names its errors, takes the focus and leads to the field', async () => {
  const page = await open('settings')
  const summary = page.getByRole('alert').first()
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByRole('link', { name: /^Colour:/ }).click()
  const field = page.getByLabel('Colour')
  expect(await field.inputValue()).toBe('blue-ish')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? []
  const texts = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()))
  expect(texts.join(' ')).toMatch(/Choose a colour .* Made readable/)
  // What was switched and chosen is kept too, whatever the page would start with.
  expect(await page.getByLabel('Answer automatically').isChecked()).toBe(true)
  expect(await page.getByLabel('Only suggest').isChecked()).toBe(true)
  expect(await page.getByLabel('Tell owners').isChecked()).toBe(false)
})

test('an address is copied whole', async () => {
  const page = await open('settings')
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe('https://savanna.baraza.example/webhooks/whatsapp-cloud/ek_4f9d0b2c7a')
})

test('a toast goes away when dismissed', async () => {
  const page = await open('list')
  const toast = page.getByText('Conversation with Asha closed')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await toast.waitFor({ state: 'hidden' })
  expect(await toast.count()).toBe(0)
})

test('losing the network is said', async () => {
  const page = await open('list')
  await context.setOffline(true)
  await page.getByText('You are offline').waitFor()
  await context.setOffline(false)
  await page.getByText('You are offline').waitFor({ state: 'hidden' })
  expect(await page.getByText('You are offline').count()).toBe(0)
})

test('the password can be shown, and is hidden at first', async () => {
  const page = await open('sign-in')
  const field = page.locator('#field-password')
  expect(await field.getAttribute('type')).toBe('password')
  await page.getByRole('button', { name: 'Show password' }).click()
  expect(await field.getAttribute('type')).toBe('text')
})
