import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { Building2, Handshake, UserCog } from 'lucide-react'
import { homeOf, platformCan } from '#app/platform/users/permissions.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

/** The frame of every signed-in page on the app host. */
export function loader({ context }: LoaderFunctionArgs) {
  const { name, email, role, theme, language } = requireUser(context).user
  return {
    account: { name, email, theme, language },
    home: homeOf(role),
    may: {
      admin: platformCan(role, 'admin.read'),
      users: platformCan(role, 'users.write'),
      sales: platformCan(role, 'sales.read'),
    },
  }
}

export default function Shell() {
  const { account, home, may } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useT()
  const inUsers = pathname.startsWith('/admin/users')
  const items = [
    may.admin && {
      ...{ to: '/admin', label: t('platform.companies'), icon: Building2 },
      active: pathname.startsWith('/admin') && !inUsers,
    },
    may.users && {
      ...{ to: '/admin/users', label: t('platform.users'), icon: UserCog },
      active: inUsers,
    },
    may.sales && {
      ...{ to: '/sales', label: t('platform.sales'), icon: Handshake },
      active: pathname.startsWith('/sales'),
    },
  ].filter((item) => item !== false)
  return (
    <AppShell
      company={{ name: 'Baraza', logoUrl: '/favicon.svg', to: home }}
      items={items}
      account={{
        ...account,
        profileTo: '/profile',
        signOutAction: '/logout',
        preferencesAction: '/preferences',
      }}
    >
      <Outlet />
    </AppShell>
  )
}
