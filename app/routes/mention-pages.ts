import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Notes that name somebody. */
export function mentionPages(): PortalPage[] {
  const below = '/conversations/:id'
  const file = 'conversations/mentions'
  return [
    page(`${below}/mentionable`, `${file}/offers`, { GET: 'conversations.reply' }, 'bare'),
    page(`${below}/mention-reads`, `${file}/reads`, { POST: 'conversations.read' }, 'bare'),
    page(`${below}/notes/:noteId`, `${file}/note`, { GET: 'conversations.read' }, 'bare'),
  ]
}
