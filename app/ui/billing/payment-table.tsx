import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { paymentState } from './words.ts'

export type PaymentLine = {
  id: number
  invoiceNumber: string | null
  method: 'mpesa' | 'card' | 'bank' | 'cash'
  direction: 'in' | 'out'
  status: string
  currency: string
  amount: number
  reference: string | null
  createdAt: number
}

/** Payments and what became of them. */
export function PaymentTable({ rows }: { rows: PaymentLine[] }) {
  const t = useT()
  const { money } = useFormat()
  const columns: Column<PaymentLine>[] = [
    {
      header: t('billing.when'),
      nowrap: true,
      cell: (row) => <Time as="day" at={row.createdAt} />,
    },
    {
      header: t('billing.state'),
      cell: (row) => {
        const { label, tone } = paymentState(row.status)
        return <Badge tone={tone}>{t(label)}</Badge>
      },
    },
    {
      header: t('billing.how'),
      cell: (row) => {
        const method = t(`billing.method.${row.method}`)
        return row.direction === 'out' ? t('billing.refund', { method }) : method
      },
    },
    { header: t('billing.for'), nowrap: true, cell: (row) => row.invoiceNumber ?? '–' },
    { header: t('billing.reference'), nowrap: true, cell: (row) => row.reference ?? '–' },
    {
      header: t('billing.amount'),
      align: 'end',
      cell: (row) => money(row.direction === 'out' ? -row.amount : row.amount, row.currency),
    },
  ]
  return (
    <div className="border-t">
      <Table
        caption={t('billing.payments')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/settings/billing/payments/${row.id}`}
      />
    </div>
  )
}
