import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Messages that a vendor must approve before they may go out. */
export function templatePages(): PortalPage[] {
  return [
    page('/settings/templates', 'settings/templates', { GET: 'settings.read' }),
    page('/settings/templates/new', 'settings/template-new', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/settings/templates/:id', 'settings/template', {
      ...{ GET: 'settings.read', POST: 'knowledge.write' },
    }),
    page(
      '/settings/templates/:id/deletion',
      'settings/template-deletion',
      { POST: 'knowledge.write' },
      'bare',
    ),
    page('/settings/templates/sync', 'settings/template-sync', { POST: 'knowledge.write' }, 'bare'),
  ]
}
