import { useFormat, useT } from '#app/ui/i18n-provider.tsx'

const SECOND_MS = 1_000

/** `120 ms`, from a second on `1.2 s`; a dash where nothing was measured. */
export function useDuration(): (ms: number | null) => string {
  const t = useT()
  const format = useFormat()
  return (ms) => {
    if (ms === null) return '–'
    if (ms < SECOND_MS) return t('health.ms', { ms: format.number(Math.round(ms)) })
    return t('health.seconds', { seconds: format.number(Math.round(ms / 100) / 10) })
  }
}
