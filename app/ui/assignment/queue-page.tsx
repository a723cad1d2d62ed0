import { useSearchParams } from '@remix-run/react'
import { Eye, Inbox, Lock, Users } from 'lucide-react'
import { queueViews, QUEUE_COUNT_MAX } from '#app/domain/assignment/queue-view.ts'
import { Card } from '../card.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Pagination } from '../pagination.tsx'
import { SearchField } from '../search-field.tsx'
import { EmptyState } from '../states.tsx'
import { Tabs } from '../tabs.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { BulkBar, BULK_FORM } from './bulk-bar.tsx'
import { QueuePreviewPane } from './queue-preview.tsx'
import { QueueRowLine } from './queue-row.tsx'
import type { QueueData } from './shown.ts'

/** What nobody owns: the list at the left, a look at one at the right (over it on a phone). */
export function QueuePage({ data }: { data: QueueData }) {
  const t = useT()
  const { view, search, rows, next, cursor, counts, preview, dialog, me, isHidden } = data
  const address = useQueueAddress(data)
  if (isHidden)
    return (
      <Page>
        <PageHeader title={t('assignment.queue')} />
        <EmptyState icon={<Lock aria-hidden />} title={t('assignment.hiddenTitle')}>
          {t('assignment.hiddenLead')}
        </EmptyState>
      </Page>
    )
  const count = (value: number) => (value >= QUEUE_COUNT_MAX ? `${QUEUE_COUNT_MAX}+` : value)
  return (
    <Page width="wide">
      <PageHeader title={t('assignment.queue')} description={t('assignment.queueLead')} />
      <Said data={data} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tabs
          label={t('assignment.views')}
          tabs={queueViews.map((name) => ({
            to: address({ view: name, after: '', preview: '' }),
            label: t(`assignment.view.${name}`),
            active: name === view,
            badge: <span className="text-faint tabular-nums">{count(counts[name])}</span>,
          }))}
        />
        <div className="w-full sm:w-72">
          <SearchField label={t('assignment.search')} defaultValue={search} keep={{ view }} />
        </div>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card flush className={preview ? 'max-lg:hidden' : undefined}>
          {rows.length === 0 ? (
            <NoRows data={data} />
          ) : (
            <>
              {me.canReply && <BulkBar data={data} />}
              <ul aria-label={t(`assignment.view.${view}`)}>
                {rows.map((row) => (
                  <QueueRowLine
                    key={row.id}
                    row={row}
                    data={data}
                    isOpen={preview?.id === row.id}
                    previewTo={address({ preview: String(row.id) })}
                    assignTo={address({ assign: '', id: String(row.id) })}
                    returnTo={address({})}
                    form={BULK_FORM}
                  />
                ))}
              </ul>
            </>
          )}
          <Pagination
            previousTo={cursor ? address({ after: '', preview: '' }) : undefined}
            nextTo={next && address({ after: next, preview: '' })}
          />
        </Card>
        {preview ? (
          <QueuePreviewPane
            preview={preview}
            me={me}
            closeTo={address({ preview: '' })}
            assignTo={address({ assign: '', id: String(preview.id) })}
            returnTo={address({ preview: '' })}
          />
        ) : (
          <div className="rounded-md border border-dashed max-lg:hidden">
            <EmptyState compact icon={<Eye aria-hidden />} title={t('assignment.preview')}>
              {t('assignment.previewNone')}
            </EmptyState>
          </div>
        )}
      </div>
      {dialog && (
        <AssignDialog
          data={dialog}
          meId={me.id}
          strategy={data.strategy}
          closeTo={address({})}
          problem={data.problem}
        />
      )}
    </Page>
  )
}

/** Addresses of this page that change one thing and keep the rest. */
function useQueueAddress({ view, search, cursor }: QueueData) {
  const [params] = useSearchParams()
  const now = { view, q: search, after: cursor, preview: params.get('preview') ?? '' }
  return (change: Partial<typeof now> & { assign?: string; id?: string }) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...now, ...change }))
      if (value || name === 'assign') query.set(name, value)
    return `/queue?${query.toString()}`
  }
}

/** What the last action did, or why it did nothing. */
function Said({ data }: { data: QueueData }) {
  const t = useT()
  const errorText = useErrorText()
  const { done, problem, isNothingTicked, dialog } = data
  if (problem && !dialog) return <Notice tone="bad">{errorText(problem)}</Notice>
  if (isNothingTicked) return <Notice tone="warn">{errorText('nothing_ticked')}</Notice>
  if (!done) return null
  return (
    <div role="status">
      <Notice tone={done.left > 0 ? 'warn' : 'good'}>{t('assignment.done', done)}</Notice>
    </div>
  )
}

function NoRows({ data }: { data: QueueData }) {
  const t = useT()
  const { search, view } = data
  if (search)
    return (
      <EmptyState title={t('common.noResults', { query: search })}>
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  const Icon = view === 'person' ? Inbox : Users
  return (
    <EmptyState icon={<Icon aria-hidden />} title={t(`assignment.empty.${view}`)}>
      {t(`assignment.emptyLead.${view}`)}
    </EmptyState>
  )
}
