import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Chances of a sale. */
export function leadPages(): PortalPage[] {
  return [
    page('/leads', 'leads/board', { GET: 'contacts.read' }),
    page('/leads/list', 'leads/list', { GET: 'contacts.read' }),
    page('/leads/forecast', 'leads/forecast', { GET: 'contacts.read' }),
    page('/leads/new', 'leads/new', { GET: 'contacts.write', POST: 'contacts.write' }),
    page('/leads/:id', 'leads/lead', { GET: 'contacts.read', POST: 'contacts.write' }),
    page('/leads/:id/stage', 'leads/stage', { POST: 'contacts.write' }, 'bare'),
    page('/leads/:id/reading', 'leads/reading', { POST: 'contacts.write' }, 'bare'),
    page('/leads/:id/fields/:key', 'leads/field', {
      ...{ GET: 'contacts.read', POST: 'contacts.write' },
    }),
    ...['confirmation', 'removal', 'dismissal'].map((name) =>
      page(
        `/leads/:id/fields/:key/${name}`,
        `leads/field-${name}`,
        { POST: 'contacts.write' },
        'bare',
      ),
    ),
    page('/messages/:id', 'leads/source-message', { GET: 'conversations.read' }, 'bare'),
  ]
}
