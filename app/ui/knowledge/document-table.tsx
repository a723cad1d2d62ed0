import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

type Row = {
  id: number
  name: string
  passageCount: number
  status: 'processing' | 'processed' | 'failed'
  failureReason: string | null
  updatedAt: number
}

const tones = { processing: 'neutral', processed: 'good', failed: 'bad' } as const

export function DocumentTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const { number } = useFormat()
  const columns: Column<Row>[] = [
    { header: t('knowledge.documentName'), cell: (row) => row.name },
    {
      header: t('knowledge.documentPassages'),
      align: 'end',
      cell: (row) => number(row.passageCount),
    },
    {
      header: t('knowledge.state'),
      nowrap: true,
      cell: (row) => (
        <span className="inline-flex flex-col items-start">
          <Badge tone={tones[row.status]}>{t(`knowledge.${row.status}`)}</Badge>
          {row.failureReason && <span className="text-small text-bad">{row.failureReason}</span>}
        </span>
      ),
    },
    { header: t('knowledge.changed'), nowrap: true, cell: (row) => <Time at={row.updatedAt} /> },
  ]
  return (
    <Table
      caption={t('knowledge.documents')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/documents/${row.id}`}
    />
  )
}
