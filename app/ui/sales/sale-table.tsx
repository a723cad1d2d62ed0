import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

export type SaleRow = {
  id: number
  contactName: string
  contactPhone: string | null
  memberName: string | null
  amountMinor: number
  currency: string
  at: number
  correctedAt: number | null
  voidedAt: number | null
  items: { name: string; quantity: number }[]
}

/** Sales, newest first; the row leads to the sale. */
export function SaleTable({ rows }: { rows: SaleRow[] }) {
  const t = useT()
  const { money } = useFormat()
  const columns: Column<SaleRow>[] = [
    {
      header: t('closing.customer'),
      cell: (row) => toName(t, { name: row.contactName, phone: row.contactPhone }),
    },
    {
      header: t('closing.products'),
      cell: (row) => (
        <span className="line-clamp-2">
          {row.items.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ') || '–'}
        </span>
      ),
    },
    {
      header: t('closing.amount'),
      align: 'end',
      cell: (row) => (
        <span className={row.voidedAt === null ? 'font-medium text-ink' : 'line-through'}>
          {money(row.amountMinor, row.currency)}
        </span>
      ),
    },
    { header: t('closing.soldBy'), nowrap: true, cell: (row) => row.memberName ?? '–' },
    { header: t('closing.when'), nowrap: true, cell: (row) => <Time at={row.at} /> },
    { header: t('closing.state'), nowrap: true, cell: (row) => <SaleState sale={row} /> },
  ]
  return (
    <Table
      caption={t('closing.sales')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/sales/${row.id}`}
    />
  )
}

export function SaleState({ sale }: { sale: Pick<SaleRow, 'voidedAt' | 'correctedAt'> }) {
  const t = useT()
  if (sale.voidedAt !== null) return <Badge tone="bad">{t('closing.voided')}</Badge>
  if (sale.correctedAt !== null) return <Badge tone="warn">{t('closing.corrected')}</Badge>
  return <span className="text-faint">{t('closing.stands')}</span>
}
