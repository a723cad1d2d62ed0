export const SEEN_COOKIE = 'baraza_seen'

/** Positions a browser has written to: of its company's file and of the platform's; '' for none. */
export type Seen = { tenant: string; platform: string }

const TXID = '(?:[0-9a-f]{16})?'
const COOKIE = new RegExp(`(?:^|;\\s*)${SEEN_COOKIE}=(${TXID})\\.(${TXID})(?:;|$)`)

export function readSeen(cookies: string | undefined): Seen | undefined {
  const found = COOKIE.exec(cookies ?? '')
  return found ? { tenant: found[1] ?? '', platform: found[2] ?? '' } : undefined
}

export function formatSeen({ tenant, platform }: Seen): string {
  return `${tenant}.${platform}`
}
