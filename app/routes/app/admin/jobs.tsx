import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { CircleCheck } from 'lucide-react'
import { listFailedPlatformJobs } from '#app/platform/failed-jobs.server.ts'
import type { FailedPlatformJob } from '#app/platform/failed-jobs.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** The platform's own work that failed; a company's is shown to the company. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const before = Number(query.get('before')) || undefined
  return {
    title: pageTitle(args, 'admin.failedJobs'),
    ...listFailedPlatformJobs(platform, before),
    ...{ isFirst: before === undefined, isQueued: query.get('note') === 'queued' },
    mayRetry: platformCan(user.role, 'tenants.write'),
  }
}

export default function FailedJobs() {
  const { rows, hasNext, isFirst, isQueued, mayRetry } = useLoaderData<typeof loader>()
  const t = useT()
  const last = rows.at(-1)
  return (
    <Page width="wide">
      <PageHeader
        title={t('admin.failedJobs')}
        description={t('admin.failedJobsLead')}
        back={{ to: '/admin', label: t('admin.overview') }}
      />
      {isQueued && (
        <div role="status">
          <Notice tone="good">{t('admin.jobQueued')}</Notice>
        </div>
      )}
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            compact
            icon={<CircleCheck aria-hidden />}
            title={t('admin.failedJobsNone')}
          />
        ) : (
          <JobTable rows={rows} mayRetry={mayRetry} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : '/admin/jobs'}
          nextTo={hasNext && last ? `/admin/jobs?before=${last.id}` : undefined}
        />
      </Card>
    </Page>
  )
}

function JobTable({ rows, mayRetry }: { rows: FailedPlatformJob[]; mayRetry: boolean }) {
  const t = useT()
  const knownText = useKnownText()
  return (
    <Table
      caption={t('admin.failedJobs')}
      rows={rows}
      rowKey={(row) => row.id}
      actionsLabel={t('common.actions')}
      actions={mayRetry ? (row) => <Retry id={row.id} /> : undefined}
      columns={[
        {
          header: t('admin.job'),
          cell: (row) => knownText(`admin.job_${row.kind.replace('.', '_')}`, row.kind),
        },
        { header: t('admin.jobError'), cell: (row) => row.lastError ?? '–' },
        { header: t('admin.jobAttempts'), align: 'end', cell: (row) => row.attempts },
        {
          header: t('admin.day'),
          nowrap: true,
          cell: (row) => (row.finishedAt === null ? '–' : <Time at={row.finishedAt} />),
        },
      ]}
    />
  )
}

function Retry({ id }: { id: number }) {
  const t = useT()
  const action = `/admin/jobs/${id}/retry`
  return (
    <Form method="post" action={action}>
      <SubmitButton variant="secondary" size="small" action={action}>
        {t('common.retry')}
      </SubmitButton>
    </Form>
  )
}
