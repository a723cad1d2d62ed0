import { Minus, TrendingDown, TrendingUp } from 'lucide-react'
import { useFormat, useT } from '../i18n-provider.tsx'

const WIDTH = 120
const HEIGHT = 28
const WEEK_MS = 7 * 24 * 3_600_000

type Point = { score: number; at: number }

/** How the score went: a line to see, and a sentence that says the same. */
export function ScoreTrend({ points }: { points: Point[] }) {
  const t = useT()
  const { day } = useFormat()
  const last = points.at(-1)
  if (!last || points.length < 2) {
    return <p className="text-small text-faint">{t('contacts.trendNew')}</p>
  }
  // A week back from the last change, or the first there is: older moves say little of today.
  const before = points.findLast(({ at }) => at <= last.at - WEEK_MS) ?? points[0] ?? last
  const moved = last.score - before.score
  const date = day(before.at)
  const [Icon, tone, text] =
    moved > 0
      ? ([TrendingUp, 'text-good', t('contacts.trendUp', { count: moved, date })] as const)
      : moved < 0
        ? ([TrendingDown, 'text-bad', t('contacts.trendDown', { count: -moved, date })] as const)
        : ([Minus, 'text-soft', t('contacts.trendSame', { date })] as const)
  return (
    <div className="flex items-center gap-3">
      <svg viewBox={`0 -3 ${WIDTH} ${HEIGHT + 6}`} className="h-8 w-28 shrink-0" aria-hidden>
        <polyline
          points={toLine(points)}
          className={`fill-none stroke-current ${tone}`}
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <p className={`flex items-start gap-1.5 text-small font-medium ${tone}`}>
        <Icon className="mt-px size-3.5 shrink-0" aria-hidden />
        {text}
      </p>
    </div>
  )
}

function toLine(points: Point[]): string {
  const step = WIDTH / (points.length - 1)
  return points
    .map(({ score }, index) => `${index * step},${HEIGHT - (score / 100) * HEIGHT}`)
    .join(' ')
}
