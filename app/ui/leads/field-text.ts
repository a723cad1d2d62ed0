import type { ShownField } from '#app/domain/lead-fields/shown.ts'
import { useFormat, useI18n } from '../i18n-provider.tsx'

type Written = Pick<ShownField, 'kind' | 'options'>

/** A kept value as it is read: money, a day, the name of a choice, yes or no. */
export function useFieldText(): (field: Written, value: string) => string {
  const { t, language } = useI18n()
  const { money, number, day } = useFormat()
  return ({ kind, options }, value) => {
    if (kind === 'money') return money(Number(value))
    if (kind === 'number') return number(Number(value))
    // Noon is the same day in every zone a company may be in, and a few minutes off does no harm.
    if (kind === 'date') return day(Date.parse(`${value}T12:00:00Z`))
    if (kind === 'yes_no') return t(value === 'yes' ? 'common.yes' : 'common.no')
    return options.find((one) => one.value === value)?.label[language] ?? value
  }
}
