import { Form, Link } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

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
      cell: (row) => <Decision row={row} isOwn={row.askedBy === userId} />,
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

function Decision({ row, isOwn }: { row: Row; isOwn: boolean }) {
  const t = useT()
  const base = `/admin/payments/credits/${row.id}`
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {isOwn ? (
        <span className="self-center text-small text-faint">{t('billing.staff.second')}</span>
      ) : (
        <Form method="post" action={`${base}/approval`}>
          <Button
            size="small"
            type="submit"
            aria-label={t('billing.staff.approveOf', { company: row.company })}
          >
            {t('billing.staff.approve')}
          </Button>
        </Form>
      )}
      <Form method="post" action={`${base}/refusal`}>
        <Button
          size="small"
          variant="quiet"
          type="submit"
          aria-label={t('billing.staff.refuseOf', { company: row.company })}
        >
          {t('billing.staff.refuse')}
        </Button>
      </Form>
    </span>
  )
}
