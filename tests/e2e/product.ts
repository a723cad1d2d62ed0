import { test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const START_MAX_MS = 40_000

/** The running product with its demo companies, as `./scripts/start --demo` serves it. */
export type Product = {
  port: number
  url: (name: string, path?: string) => string
  /** the vendors' stand-ins */
  whatsApp: string
  telegram: string
  anthropic: string
}

export const DEMO_PASSWORD = 'karibu-baraza'

/** One product for all journeys of a worker; each journey uses people of its own. */
export const test = base.extend<object, { product: Product }>({
  product: [
    // Playwright reads the first argument's shape, so it must be a pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { product, stop } = await startProduct()
      await use(product)
      await stop()
    },
    { scope: 'worker', timeout: START_MAX_MS + 10_000 },
  ],
})

export { expect } from '@playwright/test'

async function startProduct(): Promise<{ product: Product; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baraza-e2e-'))
  const script = ['scripts/run.mjs', 'start', '--demo', '--port', '0', '--data', dataDir]
  const child = spawn(process.execPath, script, {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', AI_DEBOUNCE_MS: '300' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const endsAt = Date.now() + START_MAX_MS
  while (!output.includes('Ctrl-C stops')) {
    if (Date.now() > endsAt || child.exitCode !== null) throw new Error(`No start:\n${output}`)
    await wait(50)
  }
  const find = (pattern: RegExp) => pattern.exec(output)?.[1] as string
  const port = Number(find(/app\.localhost:(\d+)/))
  const product: Product = {
    port,
    url: (name, path = '') => `http://${name}.localhost:${port}${path}`,
    whatsApp: find(/WhatsApp (http:\S+)/),
    telegram: find(/Telegram (http:\S+)/),
    anthropic: find(/Claude (http:\S+)/),
  }
  const stop = async () => {
    child.kill('SIGINT')
    await exited
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { product, stop }
}

/** Signs in through the form and waits for the page behind it. */
export async function signIn(page: Page, product: Product, company: string, email: string) {
  await page.goto(product.url(company, '/login'))
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(DEMO_PASSWORD)
  await page.locator('[name=password]').press('Enter')
  await page.waitForURL(/\/(conversations|admin|sales)/)
}

/** A customer's WhatsApp message, signed and delivered by the stand-in. */
export async function writeAsCustomer(
  product: Product,
  phoneNumberId: string,
  message: { from: string; name: string; text: string },
): Promise<void> {
  const { from, name, text } = message
  const response = await fetch(`${product.whatsApp}/_control/numbers/${phoneNumberId}/inbound`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, name, type: 'text', text }),
  })
  if (!response.ok) throw new Error(`The stand-in refused: ${await response.text()}`)
}

/** What the stand-in was asked to send to a customer. */
export async function sentTo(product: Product, phoneNumberId: string, to: string) {
  const address = `${product.whatsApp}/_control/numbers/${phoneNumberId}/sent?to=${to}`
  const { sent } = (await (await fetch(address)).json()) as { sent: Record<string, unknown>[] }
  return sent
}
