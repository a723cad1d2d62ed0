import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPriorities } from '#app/domain/labels/priorities.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { clockKinds } from '#app/domain/sla/clock-kinds.ts'
import { listBreaches, sumPromises } from '#app/domain/sla/report.server.ts'
import { getSlaSettings } from '#app/domain/sla/settings.server.ts'
import { listChoosable, readId, readListFilter, toPaging } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { PromisesPage } from '#app/ui/reports/promises-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'dashboard.read')
  const query = new URL(request.url).searchParams
  const kind = clockKinds.find((one) => one === query.get('kind'))
  const filter = { ...readListFilter(request), kind, priorityId: readId(query.get('priority')) }
  const { rows, next } = listBreaches(db, member, filter)
  return {
    title: pageTitle(args, 'sla.report'),
    ...{ filter, rows, paging: toPaging(request, next), kinds: [...clockKinds] },
    sums: sumPromises(db, member, filter),
    priorities: listPriorities(db).map(({ id, name }) => ({ id, name })),
    members: listChoosable(db, member),
    isOn: getSlaSettings(db).isOn,
    seesReports: can(member, 'reports.read'),
    maySetUp: can(member, 'settings.write'),
  }
}

export default function Promises() {
  return <PromisesPage data={useLoaderData<typeof loader>()} />
}
