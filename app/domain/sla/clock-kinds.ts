/** What a company promises its customers: an answer, an answer again, and an end. */
export const clockKinds = ['first_reply', 'next_reply', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]
