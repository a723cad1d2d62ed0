import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countOpenAlerts } from '#app/platform/alerts/list.server.ts'
import { readBackups } from '#app/platform/health/backups.server.ts'
import {
  listModels,
  listVendors,
  readDiskState,
  readRequestSeries,
  readState,
  sumRequests,
} from '#app/platform/health/read.server.ts'
import { ranges, startOf, toRange } from '#app/platform/health/ranges.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { countSlow, listJobKinds } from '#app/platform/health/work.server.ts'
import { CertificateCard } from '#app/routes/health/certificate-card.tsx'
import { readCertificateFacts } from '#app/routes/health/certificate-facts.server.ts'
import { HealthFigures } from '#app/routes/health/figures.tsx'
import { HealthPage, RangeChoice } from '#app/routes/health/health-frame.tsx'
import { ModelTable, VendorTable } from '#app/routes/health/outside-tables.tsx'
import { RequestCharts } from '#app/routes/health/request-charts.tsx'
import { StateFacts } from '#app/routes/health/state-facts.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** How the installation is doing; every figure was rolled up before and says when. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user, appOrigin } = requireUser(args.context, 'admin.read')
  const range = toRange(new URL(args.request.url).searchParams.get('range'))
  const now = Date.now()
  const since = startOf(range, now)
  const kinds = listJobKinds(platform, { since, now })
  const mayLook = platformCan(user.role, 'health.write')
  return {
    ...{ title: pageTitle(args, 'health.title'), range, since },
    series: readRequestSeries(platform, { range, now }),
    total: sumRequests(platform, { since, table: ranges[range].table }),
    state: readState(platform),
    disk: readDiskState(platform),
    vendors: listVendors(platform, since),
    models: listModels(platform, since),
    backups: readBackups(platform),
    certificates: readCertificateFacts(platform, { appOrigin, url: args.request.url, mayLook }),
    ...sumWork(kinds),
    ...{ slow: countSlow(platform, since), alerts: countOpenAlerts(platform) },
  }
}

function sumWork(kinds: { failed: number; waiting: number }[]) {
  const sum = (name: 'failed' | 'waiting') => kinds.reduce((all, kind) => all + kind[name], 0)
  return { failed: sum('failed'), waiting: sum('waiting') }
}

export default function HealthOverview() {
  const { series, range, total, state, disk, vendors, models, ...rest } =
    useLoaderData<typeof loader>()
  const t = useT()
  return (
    <HealthPage title={t('health.title')} description={t('health.lead')}>
      <RangeChoice range={range} />
      <HealthFigures
        {...{ range, total, waiting: rest.waiting, failed: rest.failed, slow: rest.slow }}
        alerts={rest.alerts}
        cost={models.reduce((sum, { costMicros }) => sum + costMicros, 0)}
      />
      <RequestCharts series={series} range={range} />
      <StateFacts {...{ state, disk, backups: rest.backups }} />
      <CertificateCard {...rest.certificates} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <VendorTable rows={vendors} />
        <ModelTable rows={models} />
      </div>
    </HealthPage>
  )
}
