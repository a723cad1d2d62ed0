import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { toReportName } from '#app/domain/analytics/read-report.server.ts'
import { ReportScreen } from '#app/ui/reports/report-screen.tsx'
import { loadReport } from './report-data.server.ts'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const name = toReportName(args.params['report'] ?? '')
  // The overview has an address of its own.
  if (!name || name === 'overview') throw new Response(null, { status: 404 })
  return loadReport(args, name)
}

export default function Report() {
  return <ReportScreen {...useLoaderData<typeof loader>()} />
}
