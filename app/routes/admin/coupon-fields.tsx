import { Form } from '@remix-run/react'
import { PLATFORM_CURRENCY } from '#app/platform/companies/standing.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

const ACTION = '/admin/coupons/new'

type Plan = { id: string; name: string }

/** What a coupon is worth, how long, and who may enter it. */
export function CouponFields({ plans, result }: { plans: Plan[]; result?: FormResult }) {
  const t = useT()
  return (
    <FormState result={result}>
      <Form method="post" action={ACTION} noValidate>
        <Card
          footer={
            <>
              <LinkButton to="/admin/coupons">{t('common.cancel')}</LinkButton>
              <SubmitButton action={ACTION}>{t('extras.couponMake')}</SubmitButton>
            </>
          }
        >
          <div className="flex flex-col gap-5">
            <FormErrorSummary />
            <Field
              name="couponCode"
              label={t('extras.couponCode')}
              help={t('extras.couponCodeHelp')}
            >
              <Input maxLength={24} autoComplete="off" spellCheck={false} className="uppercase" />
            </Field>
            <div className="grid gap-5 sm:grid-cols-2">
              <Field name="percent" label={t('extras.couponPercentLabel')} optional>
                <Input inputMode="numeric" after="%" />
              </Field>
              <Field name="amount" label={t('extras.couponAmountLabel')} optional>
                <Input inputMode="decimal" before={PLATFORM_CURRENCY} />
              </Field>
              <Field
                name="months"
                label={t('extras.couponMonthsLabel')}
                help={t('extras.couponMonthsHelp')}
                optional
              >
                <Input inputMode="numeric" />
              </Field>
              <Field
                name="usesMax"
                label={t('extras.couponUsesLabel')}
                help={t('extras.couponUsesHelp')}
                optional
              >
                <Input inputMode="numeric" />
              </Field>
              <Field name="validUntil" label={t('extras.couponUntilLabel')} optional>
                <Input type="date" />
              </Field>
            </div>
            <Who plans={plans} />
          </div>
        </Card>
      </Form>
    </FormState>
  )
}

function Who({ plans }: { plans: Plan[] }) {
  const t = useT()
  return (
    <fieldset className="flex flex-col gap-2 border-t pt-5">
      <legend className="sr-only">{t('extras.couponPlans')}</legend>
      <p className="font-medium">{t('extras.couponPlans')}</p>
      <p className="text-small text-faint">{t('extras.couponPlansHelp')}</p>
      {plans.map(({ id, name }) => (
        <label key={id} className="flex items-center gap-2.5">
          <input type="checkbox" name="plan" value={id} className="size-4" />
          {name}
        </label>
      ))}
      <div className="mt-3">
        <Checkbox name="isForNew" label={t('extras.couponNewLabel')} />
      </div>
    </fieldset>
  )
}
