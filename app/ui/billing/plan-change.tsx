import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n-provider.tsx'
import type { OfferedPlan } from './plan-card.tsx'

type Preview = { takesEffect: 'now' | 'period_end'; from: number; charge: number; tax: number }

/** What a change of plan means in money, before it is made. */
export function PlanChange(props: {
  plan: OfferedPlan
  now: { name: string } | null
  monthlyNow: number
  taxPercent: number
  preview: Preview | null
}) {
  const { plan, now, monthlyNow, taxPercent, preview } = props
  const t = useT()
  const { money, day } = useFormat()
  const { currency } = plan
  const isCharged = preview !== null && preview.charge > 0
  const monthly = (amount: number) => t('billing.perMonth', { amount: money(amount, currency) })
  return (
    <>
      <dl className="flex flex-col gap-3">
        {now && (
          <Row label={t('billing.planFrom')}>
            {now.name}, {monthly(monthlyNow)}
          </Row>
        )}
        <Row label={t('billing.planTo')}>
          {plan.name}, {monthly(plan.monthly)}
        </Row>
        {preview && (
          <Row label={t('billing.planCounts')}>
            {preview.takesEffect === 'now' ? t('billing.planAtOnce') : day(preview.from)}
          </Row>
        )}
        {isCharged && (
          <>
            <Row label={t('billing.planCharge')}>{money(preview.charge, currency)}</Row>
            <Row label={t('billing.planTax', { percent: String(taxPercent) })}>
              {money(preview.tax, currency)}
            </Row>
            <Row label={t('billing.planDue')} isStrong>
              {money(preview.charge + preview.tax, currency)}
            </Row>
          </>
        )}
      </dl>
      {!isCharged && <p className="mt-3 border-t pt-3 text-soft">{t('billing.planNothing')}</p>}
    </>
  )
}

function Row(props: { label: string; isStrong?: boolean; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6">
      <dt className="text-soft">{props.label}</dt>
      <dd className={props.isStrong ? 'font-semibold' : undefined}>{props.children}</dd>
    </div>
  )
}
