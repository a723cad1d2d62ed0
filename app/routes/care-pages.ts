import type { Permission } from '#app/domain/members/permissions.ts'
import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What follows a conversation: its sale, what the customer says of it, what was promised. */
export function carePages(): PortalPage[] {
  const both = (read: Permission, write: Permission) => ({ GET: read, POST: write })
  return [
    page('/sales', 'sales/list', { GET: 'conversations.read' }),
    page('/sales/:id', 'sales/sale', both('conversations.read', 'sales.correct')),
    page('/sales/:id/voiding', 'sales/voiding', { POST: 'sales.correct' }, 'bare'),
    page('/reports/satisfaction', 'reports/satisfaction', { GET: 'dashboard.read' }),
    page('/reports/sla', 'reports/sla', { GET: 'dashboard.read' }),
    page('/settings/closing', 'settings/closing', both('settings.read', 'settings.write')),
    page('/settings/satisfaction', 'settings/satisfaction', {
      ...both('settings.read', 'settings.write'),
    }),
    page('/settings/sla', 'settings/sla', both('settings.read', 'settings.write')),
    page('/feedback/:token', 'feedback', { GET: 'public', POST: 'public' }, 'bare'),
  ]
}
