import type { Permission } from '#app/domain/members/permissions.ts'
import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** Several steps in one press: running them, and writing them down. */
export function macroPages(): PortalPage[] {
  const own: Permission = 'conversations.reply'
  return [
    page('/conversations/:id/macros', 'conversations/macros/list', { GET: own }, 'bare'),
    page(
      '/conversations/:id/macros/:macroId/runs',
      'conversations/macros/runs',
      { POST: own },
      'bare',
    ),
    page('/settings/macros', 'settings/macros', { GET: own }),
    page('/settings/macros/new', 'settings/macro-new', { GET: own, POST: own }),
    page('/settings/macros/:id', 'settings/macro', { GET: own, POST: own }),
    page('/settings/macros/:id/deletion', 'settings/macro-deletion', { POST: own }, 'bare'),
  ]
}
