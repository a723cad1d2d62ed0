import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'
import { composingPages } from './composing-pages.ts'
import { macroPages } from './macro-pages.ts'
import { mentionPages } from './mention-pages.ts'

/** Conversations: the inbox, the queue, passing on, views. */
export function inboxPages(): PortalPage[] {
  return [
    page('/conversations', 'conversations/list', { GET: 'conversations.read' }, 'shell', [
      page('/conversations', 'conversations/choose', { GET: 'conversations.read' }),
      page('/conversations/:id', 'conversations/thread', { GET: 'conversations.read' }),
      page('/conversations/:id/watch', 'conversations/watch', {
        ...{ GET: 'conversations.watch', POST: 'conversations.watch' },
      }),
      page('/conversations/:id/assignment', 'conversations/assignment', {
        ...{ GET: 'conversations.assign', POST: 'conversations.reply' },
      }),
      page('/conversations/:id/messages', 'conversations/messages', {
        POST: 'conversations.reply',
      }),
      page('/conversations/:id/messages/:messageId/wording', 'conversations/message/wording', {
        POST: 'conversations.reply',
      }),
      page('/conversations/:id/notes', 'conversations/notes', { POST: 'conversations.reply' }),
      page('/conversations/:id/scheduled-messages', 'conversations/scheduled-messages', {
        POST: 'conversations.reply',
      }),
      page('/conversations/:id/suggestion', 'conversations/suggestion', {
        POST: 'conversations.reply',
      }),
      page('/conversations/:id/closure', 'conversations/closure', {
        ...{ GET: 'conversations.reply', POST: 'conversations.reply' },
      }),
    ]),
    page('/conversations/new', 'conversations/new', {
      ...{ GET: 'conversations.reply', POST: 'conversations.reply' },
    }),
    ...conversationWrite('takeover', 'handback', 'reopening', 'typing', 'viewing'),
    ...conversationWrite('translations', 'draft-translation', 'uploads'),
    ...conversationWrite('snooze', 'waking', 'tags', 'priority', 'unread'),
    ...['deletion', 'restoration'].map((name) =>
      page(
        `/conversations/:id/${name}`,
        `conversations/${name}`,
        { POST: 'conversations.delete' },
        'bare',
      ),
    ),
    ...['closure', 'assignment', 'tags', 'priority', 'snooze', 'reads', 'unread'].map((name) =>
      page(`/bulk/${name}`, `bulk/${name}`, { POST: 'conversations.reply' }, 'bare'),
    ),
    page('/bulk/deletion', 'bulk/deletion', { POST: 'conversations.delete' }, 'bare'),
    page('/bulk/:id/undo', 'bulk/undo', { POST: 'conversations.reply' }, 'bare'),
    page(
      '/conversations/:id/intervention',
      'conversations/intervention',
      { POST: 'conversations.watch' },
      'bare',
    ),
    page('/views', 'views/list', { GET: 'conversations.reply', POST: 'conversations.reply' }),
    page('/views/:id', 'views/view', { POST: 'conversations.reply' }, 'bare'),
    page('/views/:id/deletion', 'views/deletion', { POST: 'conversations.reply' }, 'bare'),
    page('/snooze-times', 'snooze-times', { GET: 'conversations.reply' }, 'bare'),
    page('/conversations/:id/reads', 'conversations/reads', { POST: 'conversations.read' }, 'bare'),
    ...conversationWrite('messages/:messageId/retry', 'messages/:messageId/undo', 'drafts'),
    ...composingPages(),
    ...mentionPages(),
    ...macroPages(),
    page('/conversations/:id/transfer', 'transfers/ask', {
      ...{ GET: 'conversations.reply', POST: 'conversations.reply' },
    }),
    page('/transfers', 'transfers/list', { GET: 'conversations.reply' }),
    page('/transfers/:id', 'transfers/request', {
      ...{ GET: 'conversations.reply', POST: 'conversations.assign' },
    }),
    page(
      '/transfers/:id/withdrawal',
      'transfers/withdrawal',
      { POST: 'conversations.reply' },
      'bare',
    ),
    page('/queue', 'queue', { GET: 'conversations.read' }),
    page('/queue/assignments', 'queue-assignments', { POST: 'conversations.reply' }, 'bare'),
  ]
}

/** A write of a conversation: an address of its own that only takes forms. */
function conversationWrite(...names: string[]): PortalPage[] {
  return names.map((name) => {
    const file = `conversations/${name.split('/').at(-1)}`
    return page(`/conversations/:id/${name}`, file, { POST: 'conversations.reply' }, 'bare')
  })
}
