import type { ReactNode } from 'react'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import type { Standing } from './standing.ts'

/** What a company has beside its plan: add-ons, a coupon, and what happens at the limit. */
export function ExtrasCard({ standing, mayWrite }: { standing: Standing; mayWrite: boolean }) {
  const t = useT()
  const { money } = useFormat()
  const { addOns, coupon, overageCap, currency } = standing
  const has = addOns.map((one) =>
    t('billing.addOn', {
      ...{ name: one.name, count: one.quantity },
      amount: money(one.monthly * one.quantity, currency),
    }),
  )
  const isRunning = coupon !== null && coupon.monthsLeft !== 0
  return (
    <Card title={t('extras.title')} flush>
      <ul className="divide-y border-t">
        <Row
          label={t('extras.addOns')}
          to={mayWrite && '/settings/billing/add-ons'}
          button={t('extras.addOnsChange')}
        >
          {has.join(' · ') || t('extras.addOnsNone')}
        </Row>
        <Row
          label={t('extras.coupon')}
          to={mayWrite && '/settings/billing/coupon'}
          button={t('extras.couponEnter')}
        >
          {isRunning
            ? t('billing.coupon', { code: coupon.code, months: coupon.monthsLeft ?? 0 })
            : t('extras.couponNone')}
        </Row>
        <Row
          label={t('extras.overage')}
          to={mayWrite && '/settings/billing/overage'}
          button={t('extras.overageChange')}
        >
          {overageCap === null
            ? t('extras.overageStops')
            : t('extras.overagePays', { amount: money(overageCap, currency) })}
        </Row>
      </ul>
    </Card>
  )
}

function Row(props: { label: string; to: string | false; button: string; children: ReactNode }) {
  const { label, to, button, children } = props
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        <span className="text-soft">{children}</span>
      </span>
      {to && (
        <LinkButton to={to} size="small">
          {button}
          <span className="sr-only">: {label}</span>
        </LinkButton>
      )}
    </li>
  )
}
