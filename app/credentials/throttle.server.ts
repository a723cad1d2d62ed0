import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE_S = 60
const HOUR_S = 3_600

/** How often something may be tried, per key. */
const limits = {
  /** wrong passwords for one account, known or not, from one address */
  'sign_in.account_here': { points: 10, duration: 15 * MINUTE_S },
  /** the same from everywhere: far looser, or a stranger could lock anybody out */
  'sign_in.account': { points: 100, duration: 15 * MINUTE_S },
  /** wrong passwords from one address, over all accounts of a company */
  'sign_in.address': { points: 60, duration: 15 * MINUTE_S },
  /** wrong second-step codes of one person */
  'second_step.account': { points: 6, duration: 15 * MINUTE_S },
  /** wrong current passwords typed by somebody signed in */
  'password_check.account': { points: 10, duration: 15 * MINUTE_S },
  'reset.account': { points: 3, duration: HOUR_S },
  'reset.address': { points: 20, duration: HOUR_S },
  /** opening links with a token in them */
  'link.address': { points: 60, duration: 15 * MINUTE_S },
  'sign_up.address': { points: 10, duration: HOUR_S },
  /** companies made in the name of one e-mail */
  'sign_up.account': { points: 5, duration: 24 * HOUR_S },
  'find_company.account': { points: 3, duration: HOUR_S },
  'find_company.address': { points: 20, duration: HOUR_S },
  'slug_check.address': { points: 120, duration: MINUTE_S },
  'verification.account': { points: 3, duration: HOUR_S },
  /** codes of coupons typed by one company's people */
  'coupon.account': { points: 10, duration: 15 * MINUTE_S },
  'invitation.account': { points: 60, duration: HOUR_S },
} as const

export type ThrottleKind = keyof typeof limits
export type ThrottleResult = { ok: true } | { ok: false; retryAfterS: number }
export type Throttle = ReturnType<typeof createThrottle>

/**
 * Counts attempts in this process. An attempt is counted before the work it guards, so that
 * many at the same moment do not slip past; what succeeded is given back.
 */
export function createThrottle() {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([kind, limit]) => [kind, new RateLimiterMemory(limit)]),
  ) as Record<ThrottleKind, RateLimiterMemory>

  /** Counts one attempt under every key. @returns the longest wait when one is used up */
  async function count(keys: Partial<Record<ThrottleKind, string>>): Promise<ThrottleResult> {
    const waits: number[] = []
    for (const [kind, key] of Object.entries(keys)) {
      try {
        await limiters[kind as ThrottleKind].consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        waits.push(refusal.msBeforeNext)
      }
    }
    if (waits.length === 0) return { ok: true }
    return { ok: false, retryAfterS: Math.max(1, Math.ceil(Math.max(...waits) / 1000)) }
  }

  /** Gives an attempt back: it was not a guess. */
  async function giveBack(keys: Partial<Record<ThrottleKind, string>>): Promise<void> {
    for (const [kind, key] of Object.entries(keys)) {
      await limiters[kind as ThrottleKind].reward(key)
    }
  }

  /** Forgets a key's attempts: its person has shown who they are. */
  async function forget(kind: ThrottleKind, key: string): Promise<void> {
    await limiters[kind].delete(key)
  }

  return { count, giveBack, forget }
}

/** One visitor's address as a key: whole for IPv4, the /64 that a household gets for IPv6. */
export function addressKey(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown'
  const address = ipaddr.process(ip)
  if (address.kind() === 'ipv4') return address.toString()
  return (address as ipaddr.IPv6).parts.slice(0, 4).join(':')
}
