import { alertWords } from '#app/i18n/alert-words.ts'
import type { AlertFacts } from '#app/i18n/alert-words.ts'
import { useKnownText, useT } from '#app/ui/i18n-provider.tsx'

/** What an alert says, in the reader's language. */
export function useAlertSentence(): (alert: AlertFacts) => string {
  const t = useT()
  const knownText = useKnownText()
  return (alert) => {
    const { key, values } = alertWords(alert, (name) => knownText(`admin.measure_${name}`, name))
    return t(key, values)
  }
}
