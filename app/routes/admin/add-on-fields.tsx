import { Form } from '@remix-run/react'
import { measures } from '#app/domain/usage/measures.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import type { AddOnFacts } from '#app/platform/billing/add-on-edit.server.ts'
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

/** Name, price and what an add-on adds. Without one, of an add-on that is to be. */
export function AddOnFields(props: { addOn?: AddOnFacts; action: string; result?: FormResult }) {
  const { addOn, action, result } = props
  const t = useT()
  return (
    <FormState result={result}>
      <Form method="post" action={action} noValidate>
        <Card
          footer={
            <>
              <LinkButton to="/admin/add-ons">{t('common.cancel')}</LinkButton>
              <SubmitButton action={action}>{t('common.save')}</SubmitButton>
            </>
          }
        >
          <div className="flex flex-col gap-5">
            <FormErrorSummary />
            <div className="grid gap-5 sm:grid-cols-2">
              <Field name="name" label={t('extras.offerName')}>
                <Input maxLength={60} defaultValue={addOn?.name} />
              </Field>
              <Field name="monthly" label={t('extras.offerMonthly')}>
                <Input
                  inputMode="decimal"
                  before={PLATFORM_CURRENCY}
                  defaultValue={addOn && toMoneyInput(addOn.monthly, PLATFORM_CURRENCY)}
                />
              </Field>
            </div>
            <Checkbox
              name="isOffered"
              label={t('extras.offerOnLabel')}
              defaultChecked={addOn?.isOffered ?? true}
            />
            <fieldset className="border-t pt-5">
              <legend className="sr-only">{t('extras.offerLimits')}</legend>
              <h2 className="font-semibold">{t('extras.offerLimits')}</h2>
              <div className="mt-4 grid gap-5 sm:grid-cols-2">
                {measures.map((name) => (
                  <Field
                    key={name}
                    name={`limit_${name}`}
                    label={t(`admin.measure_${name}`)}
                    optional
                  >
                    <Input inputMode="numeric" defaultValue={addOn?.limits[name]} />
                  </Field>
                ))}
              </div>
            </fieldset>
          </div>
        </Card>
      </Form>
    </FormState>
  )
}
