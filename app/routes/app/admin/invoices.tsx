import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  invoiceStates,
  listInvoicesOfAll,
  sumInvoices,
} from '#app/platform/companies/money-lists.server.ts'
import { InvoiceTable } from '#app/routes/admin/money-tables.tsx'
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

/** The invoices of all companies, by state. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const state = invoiceStates.find((known) => known === query.get('state')) ?? 'all'
  const before = Number(query.get('before')) || undefined
  const now = Date.now()
  return {
    title: pageTitle(args, 'admin.invoices'),
    ...{ state, states: [...invoiceStates].reverse(), isFirst: before === undefined },
    ...listInvoicesOfAll(platform, { state, now, before }),
    sum: sumInvoices(platform, { state, now }),
  }
}

export default function Invoices() {
  const { rows, sum, state, states, hasNext, isFirst } = useLoaderData<typeof loader>()
  const t = useT()
  const amounts = useAmounts()
  const base = `/admin/invoices?state=${state}`
  const last = rows.at(-1)
  return (
    <Page width="wide">
      <PageHeader
        title={t('admin.invoices')}
        description={t('admin.invoicesLead')}
        back={{ to: '/admin', label: t('admin.overview') }}
      />
      <Tabs
        label={t('platform.status')}
        tabs={states.map((name) => ({
          ...{ to: `/admin/invoices?state=${name}`, active: name === state },
          label: t(`admin.invoices_${name}`),
        }))}
      />
      <p className="font-medium">
        {t('admin.invoicesSum', { count: sum.count, amount: amounts(sum) })}
      </p>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState compact title={t('admin.invoicesNone')} />
        ) : (
          <InvoiceTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : base}
          nextTo={hasNext && last ? `${base}&before=${last.id}` : undefined}
        />
      </Card>
    </Page>
  )
}
