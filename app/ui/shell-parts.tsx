import { LogOut, User } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Presence } from '#app/domain/assignment/presence.ts'
import type { Language } from '#app/i18n/languages.ts'
import { PresenceChoice } from './assignment/presence-choice.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import type { Theme } from './preferences.tsx'
import { MenuAction, MenuLine, MenuLink } from './menu.tsx'
import { useT } from './i18n-provider.tsx'

export type NavItem = {
  to: string
  label: string
  icon: LucideIcon
  active: boolean
  /** Something to see to, as a number; `badgeLabel` says of what. */
  badge?: number
  badgeLabel?: string
}

export type ShellCompany = { name: string; logoUrl?: string | null; to?: string }

export type ShellAccount = {
  name: string
  email: string
  imageUrl?: string | null
  /** Address of the member's own profile page. */
  profileTo?: string
  /** Where signing out is posted. */
  signOutAction: string
  /** Where theme and language are posted; see `preferences.tsx`. */
  preferencesAction: string
  /** theme and language are not chosen here */
  isFixed?: boolean
  theme: Theme
  language: Language
  /** How the member wants to be seen, and where that is posted; left out where nobody asks. */
  presence?: { chosen: Presence; action: string }
}

/** Who one is, how things look, and the way out: the same on a desk and on a phone. */
export function AccountMenu({ account }: { account: ShellAccount }) {
  const t = useT()
  return (
    <>
      <div className="px-2.5 pt-2 pb-1.5">
        <p className="truncate font-medium">{account.name}</p>
        <p className="truncate text-small text-faint">{account.email}</p>
      </div>
      {account.profileTo && (
        <MenuLink to={account.profileTo} icon={<User aria-hidden />}>
          {t('common.profile')}
        </MenuLink>
      )}
      {account.presence && (
        <>
          <MenuLine />
          <div className="px-2.5 py-1.5">
            <PresenceChoice action={account.presence.action} presence={account.presence.chosen} />
          </div>
        </>
      )}
      {!account.isFixed && (
        <>
          <MenuLine />
          <div className="flex flex-col gap-3 px-2.5 py-2">
            <ThemeSwitch action={account.preferencesAction} theme={account.theme} />
            <LanguageSwitch action={account.preferencesAction} language={account.language} />
          </div>
        </>
      )}
      <MenuLine />
      <MenuAction action={account.signOutAction} icon={<LogOut aria-hidden />} reloadDocument>
        {t('common.signOut')}
      </MenuAction>
    </>
  )
}
