import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { surfaces } from '#app/platform/health/meter.ts'
import { listRoutes, routeOrders } from '#app/platform/health/read.server.ts'
import type { RouteFigures } from '#app/platform/health/read.server.ts'
import { startOf, toRange } from '#app/platform/health/ranges.ts'
import { useDuration } from '#app/routes/health/duration.ts'
import { HealthPage } from '#app/routes/health/health-frame.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChoiceFilter, FilterBar } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const orders = ['errors', 'slow'] as const
const others = ['hour', 'week'] as const

/** What was asked for, by declared address; whole hours. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const range = toRange(query.get('range'))
  const order = routeOrders.find((name) => name === query.get('order')) ?? 'requests'
  const surface = surfaces.find((name) => name === query.get('surface'))
  const since = startOf(range, Date.now())
  return {
    ...{ title: pageTitle(args, 'health.requestsTitle'), range, order, surface, since },
    rows: listRoutes(platform, {
      since: Math.floor(since / 3_600_000) * 3_600_000,
      order,
      surface,
    }),
  }
}

export default function HealthRequests() {
  const { rows, range, order, surface, since } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <HealthPage title={t('health.requestsTitle')} description={t('health.requestsLead')}>
      <FilterBar search={null}>
        <ChoiceFilter
          {...{ name: 'range', label: t('health.range'), all: t('health.range_day') }}
          value={range}
          options={others.map((value) => ({ value, label: t(`health.range_${value}`) }))}
        />
        <ChoiceFilter
          {...{ name: 'surface', label: t('health.surface'), all: t('health.anySurface') }}
          value={surface}
          options={surfaces.map((value) => ({ value, label: t(`health.surface_${value}`) }))}
        />
        <ChoiceFilter
          {...{ name: 'order', label: t('health.order'), all: t('health.order_requests') }}
          value={order}
          options={orders.map((value) => ({ value, label: t(`health.order_${value}`) }))}
        />
      </FilterBar>
      <p className="text-soft">
        {t('health.since')} <Time at={since} as="exact" />
      </p>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState title={t('health.requestsNone')}>{t('health.notYet')}</EmptyState>
        ) : (
          <RouteTable rows={rows} />
        )}
      </Card>
    </HealthPage>
  )
}

function RouteTable({ rows }: { rows: RouteFigures[] }) {
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  const time = (header: string, read: (row: RouteFigures) => number | null) => ({
    ...{ header, align: 'end' as const, cell: (row: RouteFigures) => duration(read(row)) },
  })
  return (
    <Table
      caption={t('health.requestsTitle')}
      rows={rows}
      rowKey={(row) => `${row.surface} ${row.route}`}
      columns={[
        {
          header: t('health.route'),
          cell: (row) => <code className="text-small break-all">{row.route}</code>,
        },
        { header: t('health.surface'), cell: (row) => t(`health.surface_${row.surface}`) },
        {
          header: t('health.requests'),
          align: 'end',
          cell: (row) => format.number(row.requests),
        },
        { header: t('health.refused'), align: 'end', cell: (row) => format.number(row.refused) },
        { header: t('health.failed'), align: 'end', cell: (row) => format.number(row.errors) },
        time('p50', (row) => row.p50),
        time('p95', (row) => row.p95),
        time('p99', (row) => row.p99),
      ]}
    />
  )
}
