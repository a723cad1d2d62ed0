import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getMetric } from '#app/domain/analytics/metrics.ts'
import { countRows, listRows, toPermitted } from '#app/domain/analytics/rows.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { readRowsCursor, readRowsQuery } from '#app/domain/analytics/rows-query.ts'
import { toFilterLabels } from '#app/routes/report-rows.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { RowsScreen } from '#app/ui/reports/rows-screen.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'dashboard.read')
  const params = new URL(args.request.url).searchParams
  const asked = readRowsQuery(params, { timeZone: getCompany(db).timeZone, now: Date.now() })
  const query = asked && toPermitted(member, asked)
  if (!query) throw new Response(null, { status: 404 })
  const { rows, next } = listRows(db, member, query, readRowsCursor(params))
  return {
    title: pageTitle(args, `reports.metric.${query.metric}`),
    ...{ metric: query.metric, period: query.period, kind: getMetric(query.metric).kind },
    ...{ filters: toFilterLabels(db, query), total: countRows(db, query), rows, next },
  }
}

export default function Rows() {
  return <RowsScreen {...useLoaderData<typeof loader>()} />
}
