import {
  ArrowRightLeft,
  BookOpen,
  CalendarCheck,
  ChartColumn,
  Columns3,
  Inbox,
  Layers,
  LayoutDashboard,
  Plug,
  Receipt,
  Settings,
  SmartphoneNfc,
  TrendingUp,
  UserCog,
  Users,
} from 'lucide-react'
import type { Permission } from '#app/domain/members/permissions.ts'
import type { MessageKey } from '#app/i18n/translate.ts'

/** The portal's places in the order of use; who may not enter one does not see it. */
export const portalNav: {
  to: string
  label: MessageKey
  icon: typeof Inbox
  permission: Permission
}[] = [
  { to: '/conversations', label: 'inbox.title', icon: Inbox, permission: 'conversations.read' },
  { to: '/queue', label: 'assignment.queue', icon: Layers, permission: 'conversations.reply' },
  { to: '/today', label: 'tasks.title', icon: CalendarCheck, permission: 'conversations.reply' },
  { to: '/contacts', label: 'inbox.nav.contacts', icon: Users, permission: 'contacts.read' },
  { to: '/leads', label: 'leads.title', icon: TrendingUp, permission: 'contacts.read' },
  {
    ...{ to: '/dashboard', label: 'inbox.nav.dashboard', icon: LayoutDashboard },
    permission: 'dashboard.read',
  },
  {
    ...{ to: '/workload', label: 'team.workload', icon: Columns3 },
    permission: 'conversations.assign',
  },
  {
    ...{ to: '/transfers', label: 'transfers.title', icon: ArrowRightLeft },
    permission: 'conversations.reply',
  },
  { to: '/sales', label: 'closing.sales', icon: Receipt, permission: 'conversations.read' },
  { to: '/reports', label: 'reports.title', icon: ChartColumn, permission: 'reports.read' },
  { to: '/knowledge', label: 'inbox.nav.knowledge', icon: BookOpen, permission: 'knowledge.read' },
  { to: '/channels', label: 'inbox.nav.channels', icon: Plug, permission: 'endpoints.read' },
  { to: '/members', label: 'inbox.nav.members', icon: UserCog, permission: 'members.read' },
  { to: '/settings', label: 'inbox.nav.settings', icon: Settings, permission: 'settings.read' },
  {
    ...{ to: '/simulator', label: 'inbox.nav.simulator', icon: SmartphoneNfc },
    permission: 'simulator.use',
  },
]
