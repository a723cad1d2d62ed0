import type { Measure } from '#app/domain/usage/measures.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { RadioGroup } from '../choice.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

/** Stop at what the plan includes, or go on up to an amount. */
export function OverageFields(props: {
  prices: { name: Measure; amount: number }[]
  currency: string
  cap: number | null
}) {
  const { prices, currency, cap } = props
  const t = useT()
  const { money } = useFormat()
  const options = [
    { value: 'stop', label: t('extras.overageStop'), help: t('extras.overageStopHelp') },
    { value: 'pay', label: t('extras.overagePay'), help: t('extras.overagePayHelp') },
  ]
  return (
    <Card
      footer={
        <>
          <LinkButton to="/settings/billing" variant="quiet">
            {t('common.cancel')}
          </LinkButton>
          <SubmitButton>{t('common.save')}</SubmitButton>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormErrorSummary labels={{ cap: t('extras.overageCap') }} />
        <ul className="text-soft">
          {prices.map(({ name, amount }) => (
            <li key={name}>
              {t('extras.overagePrice', {
                what: t(`billing.measure.${name}`),
                amount: money(amount, currency),
              })}
            </li>
          ))}
        </ul>
        <RadioGroup
          name="rule"
          legend={t('extras.overage')}
          options={options}
          defaultValue={cap === null ? 'stop' : 'pay'}
          look="cards"
        />
        <Field name="cap" label={t('extras.overageCap')} help={t('extras.overageCapHelp')} optional>
          <Input
            inputMode="decimal"
            before={currency}
            defaultValue={cap === null ? undefined : toMoneyInput(cap, currency)}
          />
        </Field>
      </div>
    </Card>
  )
}
