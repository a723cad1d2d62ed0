import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import { API_DAYS, listApiUse } from '#app/platform/health/api-usage.server.ts'
import { HealthPage } from '#app/routes/health/health-frame.tsx'
import { toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const SEARCH_MAX = 100
const PAGE_MAX = 1_000

/** Who uses the JSON API, and how much. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const search = (query.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const page = Math.min(toId(query.get('page')) ?? 0, PAGE_MAX)
  const title = pageTitle(args, 'health.apiTitle')
  return {
    title,
    search,
    page,
    days: API_DAYS,
    ...listApiUse(platform, { now: Date.now(), search, page }),
  }
}

export default function ApiUse() {
  const { rows, hasNext, search, page, days } = useLoaderData<typeof loader>()
  const t = useT()
  const address = (to: number) =>
    `/admin/health/api?${new URLSearchParams({ ...(search && { q: search }), ...(to > 0 && { page: String(to) }) }).toString()}`
  return (
    <HealthPage title={t('health.apiTitle')} description={t('health.apiLead', { days })}>
      <FilterBar search={<SearchInput label={t('platform.searchCompanies')} value={search} />}>
        {null}
      </FilterBar>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<KeyRound aria-hidden />}
            title={search ? t('common.noResults', { query: search }) : t('health.apiNone')}
          />
        ) : (
          <UseTable />
        )}
        <Pagination
          previousTo={page > 0 ? address(page - 1) : undefined}
          nextTo={hasNext ? address(page + 1) : undefined}
        />
      </Card>
    </HealthPage>
  )
}

function UseTable() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t('health.apiTitle')}
      rows={rows}
      rowKey={(row) => row.tenantId}
      href={(row) => `/admin/companies/${row.tenantId}`}
      columns={[
        { header: t('health.company'), cell: (row) => row.name },
        { header: t('health.keys'), align: 'end', cell: (row) => format.number(row.keys) },
        { header: t('health.requests'), align: 'end', cell: (row) => format.number(row.requests) },
        { header: t('health.refused'), align: 'end', cell: (row) => format.number(row.refused) },
        { header: t('health.failed'), align: 'end', cell: (row) => format.number(row.errors) },
        { header: t('health.last'), nowrap: true, cell: (row) => <Time at={row.lastAt} /> },
      ]}
    />
  )
}
