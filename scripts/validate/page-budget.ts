/**
 * What a page may load before anything is pressed, in KB gzipped. The goal of every page is 120;
 * this is where the ratchet stands, and it only goes down: what a dialog needs is loaded when the
 * dialog opens.
 */
const CEILING_KB = 128

/** Pages that are still heavier, by what they may weigh at most. None is added. */
const HEAVIER: Record<number, string[]> = {
  145: [
    ...['portal/channels/channel', 'portal/contact-history', 'portal/dashboard'],
    ...['portal/conversations/assignment', 'portal/conversations/choose'],
    ...['portal/conversations/closure', 'portal/conversations/list'],
    ...['portal/conversations/new', 'portal/leads/board', 'portal/leads/lead', 'portal/queue'],
    ...['portal/simulator', 'portal/today'],
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
  return (budgets.get(route) ?? CEILING_KB) * 1024
}

/** Pages that may be heavier than the rest. */
export const heavierPages: string[] = [...budgets.keys()]
