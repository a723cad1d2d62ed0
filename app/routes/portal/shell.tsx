import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useMatches } from '@remix-run/react'
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { findPresence } from '#app/domain/assignment/presence.server.ts'
import { lastChangeId } from '#app/domain/changes/record.server.ts'
import { countCalls } from '#app/domain/conversations/counts.server.ts'
import { reachOf } from '#app/domain/conversations/reach.server.ts'
import { can, listPermissions } from '#app/domain/members/permissions.ts'
import { countUnread } from '#app/domain/notifications/unread.server.ts'
import { countDueTasks } from '#app/domain/tasks/list.server.ts'
import { isOwnerVerified } from '#app/domain/members/verify-owner.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readReader } from '#app/server/reader.server.ts'
import type { Support } from '#app/server/support/service.server.ts'
import { useSignsOfLife } from '#app/ui/assignment/use-signs-of-life.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import type { BannerFacts } from '#app/ui/support/support-banner.tsx'
import { ConnectionNotice } from '#app/ui/inbox/connection-notice.tsx'
import { LiveProvider, useLive } from '#app/ui/inbox/live.tsx'
import { useInstalled } from '#app/ui/inbox/use-installed.ts'
import { portalNav } from '#app/ui/inbox/portal-nav.ts'
import { Commands } from '#app/ui/palette/commands.tsx'
import { PaletteButton } from '#app/ui/palette/palette-button.tsx'
import {
  AnnouncementBar,
  DemoBanner,
  PlanBanner,
  SetupBanner,
  SupportBanner,
  VerifyBanner,
} from './shell-islands.ts'

export function loader({ context }: LoaderFunctionArgs) {
  const { db, tenant, member, billing, support, onboarding, flags, news } = requireMember(context)
  const { brand, language } = readReader(context.baraza, null)
  const canConverse = can(member, 'conversations.read')
  const { name, email, theme } = member
  return {
    changeId: lastChangeId(db),
    calls: canConverse ? countCalls(db, member) : 0,
    unread: countUnread(db, member),
    due: can(member, 'conversations.reply') ? countDueTasks(db, member, Date.now()) : 0,
    company: { name: brand.name, logoUrl: brand.logoUrl },
    account: { name, email, theme, language },
    presence: findPresence(db, member.id)?.chosen ?? 'online',
    plan: can(member, 'billing.read') ? billing.shellNotice(member.id) : undefined,
    setup: can(member, 'settings.write') ? onboarding.underWay() : undefined,
    unverified: isOwnerVerified(db) ? undefined : { email, isOwner: member.role === 'owner' },
    permissions: listPermissions(member),
    without: [
      ...(reachOf(db, member).unassigned ? [] : ['/queue']),
      ...(flags.has('simulator') ? [] : ['/simulator']),
    ],
    canConverse,
    visit: support && toBannerFacts(support),
    demoUntil: tenant.demoExpiresAt,
    news: support ? [] : news.listFor(member, language),
  }
}

function toBannerFacts({ userName: name, reason, expiresAt, mayChange }: Support): BannerFacts {
  return { name, reason, expiresAt, mayChange, now: Date.now() }
}

/** The frame changes when settings or one's own account do; the badge has its own live news. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs) {
  return formAction !== undefined && !formAction.startsWith('/conversations')
}

export default function Shell() {
  const { changeId, calls, unread, canConverse } = useLoaderData<typeof loader>()
  return (
    <LiveProvider after={changeId} calls={calls} unread={unread} isOn={canConverse}>
      <Frame />
    </LiveProvider>
  )
}

function Frame() {
  const {
    company,
    account,
    presence,
    permissions,
    without,
    unverified,
    due,
    canConverse,
    plan,
    setup,
    visit,
    demoUntil,
    news,
  } = useLoaderData<typeof loader>()
  useSignsOfLife(visit ? undefined : '/presence/activity')
  const t = useT()
  const { pathname } = useLocation()
  const { calls, unread } = useLive()
  useInstalled(unread)
  const fill = useMatches().some(({ handle }) => (handle as { fill?: boolean } | undefined)?.fill)
  const items = portalNav
    .filter(({ permission }) => permissions.includes(permission))
    .filter(({ to }) => !without.includes(to))
    .map(({ to, label, icon }) => ({
      ...{ to, icon, label: t(label) },
      active: pathname === to || pathname.startsWith(`${to}/`),
      ...(to === '/conversations' && {
        badge: calls,
        badgeLabel: t('inbox.navBadge', { count: calls }),
      }),
      ...(to === '/today' && { badge: due, badgeLabel: t('tasks.navBadge', { count: due }) }),
    }))
  return (
    <AppShell
      company={{ ...company, to: '/conversations' }}
      items={items}
      tools={canConverse && <PaletteButton />}
      bell={
        visit
          ? undefined
          : {
              ...{ to: '/notifications', title: t('notifications.title'), count: unread },
              label: t('notifications.bell', { count: unread }),
              active: pathname === '/notifications',
            }
      }
      account={{
        ...account,
        ...(visit
          ? { signOutAction: '/support/ending', isFixed: true }
          : {
              ...{ profileTo: '/profile', signOutAction: '/logout' },
              presence: { chosen: presence, action: '/presence' },
            }),
        preferencesAction: '/preferences',
      }}
      notice={
        <>
          {visit && <SupportBanner visit={visit} />}
          {demoUntil !== null && <DemoBanner until={demoUntil} />}
          <ConnectionNotice />
          {news.map((one) => (
            <AnnouncementBar key={one.id} announcement={one} />
          ))}
          {unverified && <VerifyBanner {...unverified} />}
          {setup && !pathname.startsWith('/setup') && <SetupBanner {...setup} />}
          {plan && pathname !== '/settings/billing' && <PlanBanner notice={plan} />}
        </>
      }
      fill={fill}
    >
      <Outlet />
      {canConverse && <Commands permissions={permissions} without={without} />}
    </AppShell>
  )
}
