import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { workAllDay } from './agents.ts'
import { inDayCompany, makeDayCompany, NUMBER, SLUG } from './company.ts'
import type { DayCompany } from './company.ts'
import { writeAllDay } from './customers.ts'
import { newLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { seeded } from './options.ts'
import type { DayOptions } from './options.ts'
import { createPerson } from './person.ts'
import { recount } from './recount.ts'
import type { Check } from './recount.ts'
import { freePort, startDayServer } from './server.ts'
import { leaveInBetween, superviseAllDay } from './supervisors.ts'

/** The work goes on for so long after the last message, to bring things to an end. */
const EVENING_MS = 2_000
const SETTLED_MAX_MS = 120_000

export type DayResult = {
  isEqual: boolean
  seconds: number
  did: Record<string, number>
  checks: Check[]
}

export type DayWatch = {
  /** told now and then how far the day has come */
  say?: (line: string) => void
  /** sees the company's file after it was counted; `count` counts once more */
  inspect?: (db: TenantDb, count: () => Check[]) => void
}

/** Runs a working day against a server of its own and counts everything again at its end. */
export async function runDay(options: DayOptions, watch: DayWatch = {}): Promise<DayResult> {
  const { say = () => {}, inspect } = watch
  if (!existsSync('build/server/portal/index.js'))
    throw new Error('The pages are not built: run `npm run build` first')
  const folder = mkdtempSync(join(tmpdir(), 'baraza-day-'))
  const fake = await startWhatsAppFake({ appSecret: 'unused', numbers: [] })
  fake.configure({ throughputPerSecond: null, retryBaseMs: 50 })
  const environment = environmentOf(folder, await freePort(), fake.url)
  const startedAt = performance.now()
  try {
    const company = makeDayCompany(environment, options)
    const port = Number(environment['PORT'])
    const webhookUrl = `http://${SLUG}.localhost:${port}${company.webhookPath}`
    fake.addNumber({ ...NUMBER, webhookUrl })
    const ledger = newLedger()
    const server = await startDayServer(environment)
    try {
      await live(company, options, { ledger, fake, port, say })
      say('settling …')
      await settle(environment, fake)
    } finally {
      await server.stop()
    }
    say('counting …')
    const checks = inDayCompany(environment, (db) => {
      const counted = recount(db, { ledger, fake })
      inspect?.(db, () => recount(db, { ledger, fake }))
      return counted
    })
    return toResult(checks, ledger, (performance.now() - startedAt) / 1000)
  } finally {
    await fake.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function live(
  company: DayCompany,
  options: DayOptions,
  day: { ledger: Ledger; fake: WhatsAppFake; port: number; say: (line: string) => void },
): Promise<void> {
  const { ledger, fake, port, say } = day
  const random = seeded(options.seed)
  const person = (staff: DayCompany['owner']) => createPerson(staff, port, ledger)
  const agents = company.agents.map(person)
  let isEvening = false
  const isOver = () => isEvening
  const share = () => ledger.received.size / options.messages
  const news = setInterval(
    () => say(`${ledger.received.size} messages in, ${ledger.replies.size} replies out`),
    5_000,
  )
  const colleagues = agents.map(({ id }) => id)
  const shift = { ledger, random, isOver, share }
  const people = [
    ...agents.map((agent) => workAllDay(agent, { ledger, random, colleagues }, isOver)),
    superviseAllDay(person(company.manager), shift),
    leaveInBetween(person(company.owner), agents, shift),
  ]
  try {
    await writeAllDay(fake, options, { ledger, random })
    await wait(EVENING_MS)
  } finally {
    isEvening = true
    clearInterval(news)
  }
  await Promise.all(people)
}

/** Until nothing is on its way any more: no message at the vendor, no job that is due. */
async function settle(environment: Record<string, string>, fake: WhatsAppFake): Promise<void> {
  const endsAt = Date.now() + SETTLED_MAX_MS
  let quiet = 0
  while (Date.now() < endsAt && quiet < 3) {
    await fake.settled()
    quiet = countDue(environment) === 0 ? quiet + 1 : 0
    await wait(300)
  }
}

function countDue(environment: Record<string, string>): number {
  return inDayCompany(environment, (db) =>
    sqliteOf(db)
      .prepare<[number], number>(
        `select (select count(*) from jobs where state = 'running' or (state = 'queued' and run_at <= ?))
           + (select count(*) from inbound_events where processed_at is null)
           + (select count(*) from messages where status in ('queued', 'sending'))`,
      )
      .pluck()
      .get(Date.now() + 1_000),
  ) as number
}

function toResult(checks: Check[], ledger: Ledger, seconds: number): DayResult {
  const broken = [...ledger.broken]
  const all: Check[] = [
    ...checks,
    {
      ...{ name: 'requests that broke', expected: 0 },
      found: broken.reduce((sum, [, count]) => sum + count, 0),
      examples: broken.slice(0, 5).map(([place, count]) => `${place} × ${count}`),
    },
    { name: 'agents who left', expected: 2, found: ledger.left.length },
  ]
  const { received, replies, closings, left: _, broken: __, ...did } = ledger
  return {
    isEqual: all.every(({ expected, found }) => expected === found),
    seconds: Math.round(seconds),
    did: { received: received.size, replies: replies.size, ...closings, ...did },
    checks: all,
  }
}

function environmentOf(folder: string, port: number, graphUrl: string): Record<string, string> {
  return {
    ...{ NODE_ENV: 'production', DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'error' },
    ...{ SESSION_SECRET: 'x'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64') },
    WHATSAPP_GRAPH_URL: graphUrl,
  }
}
