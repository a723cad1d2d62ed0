import type { Permission } from '#app/domain/members/permissions.ts'
import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Customers: list, one person's page, import and export, duplicates, their rights. */
export function contactPages(): PortalPage[] {
  const both = (permission: Permission) => ({ GET: permission, POST: permission })
  return [
    page('/contacts', 'contacts', { GET: 'contacts.read' }),
    page('/contacts/new', 'contact-new', both('contacts.write')),
    page('/contacts/bulk', 'contacts-bulk', { POST: 'contacts.write' }, 'bare'),
    page('/contacts/export', 'contacts-export', { POST: 'contacts.export' }, 'bare'),
    page('/contacts/import', 'contacts-import', both('contacts.import')),
    page('/contacts/import/:id', 'contacts-import-run', both('contacts.import')),
    page(
      '/contacts/import/:id/rejections',
      'contacts-import-rejections',
      { GET: 'contacts.import' },
      'bare',
    ),
    page('/contacts/duplicates', 'contact-duplicates', {
      ...{ GET: 'contacts.merge', POST: 'contacts.merge' },
    }),
    page('/contacts/merges/:id/undo', 'contact-merge-undo', { POST: 'contacts.merge' }, 'bare'),
    page(
      '/conversations/merges/:id/undo',
      'conversation-merge-undo',
      { POST: 'contacts.merge' },
      'bare',
    ),
    page('/contacts/:id', 'contact', { GET: 'contacts.read' }),
    page('/contacts/:id/edit', 'contact-edit', both('contacts.write')),
    page('/contacts/:id/history', 'contact-history', { GET: 'contacts.read' }),
    page('/contacts/:id/notes', 'contact-notes', { POST: 'contacts.write' }, 'bare'),
    page(
      '/contacts/:id/notes/:noteId/deletion',
      'contact-note-deletion',
      { POST: 'contacts.write' },
      'bare',
    ),
    page('/contacts/:id/consent', 'contact-consent', { POST: 'contacts.write' }, 'bare'),
    page('/contacts/:id/block', 'contact-block', { POST: 'contacts.write' }, 'bare'),
    page('/contacts/:id/merge', 'contact-merge', both('contacts.merge')),
    page(
      '/contacts/:id/conversation-merge',
      'contact-conversation-merge',
      { POST: 'contacts.merge' },
      'bare',
    ),
    page('/contacts/:id/data', 'contact-data', { POST: 'contacts.export' }, 'bare'),
    page('/contacts/:id/erasure', 'contact-erasure', both('contacts.delete')),
    page('/settings/contact-fields', 'settings/contact-fields', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
    page('/settings/contact-fields/:id', 'settings/contact-field', both('settings.write')),
    page(
      '/settings/contact-fields/:id/archival',
      'settings/contact-field-archival',
      { POST: 'settings.write' },
      'bare',
    ),
    page('/settings/retention', 'settings/retention', {
      ...{ GET: 'settings.read', POST: 'settings.write' },
    }),
  ]
}
