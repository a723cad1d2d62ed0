import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'

export type ShownPerformance = {
  repId: number
  name: string
  open: number
  openValue: number
  overdue: number
  won: number
  lost: number
  clients: number
  revenue: number
  commission: number
}

/** Each rep with what is in hand and what was won; a row opens the rep's prospects. */
export function TeamTable({ rows }: { rows: ShownPerformance[] }) {
  const t = useT()
  const { money, number, percent } = useFormat()
  return (
    <Table
      caption={t('prospects.teamTitle')}
      rows={rows}
      rowKey={(row) => row.repId}
      href={(row) => `/sales/prospects/list?rep=${row.repId}`}
      columns={[
        { header: t('prospects.rep'), cell: (row) => row.name },
        {
          ...{ header: t('prospects.openProspects'), align: 'end' },
          cell: (row) => number(row.open),
        },
        {
          ...{ header: t('prospects.value'), align: 'end' },
          cell: (row) => money(row.openValue),
        },
        {
          ...{ header: t('prospects.overdueActions'), align: 'end' },
          cell: (row) => (
            <span className={row.overdue > 0 ? 'font-medium text-bad' : undefined}>
              {number(row.overdue)}
            </span>
          ),
        },
        { ...{ header: t('prospects.won'), align: 'end' }, cell: (row) => number(row.won) },
        {
          ...{ header: t('prospects.winRate'), align: 'end' },
          cell: (row) => (row.won + row.lost === 0 ? '–' : percent(row.won / (row.won + row.lost))),
        },
        { ...{ header: t('prospects.clients'), align: 'end' }, cell: (row) => number(row.clients) },
        { ...{ header: t('prospects.revenue'), align: 'end' }, cell: (row) => money(row.revenue) },
        {
          ...{ header: t('prospects.figCommission'), align: 'end', deskOnly: true },
          cell: (row) => money(row.commission),
        },
      ]}
    />
  )
}
