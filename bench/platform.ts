import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import type { BenchRow } from './row.ts'
import { median } from './tenants.ts'

const SMALL = 50
const LARGE = 5_000
const TIMES = 40
const WARM_UP = 5
const GROWTH_GOAL = 1.5
const MONTH_MS = 30 * 24 * 3_600_000

/** What the owner looks at all day. */
const pages = [
  ['overview', '/admin'],
  ['companies', '/admin/companies'],
  ['companies in trial', '/admin/companies?standing=trial'],
  ['companies by revenue', '/admin/companies?paying=yes&order=revenue'],
] as const

/** The owner's pages with 50 and with 5,000 companies that have no files, asked turn by turn. */
export async function benchPlatform(): Promise<BenchRow[]> {
  const [small, large] = [await startBusiness(SMALL), await startBusiness(LARGE)]
  try {
    const rows: BenchRow[] = []
    for (const [name, path] of pages) {
      const [smallMs, largeMs] = await measure(path, small, large)
      const ratio = largeMs / smallMs
      rows.push({
        ...{ name: `(p) ${name}, 5,000 companies`, value: `${largeMs.toFixed(1)} ms` },
        ...{ ratio, goal: `≤ ${GROWTH_GOAL}× of ${SMALL} companies`, met: ratio <= GROWTH_GOAL },
      })
    }
    return rows
  } finally {
    await small.server.close()
    await large.server.close()
  }
}

type Business = { server: TestServer; cookie: string }

async function startBusiness(companies: number): Promise<Business> {
  const server = await startTestServer({ pages: true, jobs: false, env: { LOG_LEVEL: 'silent' } })
  const { platform } = server.runtime
  const cookie = signInOwner(platform)
  addCompanies(platform, companies)
  return { server, cookie }
}

/** Medians of both, in milliseconds; what else the machine does slows one as it does the other. */
async function measure(path: string, ...businesses: Business[]): Promise<[number, number]> {
  const times: number[][] = businesses.map(() => [])
  for (let n = -WARM_UP; n < TIMES; n += 1) {
    for (const [index, { server, cookie }] of businesses.entries()) {
      const at = performance.now()
      const request = { host: 'app.localhost', path, headers: { cookie } }
      const { status } = await server.fetch(request)
      if (status !== 200) throw new Error(`${path}: ${status}`)
      if (n >= 0) times[index]?.push(performance.now() - at)
    }
  }
  return [median(times[0] ?? []), median(times[1] ?? [])]
}

function signInOwner(platform: PlatformDb): string {
  const id = platformSqliteOf(platform)
    .prepare<[], number>(
      `insert into platform_users (email, name, role, created_at, updated_at)
       values ('owner@bench.test', 'Owner', 'owner', 0, 0) returning id`,
    )
    .pluck()
    .get()!
  return `baraza_platform=${createPlatformSession(platform, id, { ip: null, userAgent: null })}`
}

/** Companies with a subscription, and what moved their revenue; five have an invoice overdue. */
function addCompanies(platform: PlatformDb, count: number): void {
  const sqlite = platformSqliteOf(platform)
  const now = Date.now()
  const company = sqlite.prepare(
    `insert into tenants (id, slug, name, industry, created_at, updated_at)
     values (@id, @id, @name, 'hotel', @at, @at)`,
  )
  const subscription = sqlite.prepare(
    `insert into subscriptions (tenant_id, plan_id, status, currency, monthly, setup_fee, time_zone,
       anchor_day, trial_ends_at, created_at, updated_at)
     values (@id, @plan, @status, 'KES', 490000, 0, 'Africa/Nairobi', 1, @at, @at, @at)`,
  )
  const movement = sqlite.prepare(
    `insert into mrr_movements (tenant_id, at, kind, currency, delta) values (?, ?, ?, 'KES', ?)`,
  )
  const invoice = sqlite.prepare(
    `insert into invoices (tenant_id, number, kind, status, currency, subtotal, tax_percent, tax,
       total, issued_at, due_at)
     values (@id, @id, 'invoice', @status, 'KES', 100, 16, 16, 116, @at, @at)`,
  )
  sqlite
    .transaction(() => {
      for (let n = 0; n < count; n++) {
        const id = `bench${String(n).padStart(15, '0')}`
        const at = now - ((n % 20) + 1) * MONTH_MS
        const status = n % 5 === 0 ? 'trial' : 'active'
        company.run({ id, at, name: `Company ${(n * 7919) % LARGE} of the bench` })
        subscription.run({ id, at, status, plan: n % 3 === 0 ? 'growth' : 'starter' })
        // As many are late in the small business as in the large one: the page's work, not its luck.
        invoice.run({ id, at, status: n < SMALL && n % 10 === 0 ? 'open' : 'paid' })
        if (status === 'trial') continue
        movement.run(id, at, 'new', 490_000)
        movement.run(id, now, 'expansion', 10_000 + n)
      }
    })
    .immediate()
}
