import { compareReports, rebuildReports } from '#app/domain/analytics/recount.server.ts'
import { metricNames, getMetric, rowsOf } from '#app/domain/analytics/metrics.ts'
import { rollReports } from '#app/domain/analytics/roll.server.ts'
import { parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { explainable } from '#app/domain/conversations/list.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { fillReports } from './report-data.ts'
import type { BenchRow } from './row.ts'
import { median } from './tenants.ts'

const SMALL = { conversations: 1_000, messages: 10_000 }
const LARGE = { conversations: 100_000, messages: 1_000_000 }
const TIMES = 15
const GROWTH_GOAL = 1.5
const REPORT_GOAL_MS = 300

/** What is looked at, by whom: the owner, or one of many agents. */
const pages = [
  ['dashboard', '/dashboard'],
  ['dashboard of an agent', '/dashboard', 2],
  ['overview, 30 days', '/reports'],
  ['overview, 90 days', '/reports?range=90d'],
  ['peak hours, 90 days', '/reports/hours?range=90d'],
  ['reply times, 90 days', '/reports/times?range=90d'],
  ['team, 90 days', '/reports/team?range=90d'],
  ['rows behind a figure', '/reports/rows?metric=messages_in&range=30d'],
] as const

/** Dashboard and reports at two sizes, and what the roll-ups cost to make. */
export async function benchReports(): Promise<BenchRow[]> {
  const server = await startTestServer({ pages: true, jobs: false, env: { LOG_LEVEL: 'silent' } })
  try {
    const small = await measure(server, 'reports-small', SMALL)
    const large = await measure(server, 'reports-large', LARGE)
    printPlans(large.db)
    const rows = pages.map(([name], index): BenchRow => {
      const ms = large.pageMs[index] ?? 0
      const ratio = ms / (small.pageMs[index] ?? 1)
      const isDashboard = name.startsWith('dashboard')
      const goal = isDashboard ? `≤ ${GROWTH_GOAL}× the small one` : `< ${REPORT_GOAL_MS} ms`
      const met = isDashboard ? ratio <= GROWTH_GOAL : ms < REPORT_GOAL_MS
      return {
        name: `(h) ${name}, 1,000,000 messages`,
        value: `${ms.toFixed(1)} ms`,
        ratio,
        goal,
        met,
      }
    })
    return [...rows, ...large.rows]
  } finally {
    await server.close()
  }
}

async function measure(server: TestServer, slug: string, size: typeof SMALL) {
  const company = server.addCompany(slug)
  fillReports(company.db, size)
  const startedAt = performance.now()
  const { days } = await rollReports(company.db)
  const rolledMs = performance.now() - startedAt
  const comparedAt = performance.now()
  const { differing, figures } = compareReports(company.db)
  const comparedMs = performance.now() - comparedAt
  const rebuiltAt = performance.now()
  await rebuildReports(company.db)
  const rebuiltMs = performance.now() - rebuiltAt
  const pageMs: number[] = []
  for (const [, path, memberId = 1] of pages) {
    const cookie = server.cookieOf(company, memberId)
    const ask = () => server.fetch({ host: company.host, path, headers: { cookie } })
    await ask()
    const times: number[] = []
    for (let n = 0; n < TIMES; n += 1) {
      const at = performance.now()
      const { status } = await ask()
      if (status !== 200) throw new Error(`${path}: ${status}`)
      times.push(performance.now() - at)
    }
    pageMs.push(median(times))
  }
  const rows: BenchRow[] = [
    { name: `(h) roll up ${days} days of 1,000,000 messages`, value: `${rolledMs.toFixed(0)} ms` },
    {
      ...{ name: `(h) recount of ${figures} figures`, value: `${comparedMs.toFixed(0)} ms` },
      ...{ goal: 'no difference', met: differing === 0 },
    },
    { name: '(h) rebuild of all figures from the facts', value: `${rebuiltMs.toFixed(0)} ms` },
  ]
  return { db: company.db, pageMs, rows }
}

function printPlans(db: TenantDb): void {
  const waiting = parseInboxView(new URLSearchParams({ needs: 'person' }))
  const owner = { id: 1, role: 'owner', extra: [] } as const
  printPlan(db, 'dashboard, who waits', explainable(db, owner, waiting))
  for (const name of metricNames) printPlan(db, name, `select count(*) ${rowsOf(getMetric(name))}`)
}

function printPlan(db: TenantDb, name: string, text: string): void {
  const values = Array<number>(text.split('?').length - 1).fill(1)
  const plan = sqliteOf(db)
    .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
    .all(...values)
  console.error(`${name}: ${plan.map(({ detail }) => detail).join(' | ')}`)
}
