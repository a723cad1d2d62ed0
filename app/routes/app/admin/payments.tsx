import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  paymentStates,
  listPaymentsOfAll,
  sumPayments,
} from '#app/platform/companies/money-lists.server.ts'
import { PaymentTable } from '#app/routes/admin/money-tables.tsx'
import { useAmounts } from '#app/routes/admin/use-amounts.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** The payments of all companies, by state. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const state = paymentStates.find((known) => known === query.get('state')) ?? 'all'
  const before = Number(query.get('before')) || undefined
  const now = Date.now()
  return {
    title: pageTitle(args, 'admin.payments'),
    ...{ state, states: [...paymentStates].reverse(), isFirst: before === undefined },
    ...listPaymentsOfAll(platform, { state, now, before }),
    sum: sumPayments(platform, { state, now }),
  }
}

export default function Payments() {
  const { rows, sum, state, states, hasNext, isFirst } = useLoaderData<typeof loader>()
  const t = useT()
  const amounts = useAmounts()
  const base = `/admin/revenue/payments?state=${state}`
  const last = rows.at(-1)
  return (
    <Page width="wide">
      <PageHeader
        title={t('admin.payments')}
        description={t('admin.paymentsLead')}
        back={{ to: '/admin', label: t('admin.overview') }}
      />
      <Tabs
        label={t('platform.status')}
        tabs={states.map((name) => ({
          ...{ to: `/admin/revenue/payments?state=${name}`, active: name === state },
          label: t(`admin.payments_${name}`),
        }))}
      />
      <p className="font-medium">
        {t(state === 'all' ? 'admin.paymentsSumAll' : 'admin.paymentsSum', {
          count: sum.count,
          amount: amounts(sum),
        })}
      </p>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState compact title={t('admin.paymentsNone')} />
        ) : (
          <PaymentTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : base}
          nextTo={hasNext && last ? `${base}&before=${last.id}` : undefined}
        />
      </Card>
    </Page>
  )
}
