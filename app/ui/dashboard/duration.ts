import { useT } from '../i18n-provider.tsx'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** A span of time as people say it: `38 s`, `12 min`, `2 h 5 min`. */
export function useDuration(): (ms: number) => string {
  const t = useT()
  return (ms) => {
    if (ms < MINUTE_MS) return t('dashboard.seconds', { count: Math.round(ms / SECOND_MS) })
    if (ms < HOUR_MS) return t('dashboard.minutes', { minutes: Math.round(ms / MINUTE_MS) })
    const minutes = Math.round((ms % HOUR_MS) / MINUTE_MS) % 60
    return t('dashboard.hours', { hours: Math.floor(ms / HOUR_MS), minutes })
  }
}
