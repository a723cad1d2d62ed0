import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useRevalidator } from '@remix-run/react'
import { Bell, CheckCheck } from 'lucide-react'
import { listNotifications } from '#app/domain/notifications/list.server.ts'
import { countUnread } from '#app/domain/notifications/unread.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { CountBadge } from '#app/ui/badge.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { useLiveNews } from '#app/ui/inbox/live.tsx'
import { NotificationList } from '#app/ui/notifications/notification-list.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context)
  const query = new URL(request.url).searchParams
  const onlyUnread = query.get('show') === 'unread'
  const asked = query.get('before') ?? ''
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined
  const { rows, next } = listNotifications(db, member, { onlyUnread, before })
  const title = pageTitle(args, 'notifications.title')
  return { title, rows, next, onlyUnread, isFirst: !before, unread: countUnread(db, member) }
}

export default function Notifications() {
  const { rows, next, onlyUnread, isFirst, unread } = useLoaderData<typeof loader>()
  const t = useT()
  useFollow()
  const address = (show: string | undefined, before?: number) => {
    const query = new URLSearchParams()
    if (show) query.set('show', show)
    if (before) query.set('before', String(before))
    return `/notifications${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  const show = onlyUnread ? 'unread' : undefined
  const tabs = [
    { to: address(undefined), label: t('notifications.all'), active: !onlyUnread },
    {
      ...{ to: address('unread'), label: t('notifications.unread'), active: onlyUnread },
      badge: <CountBadge count={unread} label={t('notifications.bell', { count: unread })} />,
    },
  ]
  return (
    <Page>
      <PageHeader
        title={t('notifications.title')}
        description={t('notifications.lead')}
        actions={
          <LinkButton to="/profile/notifications">{t('notifications.preferences')}</LinkButton>
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tabs label={t('notifications.filter')} tabs={tabs} />
        {unread > 0 && rows[0] && <MarkAll upToId={rows[0].id} />}
      </div>
      <Card flush>
        {rows.length === 0 ? <Nothing onlyUnread={onlyUnread} /> : <NotificationList rows={rows} />}
        <Pagination
          previousTo={isFirst ? undefined : address(show)}
          nextTo={next ? address(show, next) : undefined}
        />
      </Card>
    </Page>
  )
}

/** What is new appears by itself, and what was read elsewhere is read here. */
function useFollow() {
  const { revalidate } = useRevalidator()
  useLiveNews((news) => {
    const isOurs =
      news.kind !== 'changes' ||
      news.changes.some(
        ({ kind }) => kind === 'notification.created' || kind === 'notification.read',
      )
    if (isOurs) revalidate()
  })
}

/** Up to what the page shows: what came since is still new. */
function MarkAll({ upToId }: { upToId: number }) {
  const t = useT()
  return (
    <Form method="post" action="/notifications/reads">
      <input type="hidden" name="upTo" value={upToId} />
      <SubmitButton
        variant="quiet"
        action="/notifications/reads"
        icon={<CheckCheck className="size-4" aria-hidden />}
      >
        {t('notifications.markAllRead')}
      </SubmitButton>
    </Form>
  )
}

function Nothing({ onlyUnread }: { onlyUnread: boolean }) {
  const t = useT()
  return (
    <EmptyState
      icon={<Bell aria-hidden />}
      title={t(onlyUnread ? 'notifications.emptyUnreadTitle' : 'notifications.emptyTitle')}
      action={
        !onlyUnread && (
          <LinkButton to="/profile/notifications">{t('notifications.preferences')}</LinkButton>
        )
      }
    >
      {t(onlyUnread ? 'notifications.emptyUnreadLead' : 'notifications.emptyLead')}
    </EmptyState>
  )
}
