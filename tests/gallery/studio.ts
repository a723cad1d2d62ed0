import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import tailwindcss from '@tailwindcss/vite'
import { build, createServer } from 'vite'
import type { Rollup, ViteDevServer } from 'vite'

const CHROMIUM = '/usr/bin/chromium'
const CHROMIUM_FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const here = import.meta.dirname

export type GalleryEntry = { press?: string; withoutScript?: boolean }

type Gallery = {
  pages: Record<string, GalleryEntry>
  renderDocument: (
    name: string,
    theme: string,
    assets: { styles: string; script?: string },
  ) => Promise<string>
}

/** A browser, the built style sheet and script, and the gallery's pages as documents in `folder`. */
export type Studio = {
  browser: Browser
  pages: Record<string, GalleryEntry>
  /** Writes one page and gives its file: address. */
  develop: (name: string, theme: 'light' | 'dark') => Promise<string>
  close: () => Promise<void>
}

/** Builds everything the gallery needs into `folder`; takes a few seconds. */
export async function openStudio(folder: string): Promise<Studio> {
  await rm(`${folder}/assets`, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const assets = await buildAssets(folder)
  const server = await startRenderer()
  const gallery = (await server.ssrLoadModule('/tests/gallery/document.tsx')) as Gallery
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_FLAGS.split(' '),
  })
  return {
    browser,
    pages: gallery.pages,
    async develop(name, theme) {
      const file = `${folder}/${name}-${theme}.html`
      const script = gallery.pages[name]?.withoutScript ? undefined : assets.script
      await writeFile(file, await gallery.renderDocument(name, theme, { ...assets, script }))
      return pathToFileURL(file).href
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

// Two builds, because a classic script (a module is refused from a file: address) would swallow
// the style sheet.
async function buildAssets(folder: string) {
  await buildAsset(folder, 'gallery.css', {})
  await buildAsset(folder, 'client.tsx', { format: 'iife', entryFileNames: 'assets/client.js' })
  const files = await readdir(`${folder}/assets`)
  const find = (extension: string) => `./assets/${files.find((file) => file.endsWith(extension))}`
  return { styles: find('.css'), script: find('.js') }
}

// In development mode, so that React says when the two renderings differ.
async function buildAsset(folder: string, input: string, output: Rollup.OutputOptions) {
  await build({
    root: here,
    configFile: false,
    mode: 'development',
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [tailwindcss()],
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { input: `${here}/${input}`, output },
    },
  })
}

function startRenderer(): Promise<ViteDevServer> {
  return createServer({
    root: path.resolve(here, '../..'),
    configFile: false,
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
  })
}
