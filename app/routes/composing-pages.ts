import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What belongs to writing: ready answers, scheduled messages, changes to a message that is out. */
export function composingPages(): PortalPage[] {
  return [
    page(
      '/conversations/:id/canned-responses',
      'conversations/canned/list',
      { GET: 'conversations.reply' },
      'bare',
    ),
    page(
      '/conversations/:id/canned-responses/:cannedId/use',
      'conversations/canned/use',
      { POST: 'conversations.reply' },
      'bare',
    ),
    ...['reaction', 'removal', 'translation'].map((name) =>
      page(
        `/conversations/:id/messages/:messageId/${name}`,
        `conversations/message/${name}`,
        { POST: 'conversations.reply' },
        'bare',
      ),
    ),
    ...['revision', 'cancellation', 'delivery'].map((name) =>
      page(
        `/conversations/:id/scheduled-messages/:scheduledId/${name}`,
        `conversations/scheduled/${name}`,
        { POST: 'conversations.reply' },
        'bare',
      ),
    ),
    page('/settings/canned-responses', 'settings/canned-responses', { GET: 'settings.read' }),
    page('/settings/canned-responses/new', 'settings/canned-response-new', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page('/settings/canned-responses/:id', 'settings/canned-response', {
      ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
    }),
    page(
      '/settings/canned-responses/:id/deletion',
      'settings/canned-response-deletion',
      { POST: 'knowledge.write' },
      'bare',
    ),
  ]
}
