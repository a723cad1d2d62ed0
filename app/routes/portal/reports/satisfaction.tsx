import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getCsatSettings } from '#app/domain/csat/settings.server.ts'
import { listAnswers, sumAnswers, sumPerMember } from '#app/domain/csat/report.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { listChoosable, readId, readListFilter, toPaging } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SatisfactionPage } from '#app/ui/reports/satisfaction-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'dashboard.read')
  const rating = readId(new URL(request.url).searchParams.get('rating'))
  const filter = { ...readListFilter(request), rating }
  const { rows, next } = listAnswers(db, member, filter)
  return {
    title: pageTitle(args, 'csat.report'),
    ...{ filter, rows, paging: toPaging(request, next) },
    figures: sumAnswers(db, member, filter),
    perMember: sumPerMember(db, member, filter),
    members: listChoosable(db, member),
    isOn: getCsatSettings(db).isOn,
    seesAll: can(member, 'conversations.read_all'),
    seesReports: can(member, 'reports.read'),
    maySetUp: can(member, 'settings.write'),
  }
}

export default function Satisfaction() {
  return <SatisfactionPage data={useLoaderData<typeof loader>()} />
}
