import type { Standing } from '#app/platform/companies/standing.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

const tones: Record<Standing, Tone> = {
  ...{ none: 'neutral', trial: 'accent', active: 'good', past_due: 'warn' },
  ...{ suspended: 'bad', cancelled: 'neutral', leaving: 'bad' },
}

/** Where a company stands, in a word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useT()
  return <Badge tone={tones[standing]}>{t(`admin.standing_${standing}`)}</Badge>
}
