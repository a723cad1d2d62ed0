import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEndpoint } from '#app/domain/endpoints/connections.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { runLoad } from './load.ts'
import type { LoadRequest } from './load.ts'
import type { BenchRow } from './row.ts'
import { median } from './tenants.ts'

const COMPANIES = 200
const CONNECTIONS = 10
const SECONDS = 5
const SETTLE_MS = 3_000
const WARM_UP_MAX_SECONDS = 20
const KILL_AFTER_MS = 2_500
const SETTLE_MAX_MS = 90_000
const SHARE_GOAL = 0.12
const QUICK_FSYNC_MS = 0.1
const APP_SECRET = 'bench-app-secret'

/** Webhook → 200 against a bare JSON route, and whether kill -9 loses what was acknowledged. */
export async function benchWebhooks(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-bench-'))
  const env = environment(folder)
  const keys = await makeCompanies(env)
  const fsyncMs = fsyncTime(folder)
  const bare = await withServer('bench/bare-express.ts', env, ({ port }) =>
    load(port, messages(keys, 'bare', 60_000)),
  )
  const ours = await withServer('scripts/serve.ts', env, ({ port }) =>
    load(port, messages(keys, 'load', 30_000)),
  )
  const killed = await killInMidLoad(env, keys)
  rmSync(folder, { recursive: true, force: true })
  const share = ours.perSecond / bare.perSecond
  const isQuickDisk = fsyncMs <= QUICK_FSYNC_MS
  const slowGoal = 0.6 * (1000 / fsyncMs)
  return [
    { name: '(a) one fsync', value: `${fsyncMs.toFixed(3)} ms median` },
    {
      name: '(a) bare Express route, JSON',
      value: `${bare.perSecond.toFixed(0)}/s, p95 ${bare.p95Ms.toFixed(1)} ms`,
    },
    {
      ...{ name: `(a) signed webhook → 200, ${COMPANIES} companies, FULL`, ratio: share },
      value: `${ours.perSecond.toFixed(0)}/s, p95 ${ours.p95Ms.toFixed(1)} ms, ${ours.errors} errors`,
      goal: isQuickDisk ? `≥ ${SHARE_GOAL}` : `≥ ${slowGoal.toFixed(0)}/s (0.6/fsync)`,
      met: isQuickDisk ? share >= SHARE_GOAL : ours.perSecond >= slowGoal,
    },
    {
      name: '(a) kill -9 in mid-load',
      value: `${killed.acknowledged} acknowledged, ${killed.lost} lost, ${killed.doubled} doubled`,
      goal: 'none lost or doubled',
      met: killed.acknowledged > 0 && killed.lost === 0 && killed.doubled === 0,
    },
  ]
}

/**
 * What a server does that has been up for a while: its start is over, and every company has been
 * written to before the clock starts.
 */
async function load(port: number, requests: LoadRequest[]) {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  await runLoad({
    port,
    seconds: WARM_UP_MAX_SECONDS,
    connections: CONNECTIONS,
    requests: requests.slice(0, 2_000),
    once: true,
  })
  return runLoad({
    port,
    seconds: SECONDS,
    connections: CONNECTIONS,
    requests: requests.slice(2_000),
    once: true,
  })
}

async function killInMidLoad(env: Record<string, string>, keys: string[]) {
  const requests = messages(keys, 'kill', 30_000)
  const { acknowledged } = await withServer('scripts/serve.ts', env, async ({ port, child }) => {
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
    return runLoad({ port, seconds: SECONDS, connections: CONNECTIONS, requests, once: true })
  })
  const expected = new Set(acknowledged.map((index) => `wamid.kill.${index}`))
  let counts = new Map<string, number>()
  await withServer('scripts/serve.ts', env, async () => {
    const endsAt = Date.now() + SETTLE_MAX_MS
    while (Date.now() < endsAt) {
      counts = countStored(env)
      if ([...expected].every((id) => counts.has(id))) return
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })
  const lost = [...expected].filter((id) => !counts.has(id)).length
  const doubled = [...counts.values()].filter((count) => count > 1).length
  return { acknowledged: expected.size, lost, doubled }
}

/** How often each provider id stands in any company's file. */
function countStored(env: Record<string, string>): Map<string, number> {
  const runtime = createRuntime(requireSecrets(readEnv(env)), createLog('silent'))
  const counts = new Map<string, number>()
  for (const entry of runtime.directory.everyTenant()) {
    const db = runtime.tenancy.acquire(entry)
    const ids = sqliteOf(db)
      .prepare<[], string>(`select provider_id from messages where provider_id like 'wamid.kill.%'`)
      .pluck()
      .all()
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    runtime.tenancy.release(entry.id)
  }
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
  return counts
}

async function makeCompanies(env: Record<string, string>): Promise<string[]> {
  const runtime = createRuntime(requireSecrets(readEnv(env)), createLog('silent'))
  const keys: string[] = []
  for (let n = 0; n < COMPANIES; n += 1) {
    const owner = { email: `owner${n}@bench.test`, name: 'Owner', passwordHash: 'none' }
    const slug = `bench${n}`
    const made = createCompany(runtime, {
      slug,
      name: slug,
      industry: 'hotel',
      owner,
      isVerified: true,
    })
    if (!made.ok) throw new Error(made.reason)
    const externalId = String(900_000 + n)
    const endpoint = await runtime.tenancy.withTenant(
      { id: made.tenantId, dataKey: made.dataKey },
      (db) => {
        // Answers would measure the assistant; this measures taking messages in.
        sqliteOf(db).exec('update company set ai_enabled = 0')
        return createEndpoint(db, {
          ...{
            channel: 'whatsapp-cloud',
            name: slug,
            externalId,
            config: { phoneNumberId: externalId },
          },
          secrets: { accessToken: 'bench', appSecret: APP_SECRET },
        })
      },
    )
    const address = {
      key: endpoint.key,
      tenantId: made.tenantId,
      channel: 'whatsapp-cloud',
      externalId,
    }
    runtime.endpoints.register({ ...address, endpointId: endpoint.id, hasOwnSecret: true })
    keys.push(endpoint.key)
  }
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
  return keys
}

function messages(keys: string[], run: string, count: number): LoadRequest[] {
  const now = Math.floor(Date.now() / 1000)
  return Array.from({ length: count }, (_, n) => {
    const company = n % keys.length
    const from = `2547${String(10_000_000 + (n % 5_000)).padStart(8, '0')}`
    const message = {
      from,
      id: `wamid.${run}.${n}`,
      timestamp: String(now),
      type: 'text',
      text: { body: `Hello ${n}` },
    }
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '1', phone_number_id: String(900_000 + company) },
      contacts: [{ profile: { name: 'Customer' }, wa_id: from }],
      messages: [message],
    }
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
    })
    const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex')
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${signature}`,
    }
    return { method: 'POST', path: `/webhooks/whatsapp-cloud/${keys[company]}`, headers, body }
  })
}

function environment(dataDir: string): Record<string, string> {
  return {
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' },
    ...{ SESSION_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 3).toString('base64') },
  }
}

async function withServer<T>(
  script: string,
  env: Record<string, string>,
  work: (server: { port: number; child: ChildProcess }) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${script} did not start`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /port (\d+)/.exec(chunk.toString())?.[1]
      if (found) resolve(Number(found))
    })
  })
  try {
    return await work({ port, child })
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}

function fsyncTime(folder: string): number {
  const fd = openSync(join(folder, 'fsync'), 'w')
  const block = Buffer.alloc(4096, 1)
  const took = Array.from({ length: 300 }, () => {
    const startedAt = performance.now()
    writeSync(fd, block)
    fsyncSync(fd)
    return performance.now() - startedAt
  })
  closeSync(fd)
  return median(took)
}
