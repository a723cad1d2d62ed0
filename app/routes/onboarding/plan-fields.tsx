import { LinkButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import type { OfferedPlan } from './step-data.ts'

/** Which plan, and whose company it is: the owner gets the invitation. */
export function PlanChoice(props: {
  plans: OfferedPlan[]
  planId: string
  ownerName: string
  ownerEmail: string
}) {
  const { plans, planId, ownerName, ownerEmail } = props
  const t = useT()
  const { money } = useFormat()
  return (
    <>
      <RadioGroup
        name="planId"
        legend={t('onboarding.plan')}
        defaultValue={planId}
        look="cards"
        options={plans.map(({ id, name, monthly, trialDays }) => ({
          value: id,
          label: name,
          help: t('onboarding.planCosts', { amount: money(monthly, 'KES'), days: trialDays }),
        }))}
      />
      <div className="grid gap-5 border-t pt-5 sm:grid-cols-2">
        <Field name="ownerName" label={t('onboarding.ownerName')}>
          <Input maxLength={80} autoComplete="off" defaultValue={ownerName} />
        </Field>
        <Field
          name="ownerEmail"
          label={t('onboarding.ownerEmail')}
          help={t('onboarding.ownerEmailHelp')}
        >
          <Input type="email" autoComplete="off" defaultValue={ownerEmail} />
        </Field>
      </div>
    </>
  )
}

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
