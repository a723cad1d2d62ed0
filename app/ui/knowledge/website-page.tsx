import type { ReactNode } from 'react'
import { Form } from '@remix-run/react'
import { Badge } from '../badge.tsx'
import { Button, LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Pagination } from '../pagination.tsx'
import { Progress } from '../progress.tsx'
import { SearchField } from '../search-field.tsx'
import { Tabs } from '../tabs.tsx'
import { Time } from '../time.tsx'
import { useReading } from './use-reading.ts'
import { WebsitePages } from './website-pages.tsx'
import type { PageRow } from './website-pages.tsx'
import { toReason, websiteStates } from './website-words.ts'
import type { WebsiteState } from './website-words.ts'

type Filter = 'all' | 'new' | 'changed' | 'gone' | 'failed' | 'skipped'

export type WebsiteView = {
  site: {
    id: number
    startUrl: string
    state: WebsiteState
    failureReason: string | null
    finishedAt: number | null
    nextRunAt: number | null
  }
  show: Filter
  search: string
  isFirst: boolean
  counts: Record<Filter | 'waiting' | 'read', number>
  list: { items: PageRow[]; nextAfter: number | null }
  mayWrite: boolean
}

const filters = [
  ['all', 'websites.show_all'],
  ['new', 'websites.show_new'],
  ['changed', 'websites.show_changed'],
  ['gone', 'websites.show_gone'],
  ['failed', 'websites.show_failed'],
  ['skipped', 'websites.show_skipped'],
] as const

/** One website: how far reading is, what was found, what every page became. */
export function WebsitePage({ view }: { view: WebsiteView }) {
  const { site, counts, show, search, list, mayWrite, isFirst } = view
  const t = useT()
  const isReading = site.state === 'reading'
  useReading(isReading)
  const to = `/knowledge/websites/${site.id}`
  const listAt = (filter: Filter, after?: number) => {
    const query = new URLSearchParams()
    if (filter !== 'all') query.set('show', filter)
    if (search) query.set('q', search)
    if (after) query.set('after', String(after))
    return query.size > 0 ? `${to}?${query.toString()}` : to
  }
  const tabs = filters.map(([filter, label]) => ({
    ...{ to: listAt(filter), active: filter === show },
    label: `${t(label)} (${counts[filter]})`,
  }))
  return (
    <Page width="wide">
      <PageHeader
        title={new URL(site.startUrl).host}
        description={site.startUrl}
        back={{ to: '/knowledge/websites', label: t('websites.title') }}
        actions={mayWrite && <Actions site={site} count={counts.read} />}
      />
      {site.state === 'failed' && <Notice tone="bad">{t(toReason(site.failureReason))}</Notice>}
      {isReading && (
        <Progress
          label={t('websites.progress')}
          done={counts.all - counts.waiting}
          total={counts.all}
        />
      )}
      <Facts view={view} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tabs label={t('websites.show')} tabs={tabs} />
        <div className="w-full sm:w-72">
          <SearchField label={t('websites.search')} defaultValue={search} action={to} />
        </div>
      </div>
      <Card flush>
        {list.items.length === 0 ? (
          <p className="px-4 py-8 text-center text-soft">{t('websites.noPages')}</p>
        ) : (
          <WebsitePages rows={list.items} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : listAt(show)}
          nextTo={list.nextAfter ? listAt(show, list.nextAfter) : undefined}
        />
      </Card>
    </Page>
  )
}

function Facts({ view: { site, counts } }: { view: WebsiteView }) {
  const t = useT()
  const { number } = useFormat()
  const { label, tone } = websiteStates[site.state]
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Fact label={t('knowledge.state')}>
          <Badge tone={tone}>{t(label)}</Badge>
        </Fact>
        <Fact label={t('websites.pagesRead')}>{number(counts.read)}</Fact>
        <Fact label={t('websites.lastRead')}>
          {site.finishedAt ? <Time at={site.finishedAt} /> : '–'}
        </Fact>
        <Fact label={t('websites.next')}>
          {site.nextRunAt ? <Time at={site.nextRunAt} /> : t('websites.notSet')}
        </Fact>
      </dl>
    </Card>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}

function Actions({ site, count }: { site: WebsiteView['site']; count: number }) {
  const t = useT()
  const to = `/knowledge/websites/${site.id}`
  const isReading = site.state === 'reading'
  return (
    <>
      <Form method="post" action={`${to}/${isReading ? 'cancellation' : 'reading'}`}>
        <Button type="submit">{t(isReading ? 'websites.cancel' : 'websites.again')}</Button>
      </Form>
      <LinkButton to={`${to}/settings`}>{t('websites.settings')}</LinkButton>
      <ConfirmDialog
        id="delete"
        trigger={t('common.delete')}
        title={t('websites.deleteTitle', { name: new URL(site.startUrl).host })}
        action={`${to}/deletion`}
        confirmLabel={t('common.delete')}
      >
        {t('websites.deleteLead', { count })}
      </ConfirmDialog>
    </>
  )
}
