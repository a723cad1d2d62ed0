/** What a page may load before anything is pressed, in KB gzipped. */
const CEILING_KB = 120

/**
 * Pages that are still heavier, by what they may weigh at most: the ratchet, which only goes down.
 * None is added. What a dialog needs is loaded when it opens, and what a page draws but needs a
 * script for only later is an island (`app/ui/island.tsx`).
 */
const HEAVIER: Record<number, string[]> = {
  124: [
    ...['app/sales/client', 'app/sales/commissions'],
    ...['portal/contact-history', 'portal/dashboard', 'portal/today'],
  ],
  128: [
    ...['portal/channels/new', 'portal/conversations/choose'],
    ...['portal/conversations/list', 'portal/conversations/watch'],
  ],
  132: [
    'portal/contact',
    ...['assignment', 'closure', 'new'].map((name) => `portal/conversations/${name}`),
  ],
  145: ['thread', 'messages', 'notes', 'suggestion', 'scheduled-messages', 'message/wording'].map(
    (name) => `portal/conversations/${name}`,
  ),
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
