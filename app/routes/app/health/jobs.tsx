import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { jobKinds } from '#app/jobs/registry.ts'
import type { JobKind } from '#app/jobs/registry.ts'
import { startOf } from '#app/platform/health/ranges.ts'
import { listCompanyWork, listJobKinds, workMeasuredAt } from '#app/platform/health/work.server.ts'
import { HealthPage } from '#app/routes/health/health-frame.tsx'
import { CompanyWorkTable, KindTable } from '#app/routes/health/work-tables.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Work by kind, of the platform and of all companies; a company's as its last look found it. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const now = Date.now()
  const kinds = listJobKinds(platform, { since: startOf('day', now), now })
  return {
    title: pageTitle(args, 'health.jobsTitle'),
    kinds: kinds.map((row) => ({ ...row, lane: laneOf(row.kind) })),
    failed: listCompanyWork(platform, 'failed'),
    waiting: listCompanyWork(platform, 'queued'),
    measuredAt: workMeasuredAt(platform),
  }
}

function laneOf(kind: string) {
  return Object.hasOwn(jobKinds, kind) ? jobKinds[kind as JobKind].lane : 'slow'
}

export default function HealthJobs() {
  const { kinds, failed, waiting, measuredAt } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <HealthPage
      title={t('health.jobsTitle')}
      description={t('health.jobsLead')}
      actions={<LinkButton to="/admin/jobs">{t('health.ownFailed')}</LinkButton>}
    >
      {measuredAt !== null && (
        <p className="text-soft">
          {t('health.companiesMeasured')} <Time at={measuredAt} />
        </p>
      )}
      <Card flush>
        {kinds.length === 0 ? (
          <EmptyState title={t('health.jobsNone')}>{t('health.notYet')}</EmptyState>
        ) : (
          <KindTable rows={kinds} />
        )}
      </Card>
      <CompanyWorkTable
        title={t('health.failedAt')}
        none={t('health.failedAtNone')}
        rows={failed}
      />
      <CompanyWorkTable
        title={t('health.waitingAt')}
        none={t('health.waitingAtNone')}
        rows={waiting}
      />
    </HealthPage>
  )
}
