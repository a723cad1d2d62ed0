import { Check } from 'lucide-react'
import { measures } from '#app/domain/usage/measures.ts'
import type { Limits } from '#app/domain/usage/measures.ts'
import { Badge } from '../badge.tsx'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'

export type OfferedPlan = {
  id: string
  name: string
  trialDays: number
  limits: Limits
  currency: string
  monthly: number
  setupFee: number
}

/** One plan on offer: price, what it allows, and the way to it. */
export function PlanCard(props: {
  plan: OfferedPlan
  state: 'now' | 'next' | 'other' | 'first'
  nextAt: number | null
  mayWrite: boolean
  /** before the first invoice; later changes cost no set-up */
  showsSetup: boolean
}) {
  const { plan, state, nextAt, mayWrite, showsSetup } = props
  const t = useT()
  const { money, number, day } = useFormat()
  const label =
    state === 'first'
      ? t('billing.planBegin', { plan: plan.name })
      : t(state === 'now' ? 'billing.planKeep' : 'billing.planTake', { plan: plan.name })
  const canTake =
    mayWrite && (state === 'other' || state === 'first' || (state === 'now' && nextAt))
  return (
    <Card className="flex flex-col">
      <h2 className="flex flex-wrap items-center gap-2 text-title font-semibold">
        {plan.name}
        {state === 'now' && <Badge tone="good">{t('billing.planNow')}</Badge>}
        {state === 'next' && nextAt && (
          <Badge tone="accent">{t('billing.planNext', { day: day(nextAt) })}</Badge>
        )}
      </h2>
      <p className="mt-1 font-semibold">
        {t('billing.perMonth', { amount: money(plan.monthly, plan.currency) })}
      </p>
      {showsSetup && plan.setupFee > 0 && (
        <p className="text-small text-faint">
          {t('billing.setupFee', { amount: money(plan.setupFee, plan.currency) })}
        </p>
      )}
      {state === 'first' && (
        <p className="text-small text-faint">{t('billing.planTrial', { days: plan.trialDays })}</p>
      )}
      <ul className="mt-4 flex flex-col gap-1.5 text-soft">
        {measures.map((name) => {
          const limit = plan.limits[name]
          const what = t(`billing.measure.${name}`)
          return (
            <li key={name} className="flex gap-2">
              <Check className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
              {limit === null
                ? t('billing.limitFree', { what })
                : t('billing.limit', { what, limit: number(limit) })}
            </li>
          )
        })}
      </ul>
      {canTake && (
        <p className="mt-5">
          <LinkButton to={`/settings/billing/plans/${plan.id}`} wide>
            {label}
          </LinkButton>
        </p>
      )}
    </Card>
  )
}
