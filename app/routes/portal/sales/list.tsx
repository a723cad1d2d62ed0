import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Receipt } from 'lucide-react'
import { listSales } from '#app/domain/sales/find.server.ts'
import { listChoosable, readListFilter, toPaging } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { PeriodField } from '#app/ui/period-filter.tsx'
import { SaleTable } from '#app/ui/sales/sale-table.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'conversations.read')
  const filter = readListFilter(request)
  const { rows, next } = listSales(db, member, filter)
  return {
    title: pageTitle(args, 'closing.sales'),
    ...{ rows, filter, paging: toPaging(request, next) },
    members: listChoosable(db, member),
  }
}

export default function Sales() {
  const t = useT()
  const { rows, filter, paging, members } = useLoaderData<typeof loader>()
  return (
    <Page width="wide">
      <PageHeader title={t('closing.sales')} description={t('closing.salesLead')} />
      <FilterBar search={<SearchInput label={t('closing.salesSearch')} value={filter.search} />}>
        <PeriodField days={filter.days} />
        {members.length > 0 && (
          <ChoiceFilter
            name="member"
            label={t('closing.member')}
            all={t('closing.everybody')}
            value={filter.memberId?.toString()}
            options={members.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </FilterBar>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={<Receipt aria-hidden />} title={t('closing.salesNone')}>
            {t('closing.salesNoneLead')}
          </EmptyState>
        ) : (
          <SaleTable rows={rows} />
        )}
        <Pagination {...paging} />
      </Card>
    </Page>
  )
}
