import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ScrollText } from 'lucide-react'
import type { ReactNode } from 'react'
import { reachOf } from '#app/platform/companies/reach.ts'
import { HealthPage } from '#app/routes/health/health-frame.tsx'
import { LogFilters } from '#app/routes/health/log-filters.tsx'
import { LogTable } from '#app/routes/health/log-table.tsx'
import { listReach, readLogQuery, readNames, toLogFilter } from '#app/routes/log-filter.server.ts'
import type { AskedLog } from '#app/routes/log-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { readReader } from '#app/server/reader.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What this node logged; people of support find the lines about companies given to them. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, directory, user, services } = requireUser(args.context, 'tenants.read')
  const query = new URL(args.request.url).searchParams
  const asked = readLogQuery(query)
  const { supporterId } = reachOf(user)
  const { timeZone } = readReader(args.context.baraza, null)
  const tenantId = directory.findBySlug(asked.company)?.id ?? directory.findById(asked.company)?.id
  const { rows, hasNext } = services.systemLog.search({
    ...toLogFilter(asked, { query, timeZone, tenantId }),
    ...(supporterId !== null && { reach: listReach(platform, supporterId) }),
  })
  return {
    ...{ title: pageTitle(args, 'log.title'), asked, rows, hasNext },
    names: readNames(
      platform,
      rows.map((row) => row.tenantId),
    ),
    ...{ isFirst: !query.has('before'), seesAll: supporterId === null },
  }
}

export default function SystemLog() {
  const { asked, rows, names, hasNext, isFirst, seesAll } = useLoaderData<typeof loader>()
  const t = useT()
  const last = rows.at(-1)
  const isAsked = Object.values(asked).some(Boolean)
  return (
    <Frame seesAll={seesAll}>
      <LogFilters asked={asked} />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title={t(isAsked ? 'log.noneFound' : 'log.none')}
          >
            {isAsked && <Link to="/admin/log">{t('log.showAll')}</Link>}
          </EmptyState>
        ) : (
          <LogTable rows={rows} names={names} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : toAddress(asked)}
          nextTo={hasNext && last ? toAddress(asked, last.id) : undefined}
        />
      </Card>
    </Frame>
  )
}

/** Support has no other page about the installation, so no tabs either. */
function Frame({ seesAll, children }: { seesAll: boolean; children: ReactNode }) {
  const t = useT()
  const about = { title: t('log.title'), description: t(seesAll ? 'log.lead' : 'log.leadSupport') }
  if (seesAll) return <HealthPage {...about}>{children}</HealthPage>
  return (
    <Page width="wide">
      <PageHeader {...about} back={{ to: '/admin/companies', label: t('platform.companies') }} />
      {children}
    </Page>
  )
}

function toAddress(asked: AskedLog, before?: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, before }))
    if (value) query.set(name, String(value))
  return query.size > 0 ? `/admin/log?${query.toString()}` : '/admin/log'
}
