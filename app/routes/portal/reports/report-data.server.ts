import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { readReport } from '#app/domain/analytics/read-report.server.ts'
import type { ReportName } from '#app/domain/analytics/read-report.server.ts'
import { scopeOf } from '#app/domain/analytics/rows.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** A report's page. Who sees only their own figures has them on the dashboard. */
export function loadReport(args: LoaderFunctionArgs, name: ReportName) {
  const { db, member } = requireMember(args.context, 'reports.read')
  if (scopeOf(member) === 'own') throw redirect('/dashboard')
  const params = new URL(args.request.url).searchParams
  return {
    title: pageTitle(args, `reports.${name}`),
    ...{ name, mayExport: can(member, 'reports.export') },
    report: readReport(db, name, params),
  }
}
