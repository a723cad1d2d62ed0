import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CircleCheck } from 'lucide-react'
import { listFailedJobs } from '#app/domain/company/failed-work.server.ts'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { FailedTable } from '#app/ui/settings/failed-table.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

const notes = {
  queued: 'settings.failedQueued',
  dismissed: 'settings.failedDismissed',
  gone: 'settings.failedGone',
} as const

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'jobs.retry')
  const query = new URL(request.url).searchParams
  const after = decodeCursor(query.get('after') ?? '')
  const { rows, next } = listFailedJobs(db, after)
  const note = query.get('note')
  return {
    title: pageTitle(args, 'settings.failedJobs'),
    frame: toSettingsFrame(member, request),
    ...{ rows, isFirst: !after, next: next && encodeCursor(next) },
    note: note && Object.hasOwn(notes, note) ? (note as keyof typeof notes) : undefined,
  }
}

export default function FailedJobs() {
  const t = useT()
  const { frame, rows, isFirst, next, note } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="failed-jobs" frame={frame} hasOwnPermission>
      {note && (
        <div role="status">
          <Notice tone={note === 'gone' ? 'info' : 'good'}>{t(notes[note])}</Notice>
        </div>
      )}
      <Card title={t('settings.failedTitle')} description={t('settings.failedLead')} flush>
        {rows.length === 0 ? (
          <EmptyState compact icon={<CircleCheck aria-hidden />} title={t('settings.failedNone')}>
            {t('settings.failedNoneLead')}
          </EmptyState>
        ) : (
          <FailedTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : '/settings/failed-jobs'}
          nextTo={next && `/settings/failed-jobs?after=${next}`}
        />
      </Card>
    </SettingsPage>
  )
}
