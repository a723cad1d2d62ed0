import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Visits of the platform's support: its door, and what the company sees and decides of it. */
export function supportPages(): PortalPage[] {
  return [
    page('/support', 'support/door', { GET: 'public', POST: 'public' }, 'bare'),
    page('/support/ending', 'support/ending', { POST: 'public' }, 'bare'),
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
