import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Members, their work and how it is spread. */
export function teamPages(): PortalPage[] {
  return [
    page('/members', 'members', { GET: 'members.read' }),
    page('/members/invite', 'member-invite', { GET: 'members.write', POST: 'members.write' }),
    page('/members/:id', 'member', { GET: 'members.read' }),
    page('/members/:id/performance', 'member-performance', { GET: 'reports.read' }),
    page('/members/:id/work', 'member-work', { POST: 'members.write' }, 'bare'),
    page('/members/:id/leaving', 'member-leaving', {
      ...{ GET: 'conversations.assign', POST: 'conversations.assign' },
    }),
    page('/members/:id/role', 'member-role', { POST: 'members.write' }, 'bare'),
    page('/members/:id/deactivation', 'member-deactivation', { POST: 'members.write' }, 'bare'),
    page('/members/:id/activation', 'member-activation', { POST: 'members.write' }, 'bare'),
    page('/members/:id/invitation', 'member-invitation', { POST: 'members.write' }, 'bare'),
    page(
      '/members/:id/invitation/revocation',
      'member-revocation',
      { POST: 'members.write' },
      'bare',
    ),
    page('/profile/performance', 'profile-performance', { GET: 'dashboard.read' }),
    page('/workload', 'workload', { GET: 'conversations.assign' }),
  ]
}
