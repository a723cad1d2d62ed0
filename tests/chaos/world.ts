import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startAnthropicFake } from '#tests/fakes/anthropic/server.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { freePort } from '#scripts/simulate/server.ts'
import { makeCompanies } from './companies.ts'
import { pendingIn } from './count.ts'
import { createServed } from './server.ts'
import { isAcknowledged, startTraffic } from './traffic.ts'
import type { Written } from './traffic.ts'

const LOOK_MS = 100
const SETTLED_MAX_MS = 60_000
/** A vendor gives up an attempt after this long, and comes again. */
const WEBHOOK_TIMEOUT_MS = 8_000
export const SECRETS = {
  SESSION_SECRET: 'x'.repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64'),
}

export type WorldOptions = {
  random: () => number
  /** how many companies; the first is the one in trouble */
  companies?: number
  /** makes the folder that the product keeps its data in, and takes it away again */
  disk?: { folder: string; remove: () => void }
  environment?: Record<string, string>
  shell?: string
  /** between two messages */
  gapMs?: number
}
export type World = Awaited<ReturnType<typeof openWorld>>

/** Vendors, companies, a server of its own, and customers who write all the time. */
export async function openWorld(options: WorldOptions) {
  const { random, gapMs = 150 } = options
  const folder = mkdtempSync(join(tmpdir(), 'baraza-chaos-'))
  const dataDir = options.disk?.folder ?? join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  const { vendor, model } = await startVendors()
  const port = await freePort()
  const environment = {
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    ...{ ...SECRETS, WHATSAPP_GRAPH_URL: vendor.url, ANTHROPIC_BASE_URL: model.url },
    ...{ ANTHROPIC_API_KEY: 'test', AI_DEBOUNCE_MS: '50', ...options.environment },
  }
  const slugs = Array.from({ length: options.companies ?? 3 }, (_, at) => `hotel-${at + 1}`)
  const companies = makeCompanies(environment, vendor, { slugs, port })
  const logPath = join(folder, 'server.log')
  const served = createServed({ environment, port, logPath, shell: options.shell })
  const closeAll = async (keep: boolean) => {
    await served.close()
    await Promise.all([vendor.close(), model.close()])
    options.disk?.remove()
    if (!keep) rmSync(folder, { recursive: true, force: true })
  }
  await served.start().catch(async (error: unknown) => {
    await closeAll(true)
    throw error
  })
  const traffic = startTraffic(vendor, companies, { gapMs, random })
  const [troubled, ...others] = companies
  if (!troubled) throw new Error('A world has a company at least')

  /** Nobody writes any more; everything refused has come again, and all work on it is done. */
  async function settle(from = 0): Promise<string[]> {
    await traffic.hold()
    const endsAt = Date.now() + SETTLED_MAX_MS
    for (;;) {
      const waiting = traffic.written.slice(from).filter((one) => !isAcknowledged(one))
      const pending = companies.map(({ path }) => pendingIn(path)).reduce((a, b) => a + b, 0)
      if (waiting.length === 0 && pending === 0) return []
      if (Date.now() > endsAt)
        return [`after ${SETTLED_MAX_MS / 1000} s ${waiting.length} refused, ${pending} undone`]
      await wait(LOOK_MS)
    }
  }

  return {
    ...{ folder, dataDir, environment, port, vendor, model, served, traffic, random },
    ...{ companies, troubled, others, settle },
    pathOf: ({ company }: Written) => company.path,
    /** Waits a seeded while. */
    pass: (fromMs: number, toMs: number) => wait(fromMs + random() * (toMs - fromMs)),
    close: async (keep = false) => {
      await traffic.stop()
      await closeAll(keep)
    },
  }
}

export async function startVendors() {
  const vendor = await startWhatsAppFake({
    ...{ appSecret: 'unused', numbers: [] },
    settings: {
      ...{ retryBaseMs: 150, retryMaxMs: 800, maxRetries: 50, readMarks: 'any' },
      webhookTimeoutMs: WEBHOOK_TIMEOUT_MS,
    },
  })
  return { vendor, model: await startAnthropicFake() }
}
