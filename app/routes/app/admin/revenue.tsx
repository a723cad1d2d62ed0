import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  listMovements,
  listRevenueCurrencies,
  movementKinds,
  readRevenueMonths,
} from '#app/platform/companies/revenue.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { MovementTable } from '#app/routes/admin/movement-table.tsx'
import { useMonthName } from '#app/routes/admin/month-name.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChoiceFilter, FilterBar } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const MONTHS_OFFERED = 24

/** What moved the recurring revenue in a month, row by row. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const currencies = listRevenueCurrencies(platform)
  const currency = currencies.find((known) => known === query.get('currency')) ?? PLATFORM_CURRENCY
  const range = { currency, now: Date.now(), months: MONTHS_OFFERED }
  const months = readRevenueMonths(platform, range)
    .map(({ month }) => month)
    .reverse()
  const month = months.find((known) => known === query.get('month')) ?? months[0] ?? ''
  const kind = movementKinds.find((known) => known === query.get('kind'))
  const before = Number(query.get('before')) || undefined
  return {
    title: pageTitle(args, 'admin.revenueTitle'),
    ...{
      currency,
      currencies,
      months,
      month,
      kind,
      isFirst: before === undefined,
      kinds: [...movementKinds],
    },
    ...listMovements(platform, { currency, month, kind, before }),
  }
}

export default function Revenue() {
  const { rows, sum, month, kind, currency, hasNext, isFirst } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  const base = `/admin/revenue?month=${month}&currency=${currency}${kind ? `&kind=${kind}` : ''}`
  const last = rows.at(-1)
  return (
    <Page width="wide">
      <PageHeader
        title={t('admin.revenueTitle')}
        description={t('admin.revenueLead')}
        back={{ to: '/admin', label: t('admin.overview') }}
      />
      <Filters />
      <p className="font-medium">
        {t('admin.movedSum', { count: sum.count, amount: format.money(sum.amount, currency) })}
      </p>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState compact title={t('admin.movedNone')}>
            {t('admin.movedNoneLead')}
          </EmptyState>
        ) : (
          <MovementTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : base}
          nextTo={hasNext && last ? `${base}&before=${last.id}` : undefined}
        />
      </Card>
    </Page>
  )
}

function Filters() {
  const { months, month, kind, kinds, currency, currencies } = useLoaderData<typeof loader>()
  const t = useT()
  const monthName = useMonthName()
  return (
    <FilterBar search={null}>
      <ChoiceFilter
        {...{ name: 'month', label: t('admin.month'), all: monthName(months[0] ?? month) }}
        value={month === months[0] ? undefined : month}
        options={months.slice(1).map((value) => ({ value, label: monthName(value) }))}
      />
      <ChoiceFilter
        {...{ name: 'kind', label: t('admin.kind'), all: t('admin.anyKind'), value: kind }}
        options={kinds.map((value) => ({ value, label: t(`admin.kind_${value}`) }))}
      />
      {currencies.length > 1 && (
        <ChoiceFilter
          {...{ name: 'currency', label: t('dunning.currency'), all: currencies[0] ?? '' }}
          value={currency === currencies[0] ? undefined : currency}
          options={currencies.slice(1).map((value) => ({ value, label: value }))}
        />
      )}
    </FilterBar>
  )
}
