import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What comes from the platform: visits for support and what the company decides of them, news. */
export function supportPages(): PortalPage[] {
  return [
    page('/support', 'support/door', { GET: 'public', POST: 'public' }, 'bare'),
    page('/support/ending', 'support/ending', { POST: 'public' }, 'bare'),
    page('/announcements/:id/dismissal', 'announcements/dismissal', { POST: 'signed-in' }, 'bare'),
    page('/settings/support', 'settings/support', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/support/:id', 'settings/support-visit', { GET: 'settings.read' }),
    page(
      '/settings/support/:id/ending',
      'settings/support-visit-ending',
      { POST: 'settings.write' },
      'bare',
    ),
  ]
}
