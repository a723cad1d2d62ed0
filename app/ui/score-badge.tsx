import { classes } from './classes.ts'
import { useT } from './i18n-provider.tsx'

/** The three colours of the behaviour score, as the domain names them. */
export type ScoreColor = 'green' | 'yellow' | 'red'

const looks = {
  green: { tone: 'text-good', bars: 3, word: 'common.scoreHot' },
  yellow: { tone: 'text-warn', bars: 2, word: 'common.scoreWarm' },
  red: { tone: 'text-bad', bars: 1, word: 'common.scoreCold' },
} as const

/** Score by bars, word and number; the colour repeats it. `compact` leaves word and number to the ear. */
export function ScoreBadge(props: { score: number; color: ScoreColor; compact?: boolean }) {
  const { score, color, compact } = props
  const t = useT()
  const { tone, bars, word } = looks[color]
  const label = t('common.scoreLabel', { word: t(word), score })
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 align-middle text-small font-medium',
        tone,
      )}
      title={label}
    >
      <Bars filled={bars} />
      {compact ? (
        <span className="sr-only">{label}</span>
      ) : (
        <>
          {t(word)} <span className="font-normal text-faint">{score}</span>
        </>
      )}
    </span>
  )
}

function Bars({ filled }: { filled: number }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" fill="currentColor" aria-hidden>
      <rect x="0" y="8" width="3" height="4" rx="1" />
      <rect x="4.5" y="4" width="3" height="8" rx="1" opacity={filled > 1 ? 1 : 0.28} />
      <rect x="9" y="0" width="3" height="12" rx="1" opacity={filled > 2 ? 1 : 0.28} />
    </svg>
  )
}
