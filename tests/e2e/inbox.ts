import type { Locator, Page } from '@playwright/test'
import { expect } from './product.ts'

/** A person's row in the list. */
export function row(page: Page, name: string): Locator {
  return page.locator('[data-row]').filter({ hasText: name })
}

/** The open conversation. */
export function thread(page: Page): Locator {
  return page.locator('[data-timeline]')
}

/** The message that shows this text; folded sources do not count. */
export function bubble(page: Page, text: string | RegExp): Locator {
  const shown = page.getByText(text).filter({ visible: true })
  return thread(page).locator('li[id^=message-]').filter({ has: shown })
}

export function composer(page: Page): Locator {
  return page.locator('textarea[data-composer]')
}

/** Opens a person's conversation from the list. @returns its id */
export async function openConversation(page: Page, name: string): Promise<number> {
  await row(page, name).click()
  await expect(page.locator('[data-thread-title]').filter({ visible: true })).toHaveText(name)
  return Number(/\/conversations\/(\d+)/.exec(page.url())?.[1])
}

export async function reply(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

/** Leaves a mark in the document that any reload would wipe out. */
export async function markDocument(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
  return () => page.evaluate(() => 'isSameDocument' in window)
}
