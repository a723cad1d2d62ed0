import { Bell, Ellipsis } from 'lucide-react'
import { Link } from '@remix-run/react'
import type { BellFacts } from './bell.tsx'
import { CountBadge } from './badge.tsx'
import { classes } from './classes.ts'
import { Menu, MenuLine, MenuLink } from './menu.tsx'
import { AccountMenu } from './shell-parts.tsx'
import type { NavItem, ShellAccount } from './shell-parts.tsx'
import { useT } from './i18n-provider.tsx'

const IN_VIEW = 4

/** Navigation on a phone: the first four, and the rest with the account under “More”. */
export function BottomBar(props: { items: NavItem[]; bell?: BellFacts; account: ShellAccount }) {
  const { items, bell, account } = props
  const t = useT()
  const rest = items.slice(IN_VIEW)
  const restActive = rest.some((item) => item.active) || Boolean(bell?.active)
  return (
    <nav
      aria-label={t('common.mainMenu')}
      className="fixed inset-x-0 bottom-0 z-30 grid h-(--bottom-bar) auto-cols-fr grid-flow-col border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {items.slice(0, IN_VIEW).map((item) => (
        <Link
          key={item.to}
          to={item.to}
          aria-current={item.active ? 'page' : undefined}
          className={barItem(item.active)}
        >
          <item.icon className="size-5" aria-hidden />
          <span className="max-w-full truncate">{item.label}</span>
          <span className="absolute top-0.5 left-1/2 ml-1 scale-85">
            <CountBadge count={item.badge ?? 0} label={item.badgeLabel ?? item.label} />
          </span>
        </Link>
      ))}
      <Menu
        placement="above-end"
        triggerClassName={barItem(restActive)}
        trigger={
          <>
            <Ellipsis className="size-5" aria-hidden />
            <span>{t('common.more')}</span>
            {bell && (
              <span className="absolute top-0.5 left-1/2 ml-1 scale-85">
                <CountBadge count={bell.count} label={bell.label} />
              </span>
            )}
          </>
        }
      >
        {bell && (
          <MenuLink to={bell.to} icon={<Bell aria-hidden />}>
            <span className="flex flex-1 items-center justify-between gap-2">
              {bell.title}
              <CountBadge count={bell.count} label={bell.label} />
            </span>
          </MenuLink>
        )}
        {rest.map((item) => (
          <MenuLink key={item.to} to={item.to} icon={<item.icon aria-hidden />}>
            {item.label}
          </MenuLink>
        ))}
        {rest.length > 0 && <MenuLine />}
        <AccountMenu account={account} />
      </Menu>
    </nav>
  )
}

function barItem(active: boolean) {
  return classes(
    'relative flex h-14 flex-col items-center justify-center gap-1 px-1 text-small -outline-offset-2!',
    active ? 'font-semibold text-accent' : 'font-medium text-faint',
  )
}
