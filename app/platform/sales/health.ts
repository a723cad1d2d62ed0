/** From so many days before its end a trial needs somebody. */
const TRIAL_DAYS = 5
const DAY_MS = 86_400_000

export type HealthFacts = {
  tenantStatus: string
  status: string | null
  trialEndsAt: number | null
  messagesUsed: number | null
}

export type Health = {
  state: 'good' | 'quiet' | 'risk'
  why: 'unpaid' | 'suspended' | 'cancelled' | 'trialEnding' | 'notUsed' | 'fine'
  /** days until a trial ends */
  days?: number
}

/** How a client is doing, from what the platform knows without opening its file. */
export function healthOf(client: HealthFacts, now: number): Health {
  const { tenantStatus, status, trialEndsAt, messagesUsed } = client
  if (status === 'cancelled') return { state: 'risk', why: 'cancelled' }
  if (tenantStatus === 'suspended' || status === 'suspended')
    return { state: 'risk', why: 'suspended' }
  if (status === 'past_due') return { state: 'risk', why: 'unpaid' }
  const days = trialEndsAt === null ? Infinity : Math.ceil((trialEndsAt - now) / DAY_MS)
  if (status === 'trial' && days <= TRIAL_DAYS)
    return { state: 'risk', why: 'trialEnding', days: Math.max(0, days) }
  if (messagesUsed === 0) return { state: 'quiet', why: 'notUsed' }
  return { state: 'good', why: 'fine' }
}
