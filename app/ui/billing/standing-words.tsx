import type { Standing } from './standing.ts'
import { useFormat, useT } from '../i18n-provider.tsx'

/** The amount of the first invoice without add-ons' set-up: plan, set-up and tax. */
function firstAmount({ monthly, setupFee, taxPercent }: Standing): number {
  return Math.round(((monthly + setupFee) * (100 + taxPercent)) / 10_000) * 100
}

/** How things stand, and what happens when, in one sentence. */
export function StandingWords({ standing }: { standing: Standing }) {
  const t = useT()
  const { day, money } = useFormat()
  const { status, currency, trialEndsAt, periodStart, periodEnd } = standing
  const on = (at: number | null) => (at === null ? '' : day(at))
  if (status === 'trial' && periodStart !== null)
    return t('billing.says.trialOrdered', { day: on(trialEndsAt) })
  if (status === 'trial')
    return t('billing.says.trial', {
      ...{ day: on(trialEndsAt), amount: money(firstAmount(standing), currency) },
    })
  if (status === 'past_due')
    return t('billing.says.past_due', {
      ...{ since: on(standing.pastDueSince), day: on(standing.suspendsAt) },
    })
  if (status === 'suspended') return t('billing.says.suspended', { day: on(standing.endsAt) })
  if (status === 'cancelled') return t('billing.says.cancelled', { day: on(standing.cancelledAt) })
  const { next, cancelsAtPeriodEnd } = standing
  if (next && !cancelsAtPeriodEnd)
    return t('billing.says.activeOpen', { day: on(periodEnd), due: on(next.dueAt) })
  const key = cancelsAtPeriodEnd ? 'billing.says.cancelling' : 'billing.says.active'
  return t(key, { day: on(periodEnd) })
}
