import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import * as format from '#app/i18n/format.ts'
import type { MessageValues } from '#app/i18n/format-message.ts'
import type { Language } from '#app/i18n/languages.ts'
import { formatMoney } from '#app/i18n/money.ts'
import { toTranslate, translateError, translateKnown } from '#app/i18n/translate.ts'
import type { Messages, Translate } from '#app/i18n/translate.ts'

/** Who reads: language, the company's IANA zone, and its ISO currency. */
export type I18nSettings = { language: Language; timeZone: string; currency: string }

type I18n = I18nSettings & { messages: Messages; t: Translate }

const I18nContext = createContext<I18n | undefined>(undefined)

/** Stands around the whole page, in both entries, so that error pages have it too. */
export function I18nProvider(props: I18nSettings & { messages: Messages; children: ReactNode }) {
  const { language, timeZone, currency, messages, children } = props
  const value = useMemo(
    () => ({ language, timeZone, currency, messages, t: toTranslate(messages) }),
    [language, timeZone, currency, messages],
  )
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}

/** Language, zone and currency of the reader. */
export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (!value) throw new Error('I18nProvider is missing above this component')
  return value
}

/** `t('inbox.title')`. */
export function useT(): Translate {
  return useI18n().t
}

/** The text of a domain's `reason`: `errorText('slug_taken')`. */
export function useErrorText(): (code: string, values?: MessageValues) => string {
  const { messages } = useI18n()
  return (code, values) => translateError(messages, code, values)
}

/** `knownText(\`ai.reason.${reason}\`, reason)`: the sentence where there is one. */
export function useKnownText(): (key: string, otherwise: string) => string {
  const { messages } = useI18n()
  return (key, otherwise) => translateKnown(messages, key, otherwise)
}

/** The formatters of `i18n/format.ts`, bound to the reader. `money` falls back to the company's currency. */
export function useFormat() {
  const settings = useI18n()
  return useMemo(() => {
    const { language, currency } = settings
    return {
      money: (amountMinor: number, code = currency) => formatMoney(amountMinor, code, language),
      number: (value: number) => format.formatNumber(value, language),
      percent: (share: number) => format.formatPercent(share, language),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
      dateTime: (at: number) => format.formatDateTime(at, settings),
      clock: (at: number) => format.formatClock(at, settings),
      day: (at: number) => format.formatDay(at, settings),
      relative: (at: number) => format.formatRelative(at, settings),
    }
  }, [settings])
}
