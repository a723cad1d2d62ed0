/**
 * Draws the shared components as pictures: `npx node tests/gallery/make.ts [--out DIR] [page…]`.
 * No server and no tenant: the components are rendered to documents with the real style sheet,
 * hydrated as in the product and photographed in Chromium, light and dark, on a desk and on a
 * phone. Any console error, such as a hydration mismatch, and any axe violation fails the run.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import tailwindcss from '@tailwindcss/vite'
import { build, createServer } from 'vite'
import type { Rollup } from 'vite'

const CHROMIUM = '/usr/bin/chromium'
const CHROMIUM_FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const windows = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 900, height: 700 },
  phone: { width: 390, height: 844 },
  // Reflow: WCAG 1.4.10 asks for 320 px without scrolling sideways.
  narrow: { width: 320, height: 640 },
}
const themes = ['light', 'dark'] as const

type Gallery = {
  pages: Record<string, { press?: string; withoutScript?: boolean }>
  renderDocument: (
    name: string,
    theme: string,
    assets: { styles: string; script?: string },
  ) => string
}

const here = import.meta.dirname
const root = path.resolve(here, '../..')
const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'screens/gallery' } },
  allowPositionals: true,
})
const out = path.resolve(values.out)
const complaints: string[] = []

await rm(`${out}/assets`, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await buildAssets()
const styles = await findAsset('.css')
const script = await findAsset('.js')
const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
})
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: CHROMIUM_FLAGS.split(' '),
})
try {
  const gallery = (await server.ssrLoadModule('/tests/gallery/document.tsx')) as Gallery
  const names = positionals.length > 0 ? positionals : Object.keys(gallery.pages)
  for (const name of names) await photographPage(name, gallery, browser)
} finally {
  await browser.close()
  await server.close()
}
for (const complaint of complaints) console.error(complaint)
process.exit(complaints.length > 0 ? 1 : 0)

// In development mode, so that React says when the two renderings differ. Two builds, because a
// classic script (a module is refused from a file: address) would swallow the style sheet.
async function buildAssets() {
  await buildAsset('gallery.css', {})
  await buildAsset('client.tsx', { format: 'iife', entryFileNames: 'assets/client.js' })
}

async function buildAsset(input: string, output: Rollup.OutputOptions) {
  await build({
    root: here,
    configFile: false,
    mode: 'development',
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [tailwindcss()],
    build: {
      outDir: out,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { input: `${here}/${input}`, output },
    },
  })
}

async function findAsset(extension: string) {
  const file = (await readdir(`${out}/assets`)).find((name) => name.endsWith(extension))
  return `./assets/${file}`
}

async function photographPage(name: string, gallery: Gallery, browser: Browser) {
  const { press, withoutScript } = gallery.pages[name] ?? {}
  for (const theme of themes) {
    const file = `${out}/${name}-${theme}.html`
    const assets = { styles, script: withoutScript ? undefined : script }
    await writeFile(file, gallery.renderDocument(name, theme, assets))
    for (const [device, viewport] of Object.entries(windows)) {
      const label = `${name}-${device}-${theme}`
      const context = await browser.newContext({ viewport, hasTouch: device !== 'desk' })
      const page = await context.newPage()
      listenForComplaints(page, label)
      await page.goto(pathToFileURL(file).href)
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
