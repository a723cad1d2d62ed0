/**
 * Draws the shared components as pictures: `npx node tests/gallery/make.ts [--out DIR] [page…]`.
 * No server and no tenant: the components are rendered to documents with the real style sheet,
 * hydrated as in the product and photographed in Chromium, light and dark, in four widths. Any
 * console error, such as a hydration mismatch, any axe violation and any sideways scrolling fails
 * the run.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openStudio } from './studio.ts'
import type { Studio } from './studio.ts'

const windows = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 900, height: 700 },
  phone: { width: 390, height: 844 },
  // Reflow: WCAG 1.4.10 asks for 320 px without scrolling sideways.
  narrow: { width: 320, height: 640 },
}
const themes = ['light', 'dark'] as const

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'screens/gallery' } },
  allowPositionals: true,
})
const out = path.resolve(values.out)
const complaints: string[] = []

const studio = await openStudio(out)
try {
  const names = positionals.length > 0 ? positionals : Object.keys(studio.pages)
  for (const name of names) await photographPage(name, studio)
} finally {
  await studio.close()
}
for (const complaint of complaints) console.error(complaint)
process.exit(complaints.length > 0 ? 1 : 0)

async function photographPage(name: string, { browser, pages, develop }: Studio) {
  const { press, withoutScript } = pages[name] ?? {}
  for (const theme of themes) {
    const address = await develop(name, theme)
    for (const [device, viewport] of Object.entries(windows)) {
      const label = `${name}-${device}-${theme}`
      const context = await browser.newContext({ viewport, hasTouch: device !== 'desk' })
      const page = await context.newPage()
      listenForComplaints(page, label)
      await page.goto(address)
      if (!withoutScript) await page.waitForSelector('[data-ready]')
      await page.evaluate(() => document.fonts.ready)
      if (press) await page.locator(press).first().click()
      await checkPage(page, label)
      await photograph(page, `${out}/${label}.png`, press ? undefined : viewport)
      await context.close()
    }
  }
}

function listenForComplaints(page: Page, label: string) {
  page.on('pageerror', (error) => complaints.push(`${label}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${label}: ${message.text().slice(0, 400)}`)
  })
}

async function checkPage(page: Page, label: string) {
  // Without preload: axe would fetch the style sheet, which a file: address refuses.
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze()
  for (const { id, help, nodes } of violations) {
    const where = nodes.map((node) => node.html.slice(0, 120)).slice(0, 3)
    complaints.push(`${label}: axe ${id}: ${help}\n  ${where.join('\n  ')}`)
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (overflow > 0) complaints.push(`${label}: ${overflow} px wider than the window`)
}

// The window grows to the page, so that what is fixed to its edges stands where it belongs.
async function photograph(page: Page, file: string, viewport?: { width: number; height: number }) {
  if (viewport) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, height) })
  }
  await page.screenshot({ path: file, animations: 'disabled' })
}
