import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ShieldCheck } from 'lucide-react'
import { isInformational } from '#app/platform/isolation/findings.ts'
import { findLastRun, listFindings } from '#app/platform/isolation/report.server.ts'
import type { AuditRun, ShownFinding } from '#app/platform/isolation/report.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { HealthPage } from '#app/routes/health/health-frame.tsx'
import { toId } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const RUNS = '/admin/isolation/runs'

/** The last look at every company's file. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const after = toId(query.get('after'))
  const run = findLastRun(platform)
  return {
    ...{ title: pageTitle(args, 'isolation.title'), run, isFirst: after === undefined },
    ...(run ? listFindings(platform, run.id, after) : { rows: [], hasNext: false }),
    isStarted: query.get('note') === 'started',
    mayRun: platformCan(user.role, 'health.write'),
  }
}

export default function IsolationReport() {
  const { run, rows, hasNext, isFirst, isStarted, mayRun } = useLoaderData<typeof loader>()
  const t = useT()
  const last = rows.at(-1)
  return (
    <HealthPage
      title={t('isolation.title')}
      description={t('isolation.lead')}
      actions={
        mayRun && (
          <Form method="post" action={RUNS}>
            <SubmitButton action={RUNS}>{t('isolation.run')}</SubmitButton>
          </Form>
        )
      }
    >
      {isStarted && run?.finishedAt === null && (
        <div role="status">
          <Notice>{t('isolation.started')}</Notice>
        </div>
      )}
      {run && <Verdict run={run} />}
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            icon={<ShieldCheck aria-hidden />}
            title={t(run ? 'isolation.none' : 'isolation.never')}
          >
            {t('isolation.noneLead')}
          </EmptyState>
        ) : (
          <FindingTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : '/admin/isolation'}
          nextTo={hasNext && last ? `/admin/isolation?after=${last.id}` : undefined}
        />
      </Card>
    </HealthPage>
  )
}

function Verdict({ run }: { run: AuditRun }) {
  const t = useT()
  const tone = run.findings > 0 ? 'bad' : run.finishedAt === null ? 'info' : 'good'
  const words =
    run.finishedAt === null
      ? t('isolation.underWay', { done: run.files, all: run.companies })
      : run.findings > 0
        ? t('isolation.broken', { count: run.findings })
        : t('isolation.whole', { count: run.files })
  return (
    <Notice tone={tone}>
      {words} <Time at={run.finishedAt ?? run.startedAt} /> ·{' '}
      {t('isolation.by', { name: run.startedBy })}
    </Notice>
  )
}

function FindingTable({ rows }: { rows: ShownFinding[] }) {
  const t = useT()
  return (
    <Table
      caption={t('isolation.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          header: t('isolation.finding'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              {t(`isolation.kind_${row.kind}`)}
              {isInformational(row.kind) && <Badge>{t('isolation.informs')}</Badge>}
            </span>
          ),
        },
        {
          header: t('health.company'),
          cell: (row) =>
            row.tenantId && row.company ? (
              <Link to={`/admin/companies/${row.tenantId}`} className="hover:underline">
                {row.company}
              </Link>
            ) : (
              '–'
            ),
        },
        {
          header: t('isolation.subject'),
          cell: (row) => <code className="text-small break-all">{row.subject || '–'}</code>,
        },
        {
          header: t('isolation.detail'),
          cell: (row) => <code className="text-small break-all">{row.detail || '–'}</code>,
        },
      ]}
    />
  )
}
