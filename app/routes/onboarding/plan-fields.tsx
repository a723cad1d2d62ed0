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
