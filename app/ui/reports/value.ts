import type { Label, Unit } from '#app/domain/analytics/report.ts'
import { useDuration } from '../dashboard/duration.ts'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'

/** Writes a report's number as people read it; `–` where there is nothing to say. */
export function useValue(): (value: number | null, unit: Unit) => string {
  const { number, money, percent } = useFormat()
  const duration = useDuration()
  return (value, unit) => {
    if (value === null) return '–'
    if (unit === 'money') return money(value)
    if (unit === 'duration') return duration(value)
    if (unit === 'share') return percent(value)
    return number(unit === 'rating' ? Math.round(value * 10) / 10 : value)
  }
}

/** Writes the label of a row: words, a name, or a span of days. */
export function useLabel(): (label: Label) => string {
  const t = useT()
  const { language } = useI18n()
  return (label) => {
    if ('text' in label) return label.text
    if ('key' in label) return t(label.key, label.values)
    const { from, to } = label.days
    const day = (text: string) =>
      new Intl.DateTimeFormat(language === 'sw' ? 'sw-KE' : 'en-GB', {
        ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
      }).format(Date.parse(text))
    return from === to ? day(from) : `${day(from)} – ${day(to)}`
  }
}
