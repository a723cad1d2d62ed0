/**
 * Draws the shared components as pictures: `npx node tests/gallery/make.ts [--out DIR] [page…]`.
 * No server and no tenant: the components are rendered to static documents with the real style
 * sheet and photographed in Chromium, light and dark, on a desk and on a phone.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import tailwindcss from '@tailwindcss/vite'
import { build, createServer } from 'vite'

const CHROMIUM = '/usr/bin/chromium'
const CHROMIUM_FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const windows = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const themes = ['light', 'dark'] as const

const here = import.meta.dirname
const root = path.resolve(here, '../..')
const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'screens/gallery' } },
  allowPositionals: true,
})
const out = path.resolve(values.out)

await mkdir(out, { recursive: true })
const styles = await buildStyles()
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
  const gallery = await server.ssrLoadModule('/tests/gallery/pages.tsx')
  const names = positionals.length > 0 ? positionals : Object.keys(gallery['pages'])
  for (const name of names) await photograph(name, gallery, browser)
} finally {
  await browser.close()
  await server.close()
}

async function buildStyles() {
  await build({
    root: here,
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [tailwindcss()],
    build: { outDir: out, emptyOutDir: false, rollupOptions: { input: `${here}/gallery.css` } },
  })
  const built = (await readdir(`${out}/assets`)).filter((file) => file.endsWith('.css'))
  return `./assets/${built.at(-1)}`
}

async function photograph(name: string, gallery: Record<string, any>, browser: Browser) {
  for (const theme of themes) {
    const file = `${out}/${name}-${theme}.html`
    await writeFile(file, gallery['renderGalleryPage'](name, theme, styles))
    for (const [device, viewport] of Object.entries(windows)) {
      const page = await browser.newPage({ viewport, hasTouch: device === 'phone' })
      await page.goto(pathToFileURL(file).href)
      await page.evaluate(() => document.fonts.ready)
      const press = gallery['pages'][name].press
      if (press) await page.locator(press).click()
      await page.screenshot({
        path: `${out}/${name}-${device}-${theme}.png`,
        fullPage: !press,
        animations: 'disabled',
      })
      await page.close()
    }
  }
}
