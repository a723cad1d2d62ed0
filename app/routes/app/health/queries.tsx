import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Gauge } from 'lucide-react'
import { listSlow } from '#app/platform/health/work.server.ts'
import type { SlowRow } from '#app/platform/health/work.server.ts'
import { useDuration } from '#app/routes/health/duration.ts'
import { HealthPage } from '#app/routes/health/health-frame.tsx'
import { toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SLOW_STATEMENT_MS } from '#app/tenancy/slow-statements.server.ts'
import { Card } from '#app/ui/card.tsx'
import { FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const SEARCH_MAX = 100

/** Statements that took long: whose file, what, how often. Values are never kept. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const before = toId(query.get('before'))
  const search = (query.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  return {
    ...{ title: pageTitle(args, 'health.queriesTitle'), search, limitMs: SLOW_STATEMENT_MS },
    isFirst: before === undefined,
    ...listSlow(platform, { before, search }),
  }
}

export default function HealthQueries() {
  const { rows, hasNext, isFirst, search, limitMs } = useLoaderData<typeof loader>()
  const t = useT()
  const last = rows.at(-1)
  const address = (before?: number) => {
    const query = new URLSearchParams({
      ...(search && { q: search }),
      ...(before !== undefined && { before: String(before) }),
    })
    return `/admin/health/queries?${query.toString()}`
  }
  return (
    <HealthPage
      title={t('health.queriesTitle')}
      description={t('health.queriesLead', { ms: limitMs })}
    >
      <FilterBar search={<SearchInput label={t('health.searchQueries')} value={search} />}>
        {null}
      </FilterBar>
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<Gauge aria-hidden />}
            title={search ? t('common.noResults', { query: search }) : t('health.queriesNone')}
          />
        ) : (
          <SlowTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address()}
          nextTo={hasNext && last ? address(last.id) : undefined}
        />
      </Card>
    </HealthPage>
  )
}

function SlowTable({ rows }: { rows: SlowRow[] }) {
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  return (
    <Table
      caption={t('health.queriesTitle')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          header: t('health.statement'),
          cell: (row) => (
            <code className="text-small [overflow-wrap:anywhere]">{row.statement}</code>
          ),
        },
        {
          header: t('health.file'),
          nowrap: true,
          cell: (row) =>
            row.name === null ? (
              t('health.platformFile')
            ) : (
              <Link to={`/admin/companies/${row.tenantId}`} className="hover:underline">
                {row.name}
              </Link>
            ),
        },
        { header: t('health.times'), align: 'end', cell: (row) => format.number(row.times) },
        { header: t('health.average'), align: 'end', cell: (row) => duration(row.averageMs) },
        { header: t('health.slowest'), align: 'end', cell: (row) => duration(row.slowestMs) },
        { header: t('health.last'), nowrap: true, cell: (row) => <Time at={row.lastAt} /> },
      ]}
    />
  )
}
