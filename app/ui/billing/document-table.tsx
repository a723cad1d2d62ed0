import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time, useNow } from '../time.tsx'
import { invoiceState } from './words.ts'

export type DocumentRow = {
  id: number
  number: string
  kind: 'invoice' | 'credit_note'
  status: 'open' | 'paid' | 'credited' | 'uncollectible'
  currency: string
  total: number
  issuedAt: number
  dueAt: number
}

/** Invoices and credit notes; each row opens the document. */
export function DocumentTable({ rows }: { rows: DocumentRow[] }) {
  const t = useT()
  const { money } = useFormat()
  const now = useNow()
  const columns: Column<DocumentRow>[] = [
    { header: t('billing.number'), nowrap: true, cell: (row) => row.number },
    {
      header: t('billing.state'),
      cell: (row) => {
        const { label, tone } = invoiceState(row, now)
        return <Badge tone={tone}>{t(label)}</Badge>
      },
    },
    {
      header: t('billing.issued'),
      nowrap: true,
      cell: (row) => <Time as="day" at={row.issuedAt} />,
    },
    {
      header: t('billing.due'),
      nowrap: true,
      cell: (row) => (row.kind === 'invoice' ? <Time as="day" at={row.dueAt} /> : '–'),
    },
    {
      header: t('billing.total'),
      align: 'end',
      cell: (row) => money(row.kind === 'credit_note' ? -row.total : row.total, row.currency),
    },
  ]
  return (
    <div className="border-t">
      <Table
        caption={t('billing.invoices')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/settings/billing/invoices/${row.id}`}
      />
    </div>
  )
}
