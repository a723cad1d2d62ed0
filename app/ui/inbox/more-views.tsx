import { Form, Link, useLocation } from '@remix-run/react'
import { Bookmark, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import type { InboxView } from '#app/domain/conversations/inbox-view.ts'
import type { InboxTab } from '#app/domain/conversations/inbox-words.ts'
import { Button } from '../button.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Menu, MenuHeading, MenuLine } from '../menu.tsx'
import { ShareBox } from '../views/share-box.tsx'
import { menuChoice } from './menu-choice.ts'
import type { InboxData } from './page-data.ts'
import { TabCount, tabLook } from './tab-parts.tsx'

const more = ['unread', 'mentions', 'waiting', 'snoozed'] as const

/** The further views, the saved ones, and the way to save this one. */
export function MoreViews({ data, path }: { data: InboxData; path: string }) {
  const { view, counts, choices, me } = data
  const t = useT()
  const current = more.find((tab) => tab === view.tab)
  const to = (wish: Partial<InboxView>) =>
    path + inboxQuery({ ...view, status: undefined, needsPerson: false, ...wish })
  return (
    <Menu
      placement="below-start"
      label={current ? undefined : t('views.more')}
      triggerClassName={`${tabLook(current !== undefined)} cursor-pointer list-none`}
      trigger={
        <>
          {current && <span className="max-w-24 truncate">{t(`views.tab.${current}`)}</span>}
          <ChevronDown className="my-0.5 size-4" aria-hidden />
        </>
      }
    >
      <div className="max-h-[70vh] w-60 overflow-y-auto">
        {more.map((tab) => (
          <ViewLink key={tab} to={to({ tab })} isActive={view.tab === tab}>
            <span className="flex-1">{t(`views.tab.${tab}`)}</span>
            <TabCount count={counts[tab as Exclude<InboxTab, 'all'>]} />
          </ViewLink>
        ))}
        <ViewLink to={to({ needsPerson: true, tab: 'all' })} isActive={view.needsPerson}>
          {t('views.needsPerson')}
        </ViewLink>
        <ViewLink
          to={to({ status: 'closed', tab: view.tab === 'mine' ? 'mine' : 'all' })}
          isActive={view.status === 'closed'}
        >
          {t('views.closed')}
        </ViewLink>
        {choices.savedViews.length > 0 && (
          <>
            <MenuLine />
            <MenuHeading>{t('views.saved')}</MenuHeading>
            {choices.savedViews.map((saved) => (
              <ViewLink
                key={saved.id}
                to={path + saved.query}
                isActive={saved.query === inboxQuery(view)}
              >
                <Bookmark className="size-4 shrink-0 text-faint" aria-hidden />
                <span className="flex-1 truncate">{saved.name}</span>
                {saved.isShared && (
                  <span className="text-small text-faint">{t('views.shared')}</span>
                )}
              </ViewLink>
            ))}
          </>
        )}
        {me.canReply && <SaveView view={view} canShare={me.canShare} />}
      </div>
    </Menu>
  )
}

function ViewLink(props: { to: string; isActive: boolean; children: ReactNode }) {
  return (
    <Link
      to={props.to}
      preventScrollReset
      aria-current={props.isActive ? 'true' : undefined}
      className={classes(
        menuChoice,
        props.isActive && 'font-medium text-accent-ink bg-accent-soft',
      )}
    >
      {props.children}
    </Link>
  )
}

function SaveView({ view, canShare }: { view: InboxView; canShare: boolean }) {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <>
      <MenuLine />
      <Form method="post" action="/views" className="flex flex-col gap-2 p-2.5">
        <input type="hidden" name="query" value={inboxQuery({ ...view, search: '' })} />
        <input type="hidden" name="returnTo" value={pathname + search} />
        <label className="flex flex-col gap-1">
          <span className="text-small font-medium">{t('views.save')}</span>
          <input
            name="name"
            maxLength={60}
            required
            placeholder={t('views.name')}
            autoComplete="off"
            className="control"
          />
        </label>
        {canShare && <ShareBox isOn={false} />}
        <Button type="submit" size="small" className="self-start">
          {t('common.save')}
        </Button>
      </Form>
      <Link to="/views" className={`${menuChoice} text-soft`}>
        {t('views.manage')}
      </Link>
    </>
  )
}
