import { composingPages } from './composing-pages.ts'
import { accountPages } from './account-pages.ts'
import { contactPages } from './contact-pages.ts'
import { carePages } from './care-pages.ts'
import type { PortalPage } from './declaration.ts'

/** Every page and action on a company's host. What is not here does not exist. */
export const portalPages: PortalPage[] = [
  page('/', 'home', { GET: 'signed-in' }, 'bare'),
  ...accountPages('portal'),
  ...carePages(),
  page('/profile/undo-sending', 'undo-sending', { POST: 'signed-in' }, 'bare'),
  page('/presence', 'presence', { POST: 'signed-in' }, 'bare'),
  page('/presence/activity', 'presence-activity', { POST: 'signed-in' }, 'bare'),
  page('/hand-over', 'hand-over', { GET: 'public', POST: 'public' }, 'bare'),
  page('/verify/:token', 'verify', { GET: 'public', POST: 'public' }, 'bare'),
  page('/verification', 'verification', { POST: 'signed-in' }, 'bare'),
  page('/members', 'members', { GET: 'members.read' }),
  page('/members/invite', 'member-invite', { GET: 'members.write', POST: 'members.write' }),
  page('/members/:id', 'member', { GET: 'members.read' }),
  page('/members/:id/work', 'member-work', { POST: 'members.write' }, 'bare'),
  page('/members/:id/leaving', 'member-leaving', {
    ...{ GET: 'conversations.assign', POST: 'conversations.assign' },
  }),
  page('/members/:id/role', 'member-role', { POST: 'members.write' }, 'bare'),
  page('/members/:id/deactivation', 'member-deactivation', { POST: 'members.write' }, 'bare'),
  page('/members/:id/activation', 'member-activation', { POST: 'members.write' }, 'bare'),
  page('/members/:id/invitation', 'member-invitation', { POST: 'members.write' }, 'bare'),
  page(
    '/members/:id/invitation/revocation',
    'member-revocation',
    { POST: 'members.write' },
    'bare',
  ),
  page('/conversations', 'conversations/list', { GET: 'conversations.read' }, 'shell', [
    page('/conversations', 'conversations/choose', { GET: 'conversations.read' }),
    page('/conversations/:id', 'conversations/thread', { GET: 'conversations.read' }),
    page('/conversations/:id/assignment', 'conversations/assignment', {
      ...{ GET: 'conversations.assign', POST: 'conversations.reply' },
    }),
    page('/conversations/:id/messages', 'conversations/messages', { POST: 'conversations.reply' }),
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
  ...conversationWrite('takeover', 'handback', 'reopening', 'typing'),
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
  page('/views', 'views/list', { GET: 'conversations.reply', POST: 'conversations.reply' }),
  page('/views/:id', 'views/view', { POST: 'conversations.reply' }, 'bare'),
  page('/views/:id/deletion', 'views/deletion', { POST: 'conversations.reply' }, 'bare'),
  page('/snooze-times', 'snooze-times', { GET: 'conversations.reply' }, 'bare'),
  page('/conversations/:id/reads', 'conversations/reads', { POST: 'conversations.read' }, 'bare'),
  ...conversationWrite('messages/:messageId/retry', 'messages/:messageId/undo', 'drafts'),
  ...composingPages(page),
  page('/conversations/:id/transfer', 'transfers/ask', {
    ...{ GET: 'conversations.reply', POST: 'conversations.reply' },
  }),
  page('/leads', 'leads/board', { GET: 'contacts.read' }),
  page('/leads/list', 'leads/list', { GET: 'contacts.read' }),
  page('/leads/forecast', 'leads/forecast', { GET: 'contacts.read' }),
  page('/leads/new', 'leads/new', { GET: 'contacts.write', POST: 'contacts.write' }),
  page('/leads/:id', 'leads/lead', { GET: 'contacts.read', POST: 'contacts.write' }),
  page('/leads/:id/stage', 'leads/stage', { POST: 'contacts.write' }, 'bare'),
  page('/workload', 'workload', { GET: 'conversations.assign' }),
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
  page('/queue', 'queue', { GET: 'conversations.read' }),
  page('/queue/assignments', 'queue-assignments', { POST: 'conversations.reply' }, 'bare'),
  page('/simulator', 'simulator', { GET: 'simulator.use' }),
  page('/dashboard', 'dashboard', { GET: 'dashboard.read' }),
  page('/reports', 'reports/overview', { GET: 'reports.read' }),
  page('/reports/rows', 'reports/rows', { GET: 'dashboard.read' }),
  page('/reports/export', 'reports/export', { POST: 'reports.export' }, 'bare'),
  page(
    '/reports/conversations/export',
    'reports/conversations-export',
    { POST: 'reports.export' },
    'bare',
  ),
  page('/reports/:report', 'reports/report', { GET: 'reports.read' }),
  ...contactPages(),
  page('/knowledge', 'knowledge/faqs', { GET: 'knowledge.read' }),
  page('/knowledge/faqs/new', 'knowledge/faq-new', {
    ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
  }),
  page('/knowledge/faqs/:id', 'knowledge/faq', { GET: 'knowledge.read', POST: 'knowledge.write' }),
  page(
    '/knowledge/faqs/:id/deletion',
    'knowledge/faq-deletion',
    { POST: 'knowledge.write' },
    'bare',
  ),
  page('/knowledge/products', 'knowledge/products', { GET: 'knowledge.read' }),
  page('/knowledge/products/new', 'knowledge/product-new', {
    ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
  }),
  page('/knowledge/products/:id', 'knowledge/product', {
    ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
  }),
  page(
    '/knowledge/products/:id/deletion',
    'knowledge/product-deletion',
    { POST: 'knowledge.write' },
    'bare',
  ),
  page('/knowledge/documents', 'knowledge/documents', { GET: 'knowledge.read' }),
  page('/knowledge/documents/new', 'knowledge/document-new', {
    ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
  }),
  page('/knowledge/documents/:id', 'knowledge/document', {
    ...{ GET: 'knowledge.read', POST: 'knowledge.write' },
  }),
  page(
    '/knowledge/documents/:id/deletion',
    'knowledge/document-deletion',
    { POST: 'knowledge.write' },
    'bare',
  ),
  page('/knowledge/import', 'knowledge/import', {
    ...{ GET: 'knowledge.write', POST: 'knowledge.write' },
  }),
  page('/channels', 'channels/list', { GET: 'endpoints.read' }),
  page('/channels/new', 'channels/new', { GET: 'endpoints.write' }),
  page('/channels/new/:channel', 'channels/connect', {
    ...{ GET: 'endpoints.write', POST: 'endpoints.write' },
  }),
  page('/channels/:id', 'channels/channel', {
    ...{ GET: 'endpoints.read', POST: 'endpoints.write' },
  }),
  page('/channels/:id/check', 'channels/check', { POST: 'endpoints.write' }, 'bare'),
  page('/channels/:id/templates', 'channels/templates', { POST: 'endpoints.write' }, 'bare'),
  page('/channels/:id/activation', 'channels/activation', { POST: 'endpoints.write' }, 'bare'),
  page('/channels/:id/deactivation', 'channels/deactivation', { POST: 'endpoints.write' }, 'bare'),
  page('/channels/:id/removal', 'channels/removal', { POST: 'endpoints.write' }, 'bare'),
  page('/channels/:id/test-message', 'channels/test-message', { POST: 'endpoints.write' }, 'bare'),
  page('/settings', 'settings/company', { GET: 'settings.read', POST: 'settings.write' }),
  page('/settings/look', 'settings/look', { GET: 'settings.read', POST: 'settings.write' }),
  page('/settings/hours', 'settings/hours', { GET: 'settings.read', POST: 'settings.write' }),
  page('/settings/assistant', 'settings/assistant', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page('/settings/idle', 'settings/idle', { GET: 'settings.read', POST: 'settings.write' }),
  page('/settings/visibility', 'settings/visibility', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page('/settings/departments', 'settings/departments', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page('/settings/departments/:id', 'settings/department', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page(
    '/settings/departments/:id/deletion',
    'settings/department-deletion',
    { POST: 'settings.write' },
    'bare',
  ),
  page('/settings/hours/holidays', 'settings/holidays', { POST: 'settings.write' }, 'bare'),
  page(
    '/settings/hours/holidays/:day/removal',
    'settings/holiday-removal',
    { POST: 'settings.write' },
    'bare',
  ),
  page('/settings/assignment', 'settings/assignment', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page(
    '/settings/assignment/channels/:id',
    'settings/endpoint-strategy',
    { POST: 'settings.write' },
    'bare',
  ),
  page('/settings/skills', 'settings/skills', { GET: 'settings.read' }),
  page('/settings/skills/new', 'settings/skill-new', {
    ...{ GET: 'settings.write', POST: 'settings.write' },
  }),
  page('/settings/skills/:id', 'settings/skill', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page(
    '/settings/skills/:id/deletion',
    'settings/skill-deletion',
    { POST: 'settings.write' },
    'bare',
  ),
  page('/settings/pipeline', 'settings/pipeline', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page('/settings/pipeline/:id', 'settings/pipeline-stage', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page(
    '/settings/pipeline/:id/rise',
    'settings/pipeline-stage-rise',
    { POST: 'settings.write' },
    'bare',
  ),
  page(
    '/settings/pipeline/:id/deletion',
    'settings/pipeline-stage-deletion',
    { POST: 'settings.write' },
    'bare',
  ),
  page('/settings/tags', 'settings/tags', { GET: 'settings.read', POST: 'settings.write' }),
  page('/settings/tags/:id', 'settings/tag', { GET: 'settings.read', POST: 'settings.write' }),
  page('/settings/tags/:id/deletion', 'settings/tag-deletion', { POST: 'settings.write' }, 'bare'),
  page('/settings/priorities', 'settings/priorities', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page('/settings/priorities/:id', 'settings/priority', {
    ...{ GET: 'settings.read', POST: 'settings.write' },
  }),
  page(
    '/settings/priorities/:id/rise',
    'settings/priority-rise',
    { POST: 'settings.write' },
    'bare',
  ),
  page(
    '/settings/priorities/:id/deletion',
    'settings/priority-deletion',
    { POST: 'settings.write' },
    'bare',
  ),
  page('/settings/api-keys', 'settings/api-keys', {
    ...{ GET: 'api_keys.write', POST: 'api_keys.write' },
  }),
  page(
    '/settings/api-keys/:id/revocation',
    'settings/api-key-revocation',
    { POST: 'api_keys.write' },
    'bare',
  ),
  page('/settings/audit', 'settings/audit', { GET: 'audit.read' }),
  page('/settings/audit/exports', 'settings/audit-exports', { POST: 'audit.read' }, 'bare'),
  page('/settings/failed-jobs', 'settings/failed-jobs', { GET: 'jobs.retry' }),
  page(
    '/settings/failed-jobs/:id/retry',
    'settings/failed-job-retry',
    { POST: 'jobs.retry' },
    'bare',
  ),
  page(
    '/settings/failed-jobs/:id/dismissal',
    'settings/failed-job-dismissal',
    { POST: 'jobs.retry' },
    'bare',
  ),
]

function page(
  path: string,
  name: string,
  methods: PortalPage['methods'],
  layout: PortalPage['layout'] = 'shell',
  children?: PortalPage[],
): PortalPage {
  return { surface: 'portal', path, file: `routes/portal/${name}.tsx`, methods, layout, children }
}

/** A write of a conversation: an address of its own that only takes forms. */
function conversationWrite(...names: string[]): PortalPage[] {
  return names.map((name) => {
    const file = `conversations/${name.split('/').at(-1)}`
    return page(`/conversations/:id/${name}`, file, { POST: 'conversations.reply' }, 'bare')
  })
}
