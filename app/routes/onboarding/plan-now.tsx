import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'

/** What a company has now; it changes and pays on its own page. */
export function PlanNow(props: { planName?: string; trialEndsAt?: number | null }) {
  const { planName, trialEndsAt } = props
  const t = useT()
  const { day } = useFormat()
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p>
        <span className="block font-medium">{planName ?? t('onboarding.noPlan')}</span>
        {trialEndsAt && (
          <span className="block text-soft">
            {t('onboarding.trialUntil', { day: day(trialEndsAt) })}
          </span>
        )}
      </p>
      <span className="flex flex-wrap gap-2">
        <LinkButton to="/settings/billing/plans" size="small">
          {t('onboarding.choosePlan')}
        </LinkButton>
        <LinkButton to="/settings/billing" size="small">
          {t('onboarding.pay')}
        </LinkButton>
      </span>
    </div>
  )
}
