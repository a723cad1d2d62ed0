import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What a person is told, and where. */
export function notificationPages(): PortalPage[] {
  return [
    page('/notifications', 'notifications/list', { GET: 'signed-in' }),
    page('/notifications/reads', 'notifications/reads', { POST: 'signed-in' }, 'bare'),
    page('/notifications/:id/read', 'notifications/read', { POST: 'signed-in' }, 'bare'),
    page('/profile/notifications', 'notifications/preferences', {
      ...{ GET: 'signed-in', POST: 'signed-in' },
    }),
    page('/push-subscriptions', 'notifications/subscriptions', { POST: 'signed-in' }, 'bare'),
    page(
      '/push-subscriptions/:id/removal',
      'notifications/subscription-removal',
      { POST: 'signed-in' },
      'bare',
    ),
  ]
}
