import type { Standing } from '#app/platform/billing/standing.server.ts'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Fact } from './company-page.tsx'
import { StandingBadge } from './standing-badge.tsx'

/** Plan, state, period and what is owed. */
export function SubscriptionFacts({ standing }: { standing: Standing }) {
  const { status, plan, currency, monthly, trialEndsAt, periodStart, periodEnd } = standing
  const t = useT()
  const format = useFormat()
  const period =
    periodStart === null || periodEnd === null
      ? '–'
      : `${format.day(periodStart)} – ${format.day(periodEnd)}`
  return (
    <>
      <Coming standing={standing} />
      <dl className="grid grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-4">
        <Fact label={t('admin.standing')}>
          <StandingBadge standing={status} />
        </Fact>
        <Fact label={t('platform.plan')}>{plan.name}</Fact>
        <Fact label={t('admin.agreed')}>{format.money(monthly, currency)}</Fact>
        <Fact label={t('admin.period')}>{period}</Fact>
        {status === 'trial' && trialEndsAt !== null && (
          <Fact label={t('admin.trialEnds')}>{format.day(trialEndsAt)}</Fact>
        )}
        <Fact label={t('admin.owed')}>{format.money(standing.owed, currency)}</Fact>
        <Fact label={t('admin.credit')}>{format.money(standing.credit, currency)}</Fact>
        {standing.coupon && <Fact label={t('admin.coupon')}>{standing.coupon.code}</Fact>}
      </dl>
    </>
  )
}

/** What will happen by itself: another plan, an end, closed pages. */
function Coming({ standing }: { standing: Standing }) {
  const { nextPlan, cancelsAtPeriodEnd, periodEnd, suspendsAt, endsAt } = standing
  const t = useT()
  const format = useFormat()
  const end = periodEnd === null ? '' : format.day(periodEnd)
  return (
    <>
      {nextPlan && <Notice>{t('admin.nextPlan', { plan: nextPlan.name, day: end })}</Notice>}
      {cancelsAtPeriodEnd && <Notice tone="warn">{t('admin.cancelsOn', { day: end })}</Notice>}
      {suspendsAt !== null && (
        <Notice tone="warn">{t('admin.suspendsOn', { day: format.day(suspendsAt) })}</Notice>
      )}
      {endsAt !== null && (
        <Notice tone="bad">{t('admin.endsOn', { day: format.day(endsAt) })}</Notice>
      )}
    </>
  )
}
