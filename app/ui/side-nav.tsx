import { ChevronsUpDown } from 'lucide-react'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { PresenceDot } from './assignment/presence-dot.tsx'
import { Avatar } from './avatar.tsx'
import { CountBadge } from './badge.tsx'
import { BellLink } from './bell.tsx'
import type { BellFacts } from './bell.tsx'
import { classes } from './classes.ts'
import { Menu } from './menu.tsx'
import { AccountMenu } from './shell-parts.tsx'
import type { NavItem, ShellAccount, ShellCompany } from './shell-parts.tsx'
import { useT } from './i18n-provider.tsx'

/** Navigation at the side, from 768 px; icons alone until 1280 px. */
export function SideNav(props: {
  company: ShellCompany
  items: NavItem[]
  tools?: ReactNode
  bell?: BellFacts
  account: ShellAccount
}) {
  const { company, items, tools, bell, account } = props
  const t = useT()
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-4 border-r p-3 md:flex">
      <div className="flex items-center gap-1 max-xl:flex-col max-xl:gap-3">
        <Link
          to={company.to ?? '/'}
          className="flex h-9 min-w-0 flex-1 items-center gap-2.5 rounded-md px-1 max-xl:justify-center"
          title={company.name}
        >
          <Avatar name={company.name} imageUrl={company.logoUrl} shape="square" />
          <span className="truncate font-semibold max-xl:sr-only">{company.name}</span>
        </Link>
        {bell && <BellLink bell={bell} />}
      </div>
      {tools}
      <nav
        aria-label={t('common.mainMenu')}
        className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto -mx-1 px-1 py-1"
      >
        {items.map((item) => (
          <SideLink key={item.to} item={item} />
        ))}
      </nav>
      <Menu
        placement="above-start"
        triggerClassName="flex h-11 items-center gap-2.5 rounded-md px-1 hover:bg-hover max-xl:justify-center"
        trigger={
          <>
            <span className="relative">
              <Avatar name={account.name} imageUrl={account.imageUrl} />
              {account.presence && (
                <span className="absolute -right-0.5 -bottom-1 flex rounded-full bg-surface p-0.5">
                  <PresenceDot presence={account.presence.chosen} />
                </span>
              )}
            </span>
            <span className="min-w-0 flex-1 truncate text-left font-medium max-xl:sr-only">
              <span className="sr-only">{t('common.account')}: </span>
              {account.name}
            </span>
            <ChevronsUpDown className="size-4 shrink-0 text-faint max-xl:hidden" aria-hidden />
          </>
        }
      >
        <AccountMenu account={account} />
      </Menu>
    </header>
  )
}

function SideLink({ item }: { item: NavItem }) {
  const { to, label, icon: Icon, active, badge = 0, badgeLabel = label } = item
  return (
    <Link
      to={to}
      prefetch="intent"
      title={label}
      aria-current={active ? 'page' : undefined}
      className={classes(
        'relative flex h-9 shrink-0 items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors max-xl:justify-center max-xl:px-0',
        active ? 'bg-accent-soft text-accent-ink' : 'text-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Icon className="size-[1.125rem] shrink-0" aria-hidden />
      <span className="flex-1 truncate max-xl:sr-only">{label}</span>
      <span className="flex max-xl:absolute max-xl:top-0 max-xl:right-0 max-xl:origin-top-right max-xl:scale-75">
        <CountBadge count={badge} label={badgeLabel} />
      </span>
    </Link>
  )
}
