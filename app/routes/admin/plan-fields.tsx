import { Form } from '@remix-run/react'
import { toMoneyInput } from '#app/i18n/money.ts'
import type { PlanFacts } from '#app/platform/companies/plan-edit.server.ts'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

const limits = ['members', 'answers', 'messages', 'endpoints', 'storageMb', 'contacts'] as const
const toMoney = (amount: number) => toMoneyInput(amount, PLATFORM_CURRENCY)

/** Name, price and limits of a plan. Without one, of a plan that is to be. */
export function PlanFields(props: {
  plan?: PlanFacts
  /** free days of one that is new */
  trialDays?: number
  action: string
  result?: FormResult
  confirm: string
}) {
  const { plan, action, result, confirm, trialDays = 14 } = props
  const t = useT()
  const currency = PLATFORM_CURRENCY
  return (
    <FormState result={result}>
      <Form method="post" action={action} noValidate>
        <Card
          footer={
            <>
              <LinkButton to="/admin/plans">{t('common.cancel')}</LinkButton>
              <SubmitButton action={action}>{confirm}</SubmitButton>
            </>
          }
        >
          <div className="flex flex-col gap-5">
            <FormErrorSummary />
            <div className="grid gap-5 sm:grid-cols-2">
              <Field name="name" label={t('admin.planName')}>
                <Input maxLength={40} defaultValue={plan?.name} />
              </Field>
              <Field name="trialDays" label={t('admin.planTrialDays')}>
                <Input
                  type="number"
                  min={0}
                  max={365}
                  defaultValue={plan?.trialDays ?? trialDays}
                />
              </Field>
              <Field
                name="monthly"
                label={t('admin.planMonthly')}
                help={t('admin.planMonthlyHelp')}
              >
                <Input
                  inputMode="decimal"
                  before={currency}
                  defaultValue={plan && toMoney(plan.monthly)}
                />
              </Field>
              <Field name="setupFee" label={t('admin.planSetup')} help={t('admin.planSetupHelp')}>
                <Input
                  inputMode="decimal"
                  before={currency}
                  defaultValue={toMoney(plan?.setupFee ?? 0)}
                />
              </Field>
            </div>
            <LimitFields plan={plan} />
          </div>
        </Card>
      </Form>
    </FormState>
  )
}

function LimitFields({ plan }: { plan: PlanFacts | undefined }) {
  const t = useT()
  const beyond = plan?.overage.answers
  return (
    <fieldset className="border-t pt-5">
      <legend className="sr-only">{t('admin.planLimits')}</legend>
      <h2 className="font-semibold">{t('admin.planLimits')}</h2>
      <p className="mt-1 text-soft">{t('admin.planLimitsLead')}</p>
      <div className="mt-4 grid gap-5 sm:grid-cols-2">
        {limits.map((name) => (
          <Field key={name} name={`limit_${name}`} label={t(`admin.measure_${name}`)} optional>
            <Input inputMode="numeric" defaultValue={plan?.limits[name] ?? undefined} />
          </Field>
        ))}
        <Field
          name="overage"
          label={t('admin.planOverage')}
          help={t('admin.planOverageHelp')}
          optional
        >
          <Input
            inputMode="decimal"
            before={PLATFORM_CURRENCY}
            defaultValue={beyond === undefined ? undefined : toMoney(beyond)}
          />
        </Field>
      </div>
    </fieldset>
  )
}
