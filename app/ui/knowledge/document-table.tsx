import { Globe } from 'lucide-react'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { FailureText, StateBadge } from './document-state.tsx'
import type { DocumentState } from './document-state.tsx'
import { useReading } from './use-reading.ts'

type Row = DocumentState & {
  id: number
  name: string
  origin: 'written' | 'file' | 'page'
  url: string | null
  passageCount: number
  usedCount: number
  lastUsedAt: number | null
  updatedAt: number
}

export function DocumentTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const { number } = useFormat()
  useReading(rows.some((row) => row.status === 'processing'))
  const columns: Column<Row>[] = [
    { header: t('knowledge.documentName'), cell: (row) => <Name row={row} /> },
    {
      header: t('knowledge.documentPassages'),
      align: 'end',
      cell: (row) => number(row.passageCount),
    },
    { header: t('teaching.used'), align: 'end', cell: (row) => number(row.usedCount) },
    {
      header: t('teaching.lastUsed'),
      nowrap: true,
      deskOnly: true,
      cell: (row) => (row.lastUsedAt ? <Time at={row.lastUsedAt} /> : t('teaching.never')),
    },
    { header: t('knowledge.state'), nowrap: true, cell: (row) => <StateBadge state={row} /> },
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

function Name({ row }: { row: Row }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="break-words">{row.name}</span>
      {row.url && (
        <span className="flex min-w-0 items-center gap-1 text-small text-faint">
          <Globe className="size-3.5 shrink-0" aria-hidden />
          <span className="truncate">{row.url}</span>
        </span>
      )}
      {row.status === 'failed' && (
        <span className="text-small text-pretty text-bad">
          <FailureText reason={row.failureReason} />
        </span>
      )}
    </span>
  )
}
