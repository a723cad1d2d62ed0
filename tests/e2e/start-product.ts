import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const START_MAX_MS = 120_000

/** The running product with its demo companies, as `./scripts/start --demo` serves it. */
export type Product = {
  port: number
  /** its data folder, for journeys that move the clock */
  dataDir: string
  url: (name: string, path?: string) => string
  /** the vendors' stand-ins */
  whatsApp: string
  telegram: string
  anthropic: string
  push: string
  /** pages that messages link to */
  web: string
  /** a website to teach from */
  site: string
}

export const DEMO_PASSWORD = 'karibu-baraza'

/** Starts it on a free port with a data folder of its own, which `stop` removes. */
export async function startProduct(): Promise<{ product: Product; stop: () => Promise<void> }> {
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
    ...{ port, dataDir },
    url: (name, path = '') => `http://${name}.localhost:${port}${path}`,
    whatsApp: find(/WhatsApp (http:\S+)/),
    telegram: find(/Telegram (http:\S+)/),
    anthropic: find(/Claude (http:\S+)/),
    push: find(/Push (http:\S+)/),
    web: find(/lead to (http:\S+)\/lamu-festival/),
    site: find(/teach from: (http:\S+)/),
  }
  const stop = async () => {
    child.kill('SIGINT')
    await exited
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { product, stop }
}
