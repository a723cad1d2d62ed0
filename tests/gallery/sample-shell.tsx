import type { ReactNode } from 'react'
import { BookOpen, Inbox, LayoutDashboard, Plug, Settings, UserCog, Users } from 'lucide-react'
import type { Language } from '#app/i18n/languages.ts'
import type { ToastMessage } from '#app/ui/toast.tsx'
import { AppShell } from '#app/ui/app-shell.tsx'

const entries = [
  { to: '/dashboard', en: 'Dashboard', sw: 'Dashibodi', icon: LayoutDashboard },
  { to: '/conversations', en: 'Inbox', sw: 'Mazungumzo', icon: Inbox, badge: 12 },
  { to: '/contacts', en: 'Contacts', sw: 'Wateja', icon: Users },
  { to: '/knowledge', en: 'Knowledge', sw: 'Maarifa', icon: BookOpen },
  { to: '/channels', en: 'Channels', sw: 'Njia', icon: Plug },
  { to: '/members', en: 'Members', sw: 'Wanachama', icon: UserCog },
  { to: '/settings', en: 'Settings', sw: 'Mipangilio', icon: Settings },
]

/** The shell of an invented company, with the item of `at` marked. */
export function SampleShell(props: {
  at: string
  language?: Language
  notice?: ReactNode
  flash?: ToastMessage
  children: ReactNode
}) {
  const { at, language = 'en', notice, flash, children } = props
  return (
    <AppShell
      company={{ name: 'Savanna Home & Living' }}
      items={entries.map((entry) => ({
        ...entry,
        label: entry[language],
        active: entry.to === at,
        badgeLabel: '12 unread',
      }))}
      account={{
        name: 'Wanjiru Kamau',
        email: 'wanjiru@savanna.example',
        profileTo: '/profile',
        signOutAction: '/logout',
        preferencesAction: '/preferences',
        theme: 'system',
        language,
      }}
      notice={notice}
      flash={flash}
    >
      {children}
    </AppShell>
  )
}
