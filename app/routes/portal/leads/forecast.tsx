import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChartNoAxesColumn } from 'lucide-react'
import { getForecast } from '#app/domain/leads/forecast.server.ts'
import type { ForecastRow } from '#app/domain/leads/shown.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { LeadsFrame } from '#app/ui/leads/leads-frame.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  return {
    title: pageTitle(args, 'leads.forecast'),
    rows: getForecast(db, member),
    mayWrite: can(member, 'contacts.write'),
  }
}

export default function Forecast() {
  const t = useT()
  const { rows, mayWrite } = useLoaderData<typeof loader>()
  return (
    <LeadsFrame at="forecast" mayWrite={mayWrite}>
      <p className="text-soft">{t('leads.weightedAbout')}</p>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title={t('leads.forecastNone')}>
            {t('leads.forecastNoneLead')}
          </EmptyState>
        ) : (
          <ForecastTable rows={rows} />
        )}
      </Card>
    </LeadsFrame>
  )
}

function ForecastTable({ rows }: { rows: ForecastRow[] }) {
  const t = useT()
  const { money } = useFormat()
  const most = Math.max(1, ...rows.map((row) => row.minor))
  const columns: Column<ForecastRow>[] = [
    { header: t('leads.month'), cell: (row) => row.month ?? t('leads.noMonth') },
    { header: t('leads.title'), align: 'end', cell: (row) => row.count },
    { header: t('leads.total'), align: 'end', cell: (row) => money(row.minor, row.currency) },
    {
      header: t('leads.weighted'),
      align: 'end',
      cell: (row) => (
        <span className="inline-flex w-full items-center justify-end gap-3">
          <Bar share={row.minor / most} filled={row.weightedMinor / most} />
          {money(row.weightedMinor, row.currency)}
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={t('leads.forecast')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.month ?? ''}${row.currency}`}
    />
  )
}

/** The figures beside it say the same; the bar lets months be compared at a glance. */
function Bar({ share, filled }: { share: number; filled: number }) {
  return (
    <span aria-hidden className="relative hidden h-2 w-40 overflow-hidden rounded-full sm:block">
      <span
        className="absolute inset-y-0 right-0 rounded-full bg-accent-soft"
        style={{ width: `${share * 100}%` }}
      />
      <span
        className="absolute inset-y-0 right-0 rounded-full bg-accent"
        style={{ width: `${filled * 100}%` }}
      />
    </span>
  )
}
