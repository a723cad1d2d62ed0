import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Store } from 'lucide-react'
import { listClients } from '#app/platform/sales/clients.server.ts'
import { healthOf } from '#app/platform/sales/health.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { readId } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ClientFilters, ClientTable } from '#app/ui/sales-portal/client-parts.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const TEXT_MAX = 100

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const query = new URL(args.request.url).searchParams
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, TEXT_MAX)
  const filter = { search: text('q'), status: text('status'), repId: readId(query.get('rep')) }
  const { rows, next } = listClients(platform, user, {
    ...filter,
    after: text('after') || undefined,
  })
  const now = Date.now()
  return {
    title: pageTitle(args, 'prospects.clients'),
    ...{ filter, next, isFirst: !query.has('after'), isManager: isManager(user) },
    rows: rows.map((row) => ({ ...row, health: healthOf(row, now) })),
    reps: isManager(user) ? listReps(platform) : [],
  }
}

export default function Clients() {
  const t = useT()
  const { rows, filter, reps, isManager, isFirst, next } = useLoaderData<typeof loader>()
  const { search, status, repId } = filter
  const isNarrowed = Boolean(search || status || repId)
  const address = (after?: string) => {
    const query = new URLSearchParams({ q: search, status, rep: repId ? String(repId) : '' })
    if (after) query.set('after', after)
    return `/sales/clients?${query.toString()}`
  }
  return (
    <SalesFrame at="clients" isManager={isManager}>
      <PageHeader title={t('prospects.clients')} description={t('prospects.clientsLead')} />
      <ClientFilters search={search} status={status} repId={repId} reps={reps} />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<Store aria-hidden />}
            title={t(isNarrowed ? 'prospects.clientsNoneFound' : 'prospects.clientsNone')}
          >
            {!isNarrowed && t('prospects.clientsNoneLead')}
          </EmptyState>
        ) : (
          <ClientTable rows={rows} showsRep={isManager} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address()}
          nextTo={next ? address(next) : undefined}
        />
      </Card>
    </SalesFrame>
  )
}
