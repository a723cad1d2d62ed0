import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Megaphone } from 'lucide-react'
import { stateOf } from '#app/platform/announcements/announcement.ts'
import type { AnnouncementState } from '#app/platform/announcements/announcement.ts'
import { listAnnouncements } from '#app/platform/announcements/list.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { AnnouncementTable } from '#app/routes/admin/announcement-table.tsx'
import { ControlTabs } from '#app/ui/control/control-tabs.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const STATES: readonly AnnouncementState[] = ['running', 'planned', 'over']
const notes = { saved: 'control.announcementSaved', ended: 'control.announcementEnded' } as const

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const now = Date.now()
  const search = query.get('q')?.slice(0, 200) ?? ''
  const state = STATES.find((one) => one === query.get('state'))
  const before = Number(query.get('before')) || undefined
  const { rows, next } = listAnnouncements(platform, { search, state, before, now })
  return {
    title: pageTitle(args, 'control.announcements'),
    rows: rows.map((row) => ({ ...row, state: stateOf(row, now) })),
    ...{ next, search, state, isFirst: !before },
    note: notes[query.get('note') as keyof typeof notes] as
      (typeof notes)[keyof typeof notes] | undefined,
    mayChange: platformCan(user.role, 'control.write'),
  }
}

export default function Announcements() {
  const { rows, next, search, state, isFirst, note, mayChange } = useLoaderData<typeof loader>()
  const t = useT()
  const address = (other: Record<string, string | number | undefined>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ q: search, state, ...other }))
      if (value) query.set(name, String(value))
    return `/admin/announcements${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  return (
    <Page width="wide">
      <PageHeader
        title={t('control.title')}
        description={t('control.announcementsLead')}
        actions={
          mayChange && (
            <LinkButton to="/admin/announcements/new" variant="primary">
              {t('control.newAnnouncement')}
            </LinkButton>
          )
        }
      />
      <ControlTabs at="announcements" />
      {note && (
        <div role="status">
          <Notice tone="good">{t(note)}</Notice>
        </div>
      )}
      <Tabs
        label={t('control.state')}
        tabs={[
          { to: address({ state: undefined }), label: t('control.allStates'), active: !state },
          ...STATES.map((one) => ({
            ...{ to: address({ state: one }), label: t(`control.state_${one}`) },
            active: state === one,
          })),
        ]}
      />
      <SearchField
        label={t('control.searchAnnouncements')}
        defaultValue={search}
        action="/admin/announcements"
        keep={{ state }}
      />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState
            compact
            icon={<Megaphone aria-hidden />}
            title={t(search || state ? 'control.noneFound' : 'control.noAnnouncements')}
          >
            {!search && !state && t('control.noAnnouncementsLead')}
          </EmptyState>
        ) : (
          <AnnouncementTable rows={rows} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : address({})}
          nextTo={next ? address({ before: next }) : undefined}
        />
      </Card>
    </Page>
  )
}
