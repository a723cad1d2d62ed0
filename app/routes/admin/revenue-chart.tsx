import { Link } from '@remix-run/react'
import type { MovementKind, RevenueMonth } from '#app/platform/companies/revenue.server.ts'
import { BarSparkline } from '#app/ui/bar-sparkline.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { useMonthName } from './month-name.ts'

const kinds: MovementKind[] = ['new', 'returned', 'expansion', 'contraction', 'churned']
const MONTHS_IN_TABLE = 6

/** Recurring revenue at the end of each month, and what moved it. */
export function RevenueChart({ months }: { months: RevenueMonth[] }) {
  const t = useT()
  const format = useFormat()
  const monthName = useMonthName()
  return (
    <Card title={t('admin.chart')} description={t('admin.chartLead')}>
      <BarSparkline
        look="chart"
        title={t('admin.chart')}
        bars={months.map(({ month, mrr }) => {
          return { label: monthName(month), value: mrr, text: format.money(mrr) }
        })}
      />
      <MovementsTable months={months.slice(-MONTHS_IN_TABLE).reverse()} />
    </Card>
  )
}

function MovementsTable({ months }: { months: RevenueMonth[] }) {
  const t = useT()
  const monthName = useMonthName()
  return (
    // A table wider than a phone scrolls by itself and by keyboard.
    <div
      className="mt-4 overflow-x-auto"
      role="region"
      aria-label={t('admin.movements')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className="w-full text-right">
        <caption className="sr-only">{t('admin.movements')}</caption>
        <thead>
          <tr className="border-b text-small text-faint">
            <th scope="col" className="py-2 text-left font-medium">
              {t('admin.month')}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="py-2 pl-4 font-medium whitespace-nowrap">
                {t(`admin.kind_${kind}`)}
              </th>
            ))}
            <th scope="col" className="py-2 pl-4 font-medium whitespace-nowrap">
              {t('admin.atEnd')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <MonthRow key={row.month} row={row} name={monthName(row.month)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthRow({ row, name }: { row: RevenueMonth; name: string }) {
  const format = useFormat()
  const link = 'rounded-sm hover:underline'
  return (
    <tr className="border-b last:border-b-0">
      <th scope="row" className="py-2 text-left font-normal whitespace-nowrap">
        <Link to={`/admin/revenue?month=${row.month}`} className={link}>
          {name}
        </Link>
      </th>
      {kinds.map((kind) => (
        <td key={kind} className="py-2 pl-4 whitespace-nowrap tabular-nums">
          {row.moved[kind].count === 0 ? (
            <span className="text-faint">–</span>
          ) : (
            <Link to={`/admin/revenue?month=${row.month}&kind=${kind}`} className={link}>
              {format.money(row.moved[kind].amount)}
            </Link>
          )}
        </td>
      ))}
      <td className="py-2 pl-4 whitespace-nowrap tabular-nums">{format.money(row.mrr)}</td>
    </tr>
  )
}
