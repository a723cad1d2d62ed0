import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Collects what a browser complains about while a page is open. */
export function listenForErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(`thrown: ${error.message}`))
  return errors
}

/**
 * Opens a page and waits until its script has taken over.
 *
 * @returns its HTTP status; undefined when there is nothing to look at: a redirect, or no page
 */
export async function visit(page: Page, url: string): Promise<number | undefined> {
  const response = await page.goto(url).catch((error: Error) => {
    // A file to keep is no page.
    if (error.message.includes('Download is starting')) return null
    throw error
  })
  const type = response?.headers()['content-type'] ?? ''
  if (!type.startsWith('text/html') || new URL(page.url()).pathname !== new URL(url).pathname) {
    return undefined
  }
  await whenScriptRuns(page)
  await page.evaluate(() => document.fonts.ready)
  return response?.status()
}

/** Waits until the page's script has taken over. */
export async function whenScriptRuns(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.body).some((key) => /^__react/.test(key)))
}

/** Changes the theme and waits until it is drawn. */
export async function showTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
}

/** Serious faults of accessibility, one line each. `onlyContrast`: what a change of theme touches. */
export async function findBarriers(page: Page, onlyContrast = false): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (
    onlyContrast ? axe.withRules('color-contrast') : axe.withTags(RULES)
  ).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
    )
}

/** What sticks out of the window at the side, if anything does. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(-3)
      .map((element) => element.outerHTML.slice(0, 160))
  })
}
