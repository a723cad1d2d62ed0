import { metricNames } from '#app/domain/analytics/metrics.ts'
import { groups } from './groups.ts'
import type { Ids } from './world.ts'

/**
 * What the parameters of an address stand for: the address up to and with the parameter, and the
 * table whose ids go there. The longest beginning counts.
 */
export const parameterTables: Record<string, string> = {
  '/settings/templates/:id': 'message_templates',
  '/api-keys/:id': 'api_keys',
  '/api/v1/conversations/:id': 'conversations',
  '/api/v1/files/:id': 'files',
  '/bulk/:id': 'bulk_actions',
  '/channels/:id': 'endpoints',
  '/contacts/:id': 'contacts',
  '/contacts/:id/notes/:noteId': 'contact_notes',
  '/contacts/import/:id': 'contact_imports',
  '/contacts/merges/:id': 'contact_merges',
  '/conversations/:id': 'conversations',
  '/conversations/:id/canned-responses/:cannedId': 'canned_responses',
  '/conversations/:id/messages/:messageId': 'messages',
  '/conversations/:id/scheduled-messages/:scheduledId': 'scheduled_messages',
  '/conversations/merges/:id': 'conversation_merges',
  '/files/:id': 'files',
  '/knowledge/conflicts/:id': 'knowledge_conflicts',
  '/knowledge/documents/:id': 'documents',
  '/knowledge/facts/:id': 'staff_facts',
  '/knowledge/faqs/:id': 'faqs',
  '/knowledge/gaps/:id': 'ai_answers',
  '/knowledge/guidelines/:id': 'guidelines',
  '/knowledge/products/:id': 'products',
  '/knowledge/samples/:id': 'sample_conversations',
  '/knowledge/tried-gaps/:id': 'tried_gaps',
  '/knowledge/websites/:id': 'websites',
  '/leads/:id': 'leads',
  '/members/:id': 'members',
  '/notifications/:id': 'notifications',
  '/profile/sessions/:id': 'member_sessions',
  '/push-subscriptions/:id': 'push_subscriptions',
  '/sales/:id': 'sales',
  '/settings/api-keys/:id': 'api_keys',
  '/settings/assignment/channels/:id': 'endpoints',
  '/settings/canned-responses/:id': 'canned_responses',
  '/settings/contact-fields/:id': 'custom_fields',
  '/settings/departments/:id': 'departments',
  '/settings/failed-jobs/:id': 'jobs',
  '/settings/pipeline/:id': 'lead_stages',
  '/settings/priorities/:id': 'priorities',
  '/settings/skills/:id': 'skills',
  '/settings/tags/:id': 'tags',
  '/transfers/:id': 'transfer_requests',
  '/views/:id': 'saved_views',
}

/** Parameters that are words. */
export const parameterWords: Record<string, string[]> = {
  '/channels/new/:channel': ['web-chat'],
  '/feedback/:token': ['none'],
  '/invitations/:token': ['none'],
  '/leads/:id/fields/:key': ['adults'],
  '/reports/:report': [
    ...['team', 'channels', 'products', 'assistant', 'funnel', 'hours', 'times', 'topics'],
  ],
  '/reset/:token': ['none'],
  '/settings/billing/plans/:plan': ['professional'],
  // Of the platform's books; whose it is shows in its own tests.
  '/settings/billing/invoices/:id': ['999999'],
  '/settings/billing/payments/:id': ['999999'],
  '/settings/billing/contacts/:id': ['999999'],
  // Visits of the platform's support; nobody's of the company.
  // The platform's announcements.
  '/announcements/:id': ['999999'],
  '/settings/support/:id': ['999999'],
  '/settings/hours/holidays/:day': ['2026-12-12'],
  '/setup/:step': ['business', 'team'],
  '/verify/:token': ['none'],
  '/app-icon/:name': ['192.png'],
}

/** What narrows, sorts and pages a list, asked of every page: what one does not know it ignores. */
export const everyQuery = [
  ...['tab=mine', 'tab=unassigned', 'tab=unread', 'tab=mentions', 'tab=snoozed', 'tab=waiting'],
  ...['status=closed', 'sort=score', 'sort=waiting', 'needs=person', 'media=1', 'unanswered=1'],
  ...['assignee=42', 'member=42', 'owner=42', 'owner=me', 'state=decided', 'view=assistant'],
  ...['show=unread', 'score=yellow', 'channel=whatsapp-cloud', 'blocked=yes', 'days=90'],
  ...[
    'before=9999999',
    'from=2026-11-01&until=2026-11-30',
    'tag=1',
    'priority=2',
    'kind=next_reply',
  ],
]

/** Words that stand in rows of a group: in names, messages, notes, numbers. */
export function searchesFor(group: { name: string; base: number }): string[] {
  return [
    `q=${group.name}mark`,
    `q=${group.name}markcontactsname`,
    `q=0${700_000_000 + group.base}`,
  ]
}

/** Queries that only one page understands. */
export function queriesOf(path: string, ids: Ids): string[] {
  const each = (table: string, name: string) =>
    groups.flatMap((group) => {
      const id = ids.of(table, group.name)
      return id === undefined ? [] : [`${name}=${id}`]
    })
  if (path === '/reports/rows') return metricNames.map((metric) => `metric=${metric}`)
  if (path === '/leads/new') return each('contacts', 'contact')
  if (path === '/tasks/new')
    return [
      ...each('contacts', 'contact'),
      ...each('conversations', 'conversation'),
      ...each('leads', 'lead'),
    ]
  if (path === '/conversations') return each('bulk_actions', 'bulk')
  if (path === '/contacts/:id/merge') return each('contacts', 'with')
  return []
}
