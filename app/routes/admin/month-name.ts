import { useI18n } from '#app/ui/i18n-provider.tsx'

/** `2026-11` as `Nov 2026` in the reader's language. */
export function useMonthName(): (month: string) => string {
  const { language } = useI18n()
  const format = new Intl.DateTimeFormat(language, {
    ...{ month: 'short', year: 'numeric', timeZone: 'UTC' },
  })
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`))
}
