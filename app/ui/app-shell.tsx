import type { ReactNode } from 'react'
import type { BellFacts } from './bell.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { NavigationProgress } from './progress.tsx'
import { SideNav } from './side-nav.tsx'
import type { NavItem, ShellAccount, ShellCompany } from './shell-parts.tsx'
import { ToastRegion } from './toast.tsx'
import type { ToastMessage } from './toast.tsx'
import { useT } from './i18n-provider.tsx'

/**
 * The frame of every signed-in page: navigation at the side of a desk (a rail of icons where the
 * window is middling), a bar at the bottom of a phone. `notice` is for what concerns every page.
 * `fill` is for pages that scroll inside their own panes, such as the inbox.
 */
export function AppShell(props: {
  company: ShellCompany
  items: NavItem[]
  /** what stands above the navigation at the side of a desk */
  tools?: ReactNode
  bell?: BellFacts
  account: ShellAccount
  notice?: ReactNode
  fill?: boolean
  /** What the last action left to be said once. */
  flash?: ToastMessage
  children: ReactNode
}) {
  const { company, items, tools, bell, account, notice, fill, flash, children } = props
  const t = useT()
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[4rem_minmax(0,1fr)] xl:grid-cols-[14.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 font-medium text-accent-on focus:translate-y-0"
      >
        {t('common.skipToContent')}
      </a>
      <NavigationProgress />
      <SideNav company={company} items={items} tools={tools} bell={bell} account={account} />
      <main
        id="content"
        tabIndex={-1}
        className={
          fill
            ? 'pane-height flex flex-col overflow-hidden outline-none'
            : 'pb-(--bottom-bar) outline-none'
        }
      >
        <OfflineNotice />
        {notice}
        <ToastRegion flash={flash}>
          {fill ? <div className="min-h-0 flex-1">{children}</div> : children}
        </ToastRegion>
      </main>
      <BottomBar items={items} bell={bell} account={account} />
    </div>
  )
}
