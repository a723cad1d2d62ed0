import { getCompany } from '#app/domain/company/queries.server.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { ownFigures, rankOf } from './dashboard.server.ts'
import type { MetricName } from './metrics.ts'
import { withFigures } from './read-report.server.ts'
import { rowsTo } from './report.ts'
import type { Cell, Unit } from './report.ts'
import { readTally, seriesTable } from './reports/context.server.ts'

const asNamed: Record<string, MessageKey> = {
  messages_out: 'performance.messages',
  human_reply: 'performance.firstReply',
}

/** What one person did in the dates of an address: figures, and their history step by step. */
export function readPerformance(
  db: TenantDb,
  memberId: number,
  { params, now }: { params: URLSearchParams; now: number },
) {
  const key = String(memberId)
  const of = { dimension: 'member', key }
  const { showsRank } = getCompany(db)
  const named = {
    name: 'history',
    title: 'performance.history',
    about: 'performance.historyAbout',
  } as const
  return withFigures(db, params, now, (context) => ({
    figures: ownFigures(context, key).map((figure) => ({
      ...figure,
      // Whoever reads it: “your messages” would be somebody else's here.
      label: asNamed[figure.name] ?? figure.label,
    })),
    tables: [
      seriesTable(context, named, [
        { head: { key: 'performance.messages' }, metric: 'messages_out', of },
        { head: { key: 'performance.closed' }, metric: 'closed', of },
      ]),
    ],
    rank: showsRank ? rankOf(context, key) : undefined,
  }))
}

const columns = {
  firstReply: { metric: 'human_reply', what: 'mean', unit: 'duration' },
  closed: { metric: 'closed', what: 'count', unit: 'count' },
  won: { metric: 'sales', what: 'count', unit: 'count' },
  rating: { metric: 'ratings', what: 'mean', unit: 'rating' },
} as const satisfies Record<string, { metric: MetricName; what: 'count' | 'mean'; unit: Unit }>
export type TeamFigures = Record<keyof typeof columns, Cell>

/** The same few figures for several people, each with the way to its rows. */
export function readTeamFigures(
  db: TenantDb,
  memberIds: readonly number[],
  { range, now }: { range: string; now: number },
): Map<number, TeamFigures> {
  const { byMember } = withFigures(db, new URLSearchParams({ range }), now, (context) => {
    const { figures, chosen } = context
    const names = Object.keys(columns) as (keyof typeof columns)[]
    const splits = names.map((name) => figures.split(columns[name].metric, 'member', chosen.period))
    const toCell = (name: keyof typeof columns, index: number, id: number): Cell => {
      const { metric, what, unit } = columns[name]
      const tally = splits[index]?.get(String(id)) ?? { count: 0, sum: 0 }
      const to = rowsTo(metric, chosen.period, { member: String(id) })
      return { value: readTally(tally, what), unit, ...(tally.count > 0 && { to }) }
    }
    const figuresOf = (id: number) =>
      Object.fromEntries(names.map((name, index) => [name, toCell(name, index, id)]))
    return { byMember: new Map(memberIds.map((id) => [id, figuresOf(id) as TeamFigures])) }
  })
  return byMember
}
