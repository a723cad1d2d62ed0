import { Link } from '@remix-run/react'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { Decision } from './decision.tsx'

type Row = {
  id: number
  tenantId: string
  company: string
  invoiceId: number
  invoiceNumber: string
  currency: string
  subtotal: number
  reason: string
  askedBy: number
  askerName: string
  createdAt: number
}

/** Credit notes that wait for a second person, who decides here. */
export function CreditTable(props: { rows: Row[]; userId: number; mayDecide: boolean }) {
  const { rows, userId, mayDecide } = props
  const t = useT()
  const { money } = useFormat()
  const columns: Column<Row>[] = [
    { header: t('billing.staff.company'), cell: (row) => row.company },
    {
      header: t('corrections.invoice'),
      nowrap: true,
      cell: (row) => (
        <Link
          to={`/admin/companies/${row.tenantId}/invoices/${row.invoiceId}`}
          className="text-accent-ink hover:underline"
        >
          {row.invoiceNumber}
        </Link>
      ),
    },
    { header: t('corrections.creditReason'), cell: (row) => row.reason },
    {
      header: t('corrections.askedFor'),
      cell: (row) => (
        <span>
          {row.askerName}
          <span className="block text-small text-faint">
            <Time as="day" at={row.createdAt} />
          </span>
        </span>
      ),
    },
    {
      header: t('corrections.net'),
      align: 'end',
      cell: (row) => money(row.subtotal, row.currency),
    },
  ]
  if (mayDecide)
    columns.push({
      header: t('common.actions'),
      align: 'end',
      cell: (row) => {
        const isOwn = row.askedBy === userId
        const base = `/admin/payments/credits/${row.id}`
        return <Decision base={base} company={row.company} mayApprove={!isOwn} isOwn={isOwn} />
      },
    })
  return (
    <div className="border-t">
      <Table
        caption={t('corrections.waiting')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </div>
  )
}
