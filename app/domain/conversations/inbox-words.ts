/** The views everybody has, in the order they are shown. */
// prettier-ignore
export const inboxTabs = ['all', 'mine', 'unassigned', 'unread', 'mentions', 'waiting', 'snoozed'] as const
export type InboxTab = (typeof inboxTabs)[number]

export const inboxStatuses = ['new', 'in_progress', 'waiting', 'snoozed', 'closed'] as const
export type InboxStatus = (typeof inboxStatuses)[number]

export const inboxSorts = ['newest', 'waiting', 'score'] as const
export type InboxSort = (typeof inboxSorts)[number]

export type ScoreColor = 'green' | 'yellow' | 'red'
