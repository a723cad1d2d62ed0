import { benchTenants } from './tenants.ts'
import type { BenchRow } from './row.ts'

const benches: [string, () => Promise<BenchRow[]>][] = [
  // First: its figure is the memory of this very process.
  ['tenants', benchTenants],
  ['webhooks', async () => (await import('./webhooks.ts')).benchWebhooks()],
  ['pages', async () => (await import('./pages.ts')).benchPages()],
  ['lists', async () => (await import('./lists.ts')).benchLists()],
  ['reports', async () => (await import('./reports.ts')).benchReports()],
  ['onboarding', async () => (await import('./onboarding.ts')).benchOnboarding()],
  ['platform', async () => (await import('./platform.ts')).benchPlatform()],
  ['measuring', async () => (await import('./measuring.ts')).benchMeasuring()],
  ['retrieval', async () => (await import('./retrieval.ts')).benchRetrieval()],
]

const only = process.argv.slice(2)
const rows: BenchRow[] = []
for (const [name, bench] of benches) {
  if (only.length > 0 && !only.includes(name)) continue
  console.error(`${name} …`)
  rows.push(...(await bench()))
}
console.table(
  rows.map((row) => ({
    figure: row.name,
    value: row.value,
    ratio: row.ratio === undefined ? '' : row.ratio.toFixed(3),
    goal: row.goal ?? '',
    met: row.met === undefined ? '' : row.met ? 'yes' : 'NO',
  })),
)
