import { Badge } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

type Row = { id: number; question: string; answer: string; isActive: number; updatedAt: number }

export function FaqTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    { header: t('knowledge.question'), cell: (row) => row.question, width: 'w-2/5' },
    {
      header: t('knowledge.answer'),
      hideOnPhone: true,
      cell: (row) => <span className="line-clamp-2">{row.answer}</span>,
    },
    { header: t('knowledge.state'), nowrap: true, cell: (row) => <UseBadge on={row.isActive} /> },
    {
      header: t('knowledge.changed'),
      nowrap: true,
      hideOnPhone: true,
      cell: (row) => <Time at={row.updatedAt} />,
    },
  ]
  return (
    <Table
      caption={t('knowledge.faqs')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/faqs/${row.id}`}
    />
  )
}

/** Whether the assistant draws on it. */
export function UseBadge({ on }: { on: number }) {
  const t = useT()
  return on ? (
    <Badge tone="good">{t('knowledge.inUse')}</Badge>
  ) : (
    <Badge>{t('knowledge.notInUse')}</Badge>
  )
}
