import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReportScreen } from '#app/ui/reports/report-screen.tsx'
import { loadReport } from './report-data.server.ts'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadReport(args, 'overview')
}

export default function Overview() {
  return <ReportScreen {...useLoaderData<typeof loader>()} />
}
