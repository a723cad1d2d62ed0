import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import {
  Activity,
  Building2,
  ChartNoAxesColumn,
  Coins,
  Handshake,
  LayoutDashboard,
  Rocket,
  Shapes,
  SlidersHorizontal,
  Store,
  Tags,
  UserCog,
  Wallet,
} from 'lucide-react'
import { homeOf, platformCan } from '#app/platform/users/permissions.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

const healthPaths = [
  '/admin/health',
  '/admin/log',
  '/admin/alerts',
  '/admin/isolation',
  '/admin/api',
]

/** The frame of every signed-in page on the app host. */
export function loader({ context }: LoaderFunctionArgs) {
  const { name, email, role, theme, language } = requireUser(context).user
  return {
    account: { name, email, theme, language },
    home: homeOf(role),
    isRep: role === 'sales',
    may: {
      admin: platformCan(role, 'admin.read'),
      companies: platformCan(role, 'tenants.read'),
      users: platformCan(role, 'users.write'),
      sales: platformCan(role, 'sales.read'),
    },
  }
}

export default function Shell() {
  const { account, home, isRep, may } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useT()
  const inUsers = pathname.startsWith('/admin/users')
  const inCompanies = pathname.startsWith('/admin/companies')
  const inPlans = /^\/admin\/(plans|coupons|add-ons)/.test(pathname)
  const inIndustries = pathname.startsWith('/admin/industries')
  const inPayments = pathname.startsWith('/admin/payments')
  const inControl = /^\/admin\/(announcements|flags|settings)/.test(pathname)
  const inHealth = healthPaths.some((path) => pathname.startsWith(path))
  const items = [
    may.admin && {
      ...{ to: '/admin', label: t('admin.overview'), icon: ChartNoAxesColumn },
      active:
        pathname.startsWith('/admin') &&
        ![
          ...[inUsers, inCompanies, inPlans, inIndustries, inPayments],
          ...[inControl, inHealth],
        ].includes(true),
    },
    may.companies && {
      ...{ to: '/admin/companies', label: t('platform.companies'), icon: Building2 },
      active: inCompanies,
    },
    may.admin && {
      ...{ to: '/admin/plans', label: t('admin.plans'), icon: Tags },
      active: inPlans,
    },
    may.admin && {
      ...{ to: '/admin/industries', label: t('industries.title'), icon: Shapes },
      active: inIndustries,
    },
    may.admin && {
      ...{ to: '/admin/payments', label: t('billing.staff.title'), icon: Wallet },
      active: inPayments,
    },
    may.admin && {
      ...{ to: '/admin/announcements', label: t('control.title'), icon: SlidersHorizontal },
      active: inControl,
    },
    may.admin && {
      ...{ to: '/admin/health', label: t('health.title'), icon: Activity },
      active: inHealth,
    },
    may.users && {
      ...{ to: '/admin/users', label: t('platform.users'), icon: UserCog },
      active: inUsers,
    },
    ...(isRep ? repItems(t, pathname) : []),
    may.sales &&
      !isRep && {
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

/** What a rep has at hand all day. */
function repItems(t: ReturnType<typeof useT>, pathname: string) {
  const items = [
    { to: '/sales', label: t('prospects.salesOverview'), icon: LayoutDashboard },
    { to: '/sales/prospects', label: t('prospects.title'), icon: Handshake },
    { to: '/sales/onboarding', label: t('onboarding.sessions'), icon: Rocket },
    { to: '/sales/clients', label: t('prospects.clients'), icon: Store },
    { to: '/sales/commissions', label: t('prospects.commissions'), icon: Coins },
  ]
  return items.map((item) => ({
    ...item,
    active: item.to === '/sales' ? pathname === '/sales' : pathname.startsWith(item.to),
  }))
}
