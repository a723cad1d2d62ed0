import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReceiptText } from 'lucide-react'
import { toBillingFrame, toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { DocumentTable } from '#app/ui/billing/document-table.tsx'
import { Card } from '#app/ui/card.tsx'
import { FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const query = new URL(args.request.url).searchParams
  const [before, search] = [toId(query.get('before')), (query.get('q') ?? '').trim()]
  return {
    ...{ title: pageTitle(args, 'billing.invoices'), search, isFirst: before === undefined },
    ...billing.documents({ before, search }),
  }
}

export default function Invoices() {
  const t = useT()
  const { rows, next, search, isFirst } = useLoaderData<typeof loader>()
  const address = `/settings/billing/invoices?q=${encodeURIComponent(search)}`
  return (
    <Page>
      <PageHeader
        title={t('billing.invoices')}
        description={t('billing.invoicesLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      <FilterBar search={<SearchInput label={t('billing.invoiceSearch')} value={search} />}>
        {null}
      </FilterBar>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<ReceiptText aria-hidden />}
            title={t(search ? 'billing.invoicesNotFound' : 'billing.invoicesNone')}
          >
            {search ? null : t('billing.invoicesNoneLead')}
          </EmptyState>
        ) : (
          <DocumentTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address}
          nextTo={next === null ? undefined : `${address}&before=${next}`}
        />
      </Card>
    </Page>
  )
}
