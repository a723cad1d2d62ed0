/** What a person may say of themselves. */
export const presences = ['online', 'busy', 'away', 'offline'] as const
export type Presence = (typeof presences)[number]

export type PresenceFacts = {
  /** what the person chose; undefined when they never signed in since presence exists */
  chosen: Presence | undefined
  /** UTC ms of the last sign of life, 0 after signing out */
  lastActiveAt: number
  /** minutes without a sign of life until somebody counts as away */
  awayMinutes: number
  now: number
}

/** Whoever has been quiet this much longer than "away" has gone home. */
const OFFLINE_AFTER_AWAY_MS = 60 * 60_000

/** What colleagues see: the person's choice, unless they have not been there for a while. */
export function shownPresence({ chosen, lastActiveAt, awayMinutes, now }: PresenceFacts): Presence {
  if (chosen === undefined || chosen === 'offline' || lastActiveAt === 0) return 'offline'
  const quietMs = now - lastActiveAt
  const awayMs = awayMinutes * 60_000
  if (quietMs > awayMs + OFFLINE_AFTER_AWAY_MS) return 'offline'
  if (quietMs > awayMs) return 'away'
  return chosen
}
