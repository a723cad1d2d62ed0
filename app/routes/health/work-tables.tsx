import { Link } from '@remix-run/react'
import type { JobLane } from '#app/jobs/registry.ts'
import type { CompanyWork, KindFigures } from '#app/platform/health/work.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { useDuration } from './duration.ts'

/** Kinds of jobs: what waits, what failed, and what was done in the last day. */
export function KindTable({ rows }: { rows: (KindFigures & { lane: JobLane })[] }) {
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  const count = (header: string, read: (row: KindFigures) => number) => ({
    ...{ header, align: 'end' as const, cell: (row: KindFigures) => format.number(read(row)) },
  })
  return (
    <Table
      caption={t('health.jobsTitle')}
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        { header: t('health.job'), cell: (row) => <code className="text-small">{row.kind}</code> },
        { header: t('health.lane'), cell: (row) => t(`health.lane_${row.lane}`) },
        count(t('health.waiting'), (row) => row.waiting),
        {
          header: t('health.oldest'),
          nowrap: true,
          cell: (row) => (row.oldestAt === null ? '–' : <Time at={row.oldestAt} />),
        },
        count(t('health.jobsRunning'), (row) => row.running),
        {
          header: t('health.failed'),
          align: 'end',
          cell: (row) => (
            <span className={row.failed > 0 ? 'font-medium text-bad' : undefined}>
              {format.number(row.failed)}
            </span>
          ),
        },
        count(t('health.done'), (row) => row.done),
        count(t('health.retried'), (row) => row.retried),
        { header: t('health.average'), align: 'end', cell: (row) => duration(row.averageMs) },
      ]}
    />
  )
}

/** Companies with work of one state. They try their own failed jobs again in their settings. */
export function CompanyWorkTable(props: { title: string; none: string; rows: CompanyWork[] }) {
  const { title, none, rows } = props
  const t = useT()
  const format = useFormat()
  const knownText = useKnownText()
  return (
    <Card title={title} flush>
      {rows.length === 0 ? (
        <EmptyState compact title={none} />
      ) : (
        <Table
          caption={title}
          rows={rows}
          rowKey={(row) => `${row.tenantId} ${row.kind}`}
          columns={[
            {
              header: t('health.company'),
              cell: (row) => (
                <Link to={`/admin/companies/${row.tenantId}`} className="hover:underline">
                  {row.name}
                </Link>
              ),
            },
            {
              header: t('health.job'),
              cell: (row) => knownText(`settings.job_${row.kind.replace('.', '_')}`, row.kind),
            },
            { header: t('health.count'), align: 'end', cell: (row) => format.number(row.count) },
            {
              header: t('health.oldest'),
              nowrap: true,
              cell: (row) => <Time at={row.oldestAt} />,
            },
            {
              header: t('health.measured'),
              nowrap: true,
              cell: (row) => <Time at={row.measuredAt} />,
            },
          ]}
        />
      )}
    </Card>
  )
}
