import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { rowsTo } from '../report.ts'
import type { Cell, ReportContent } from '../report.ts'
import { splitTable } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { businessFigures } from './overview.server.ts'
import { wordOf } from './labels.server.ts'

type Stage = { id: number; name: string; archived: number }

/** How far the leads of a period have come, and where they stop. */
export function funnelReport(context: ReportContext): ReportContent {
  const { db, figures, chosen } = context
  const { period } = chosen
  const reached = figures.split('leads_reached', 'stage', period)
  const stages = sqliteOf(db)
    .prepare<[], Stage>(
      `select id, name, archived_at is not null as archived from lead_stages
       where kind <> 'lost' order by position, id`,
    )
    .all()
    .filter(({ id, archived }) => !archived || reached.has(String(id)))
  const counts = stages.map(({ id }) => reached.get(String(id))?.count ?? 0)
  const rows = stages.map(({ id, name }, index) => {
    const count = counts[index] ?? 0
    const before = counts[index - 1] ?? count
    const first = counts[0] ?? 0
    const to = rowsTo('leads_reached', period, { stage: String(id) })
    const cells: Cell[] = [
      { value: count, unit: 'count', to },
      { value: first === 0 ? null : count / first, unit: 'share' },
      { value: before - count, unit: 'count' },
      { value: before === 0 ? null : (before - count) / before, unit: 'share' },
    ]
    return { label: { text: name }, cells }
  })
  const heads = ['stage', 'reached', 'ofAll', 'stopped', 'stoppedShare'] as const
  return {
    figures: businessFigures(context).slice(0, 2),
    tables: [
      {
        ...{
          name: 'funnel',
          title: 'reports.funnel',
          about: 'reports.funnelAbout',
          look: 'funnel',
        },
        heads: heads.map((name) => ({ key: `reports.${name}` as const })),
        rows,
      },
      splitTable(
        context,
        { name: 'sources', title: 'reports.sources', about: 'reports.leadsAbout' },
        {
          ...{ metric: 'leads', dimension: 'source', limit: 50 },
          toLabel: (key) => (key === '' ? { key: 'reports.noSource' } : { text: key }),
          heads: [{ key: 'reports.source' }, { key: 'reports.leads' }, { key: 'reports.value' }],
          cells: [{ what: 'sum', unit: 'money' }],
        },
      ),
      splitTable(
        context,
        { name: 'states', title: 'reports.states', about: 'reports.leadsAbout' },
        {
          ...{ metric: 'leads', dimension: 'state', order: ['open', 'won', 'lost'] },
          toLabel: (key) => wordOf('state', key),
          heads: [{ key: 'reports.states' }, { key: 'reports.leads' }, { key: 'reports.value' }],
          cells: [{ what: 'sum', unit: 'money' }],
        },
      ),
    ],
  }
}
