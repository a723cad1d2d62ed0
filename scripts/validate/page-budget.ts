/** What a page may load before anything is pressed, in KB gzipped. */
const BUDGET_KB = 120

/**
 * Pages that are still heavier, by what they may weigh at most. A page leaves this list, or moves
 * up in it, and none comes in: what a dialog needs is loaded when the dialog opens.
 */
const HEAVIER: Record<number, string[]> = {
  127: [
    ...['portal/channels/new', 'portal/contact-merge', 'portal/leads/field', 'portal/leads/list'],
    ...[
      'portal/sales/list',
      'portal/settings/failed-jobs',
      'portal/tasks/new',
      'portal/tasks/task',
    ],
    ...['portal/views/list'],
    ...['app/company', 'portal/contacts', 'portal/member', 'portal/members'],
    ...['portal/member-performance', 'portal/profile-performance', 'portal/sales/sale'],
    ...['portal/channels/list', 'portal/knowledge/documents', 'portal/knowledge/faqs'],
    ...['portal/knowledge/products', 'portal/notifications/preferences'],
    ...['portal/reports/overview', 'portal/reports/report', 'portal/reports/satisfaction'],
    ...['portal/reports/sla', 'portal/settings/api-keys', 'portal/settings/assignment'],
    ...['portal/settings/audit', 'portal/settings/canned-responses', 'portal/settings/macro'],
    ...['portal/settings/macro-new', 'portal/settings/macros', 'portal/settings/pipeline'],
    ...['portal/settings/priorities', 'portal/settings/tags'],
  ],
  132: [
    ...['portal/contact-history', 'portal/conversations/new', 'portal/leads/board'],
    ...['portal/leads/lead', 'portal/queue', 'portal/simulator', 'portal/today'],
  ],
  145: [
    ...['portal/channels/channel', 'portal/conversations/assignment'],
    ...['portal/conversations/choose', 'portal/conversations/closure'],
    ...['portal/conversations/list', 'portal/dashboard'],
  ],
  155: ['portal/contact'],
  170: ['portal/conversations/watch'],
  190: [
    ...['thread', 'messages', 'notes', 'suggestion', 'scheduled-messages', 'message/wording'].map(
      (name) => `portal/conversations/${name}`,
    ),
  ],
}

const budgets: Map<string, number> = new Map(
  Object.entries(HEAVIER).flatMap(([kb, pages]) =>
    pages.map((page): [string, number] => [`routes/${page}`, Number(kb)]),
  ),
)

/** @param route its id, as `routes/portal/contacts` */
export function budgetOf(route: string): number {
  return (budgets.get(route) ?? BUDGET_KB) * 1024
}

/** Pages that may be heavier than the budget. */
export const heavierPages: string[] = [...budgets.keys()]
