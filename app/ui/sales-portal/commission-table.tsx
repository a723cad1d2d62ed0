import { Badge } from '../badge.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

export type ShownCommission = {
  id: number
  at: number
  repName: string
  tenantId: string
  clientName: string
  invoiceNumber: string | null
  kind: 'one_time' | 'recurring'
  base: number
  percentBp: number
  amount: number
  currency: string
  state: 'pending' | 'approved' | 'paid'
  paidReference: string | null
}

const stateTones = { pending: 'neutral', approved: 'accent', paid: 'good' } as const

/** Commission row by row. `isOfClient` leaves out whose it is. */
export function CommissionTable(props: {
  rows: ShownCommission[]
  showsRep: boolean
  isOfClient?: boolean
}) {
  const { rows, showsRep, isOfClient } = props
  const t = useT()
  const { money } = useFormat()
  const columns: Column<ShownCommission>[] = [
    {
      header: isOfClient ? t('prospects.invoice') : t('prospects.client'),
      cell: (row) => (
        <>
          {isOfClient ? row.invoiceNumber : row.clientName}
          {!isOfClient && (
            <span className="block text-small font-normal text-faint">{row.invoiceNumber}</span>
          )}
        </>
      ),
    },
    { header: t('prospects.kind'), cell: (row) => <For row={row} /> },
    {
      ...{ header: t('prospects.date'), nowrap: true },
      cell: (row) => <Time at={row.at} as="day" />,
    },
    ...(showsRep
      ? [{ header: t('prospects.rep'), cell: (row: ShownCommission) => row.repName }]
      : []),
    {
      ...{ header: t('prospects.state'), nowrap: true },
      cell: (row) => (
        <>
          <Badge tone={stateTones[row.state]}>{t(`prospects.state_${row.state}`)}</Badge>
          {row.paidReference && (
            <span className="block text-small text-faint">{row.paidReference}</span>
          )}
        </>
      ),
    },
    {
      ...{ header: t('prospects.amount'), align: 'end' },
      cell: (row) => (
        <span className={row.amount < 0 ? 'text-bad' : 'text-ink'}>
          {money(row.amount, row.currency)}
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={t('prospects.commissions')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={isOfClient ? undefined : (row) => `/sales/clients/${row.tenantId}`}
    />
  )
}

function For({ row }: { row: ShownCommission }) {
  const t = useT()
  const { money, number } = useFormat()
  if (row.amount < 0) return <>{t('prospects.takenBack')}</>
  if (row.kind === 'one_time') return <>{t('prospects.kind_one_time')}</>
  return (
    <>
      {t('prospects.kind_recurring', {
        percent: `${number(row.percentBp / 100)} %`,
        base: money(row.base, row.currency),
      })}
    </>
  )
}
