import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { Download, Handshake } from 'lucide-react'
import { listProspects } from '#app/platform/sales/list.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { toPaging } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readProspectFilter } from '#app/routes/prospect-filter.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ProspectFilters } from '#app/ui/sales-portal/prospect-filters.tsx'
import { ProspectTable } from '#app/ui/sales-portal/prospect-table.tsx'
import { ProspectsFrame } from '#app/ui/sales-portal/prospects-frame.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const query = new URL(args.request.url).searchParams
  const { filter, isDue, after } = readProspectFilter(query)
  const { rows, next } = listProspects(platform, user, { ...filter, after })
  return {
    title: pageTitle(args, 'prospects.title'),
    ...{ rows, filter, isDue, paging: toPaging(args.request, next) },
    isNarrowed: Object.values(filter).some(Boolean),
    isManager: isManager(user),
    reps: isManager(user) ? listReps(platform) : [],
  }
}

export default function ProspectList() {
  const t = useT()
  const { rows, filter, isDue, isNarrowed, isManager, reps, paging } =
    useLoaderData<typeof loader>()
  return (
    <ProspectsFrame at="list" isManager={isManager}>
      <ProspectFilters filter={filter} isDue={isDue} reps={reps} />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<Handshake aria-hidden />}
            title={t(isNarrowed ? 'prospects.noneFound' : 'prospects.none')}
          >
            {!isNarrowed && t('prospects.noneLead')}
          </EmptyState>
        ) : (
          <ProspectTable rows={rows} showsRep={isManager} />
        )}
        <Pagination {...paging} />
      </Card>
      {rows.length > 0 && <Export />}
    </ProspectsFrame>
  )
}

/** The list as it is filtered, as a sheet. */
function Export() {
  const t = useT()
  const { search } = useLocation()
  return (
    <form method="post" action="/sales/prospects/export">
      <input type="hidden" name="query" value={search} />
      <Button type="submit" icon={<Download className="size-4" aria-hidden />}>
        {t('prospects.export')}
      </Button>
    </form>
  )
}
