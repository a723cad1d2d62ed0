import { Field } from '../field.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

type Offer = {
  id: string
  name: string
  currency: string
  monthly: number
  quantity: number
  nextQuantity: number | null
  /** one more until the period ends, minor units without tax */
  restForOne: number
}

/** How many of each add-on a company takes. */
export function AddOnFields(props: {
  offers: Offer[]
  periodEnd: number | null
  taxPercent: number
  isOff: boolean
}) {
  const { offers, periodEnd, taxPercent, isOff } = props
  const t = useT()
  const { money, day } = useFormat()
  return (
    <ul className="flex flex-col divide-y">
      {offers.map(({ id, name, currency, monthly, quantity, nextQuantity, restForOne }) => (
        <li
          key={id}
          className="grid items-center gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0 sm:grid-cols-[1fr_7rem]"
        >
          <div>
            <p className="font-medium">{name}</p>
            <p className="text-soft">
              {t('extras.addOnPrice', { amount: money(monthly, currency) })}
            </p>
            {!isOff && restForOne > 0 && periodEnd !== null && (
              <p className="text-small text-soft">
                {t('extras.addOnRest', {
                  ...{ amount: money(restForOne, currency), day: day(periodEnd) },
                  percent: taxPercent,
                })}
              </p>
            )}
            {nextQuantity !== null && periodEnd !== null && (
              <p className="text-small text-soft">
                {t('extras.addOnNext', { count: nextQuantity, day: day(periodEnd) })}
              </p>
            )}
          </div>
          <Field
            name={`count_${id}`}
            label={<span className="sr-only">{t('extras.addOnCount', { name })}</span>}
          >
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={100}
              defaultValue={nextQuantity ?? quantity}
              disabled={isOff}
            />
          </Field>
        </li>
      ))}
    </ul>
  )
}
