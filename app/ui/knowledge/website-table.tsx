import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { useReading } from './use-reading.ts'
import { toReason, websiteStates } from './website-words.ts'
import type { WebsiteState } from './website-words.ts'

type Row = {
  id: number
  startUrl: string
  state: WebsiteState
  failureReason: string | null
  finishedAt: number | null
  nextRunAt: number | null
  pagesRead: number
}

export function WebsiteTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const { number } = useFormat()
  useReading(rows.some(({ state }) => state === 'reading'))
  const columns: Column<Row>[] = [
    {
      header: t('websites.address'),
      cell: (row) => (
        <span className="flex min-w-0 flex-col">
          <span className="break-all">{row.startUrl}</span>
          {row.state === 'failed' && (
            <span className="text-small text-bad">{t(toReason(row.failureReason))}</span>
          )}
        </span>
      ),
    },
    { header: t('websites.pagesRead'), align: 'end', cell: (row) => number(row.pagesRead) },
    {
      header: t('knowledge.state'),
      nowrap: true,
      cell: ({ state }) => (
        <Badge tone={websiteStates[state].tone}>{t(websiteStates[state].label)}</Badge>
      ),
    },
    {
      header: t('websites.lastRead'),
      nowrap: true,
      cell: (row) => (row.finishedAt ? <Time at={row.finishedAt} /> : '–'),
    },
    {
      header: t('websites.next'),
      nowrap: true,
      deskOnly: true,
      cell: (row) => (row.nextRunAt ? <Time at={row.nextRunAt} /> : t('websites.notSet')),
    },
  ]
  return (
    <Table
      caption={t('websites.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/websites/${row.id}`}
    />
  )
}
