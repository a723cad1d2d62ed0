import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { Decision, Step } from './decision.tsx'
import { paymentState } from './words.ts'

type Row = {
  id: number
  company: string
  method: 'mpesa' | 'card' | 'bank' | 'cash'
  direction: 'in' | 'out'
  status: string
  currency: string
  amount: number
  reference: string | null
  reason: string | null
  invoiceNumber: string | null
  recordedBy: number | null
  recorderName: string | null
  deciderName: string | null
  createdAt: number
}

/** Payments of all companies; what waits for a second person can be decided here. */
export function RecordedTable(props: { rows: Row[]; userId: number; mayDecide: boolean }) {
  const { rows, userId, mayDecide } = props
  const t = useT()
  const { money } = useFormat()
  const columns: Column<Row>[] = [
    { header: t('billing.staff.company'), cell: (row) => row.company },
    {
      header: t('billing.when'),
      nowrap: true,
      cell: (row) => <Time as="day" at={row.createdAt} />,
    },
    { header: t('billing.state'), cell: (row) => <State row={row} /> },
    { header: t('billing.how'), cell: (row) => <How row={row} /> },
    { header: t('billing.reference'), nowrap: true, cell: (row) => row.reference ?? '–' },
    {
      header: t('billing.amount'),
      align: 'end',
      cell: (row) => money(row.direction === 'out' ? -row.amount : row.amount, row.currency),
    },
  ]
  if (mayDecide)
    columns.push({
      header: t('common.actions'),
      align: 'end',
      cell: (row) => <WaitingPayment row={row} isOwn={row.recordedBy === userId} />,
    })
  return (
    <div className="border-t">
      <Table
        caption={t('billing.staff.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

function State({ row }: { row: Row }) {
  const t = useT()
  const { label, tone } = paymentState(row.status)
  const isFailedRefund = row.direction === 'out' && row.status === 'failed'
  return (
    <span>
      <Badge tone={tone}>{t(label)}</Badge>
      {isFailedRefund && (
        <span className="block text-small text-bad">{t('corrections.refundFailed')}</span>
      )}
      {row.deciderName && (
        <span className="block text-small text-faint">
          {t('billing.staff.decidedBy', { name: row.deciderName })}
        </span>
      )}
    </span>
  )
}

function How({ row }: { row: Row }) {
  const t = useT()
  const method = t(`billing.method.${row.method}`)
  return (
    <span>
      {row.direction === 'out' ? t('billing.refund', { method }) : method}
      {row.invoiceNumber && ` · ${row.invoiceNumber}`}
      {row.recorderName && (
        <span className="block text-small text-faint">
          {t('billing.staff.recordedBy', { name: row.recorderName })}
        </span>
      )}
    </span>
  )
}

function WaitingPayment({ row, isOwn }: { row: Row; isOwn: boolean }) {
  const t = useT()
  const { id, company } = row
  const base = `/admin/payments/${id}`
  const mayApprove = row.status === 'waiting_approval' && !isOwn
  const canRetry = row.direction === 'out' && row.method === 'card' && row.status === 'review'
  return (
    <Decision base={base} company={company} mayApprove={mayApprove} isOwn={isOwn}>
      {canRetry && (
        <Step
          action={`${base}/retry`}
          label={t('corrections.refundAgain')}
          spoken={t('corrections.refundAgainOf', { company })}
        />
      )}
    </Decision>
  )
}
