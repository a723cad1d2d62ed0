import { useFormat, useT } from '../i18n-provider.tsx'
import { classes } from '../classes.ts'
import { Link } from '@remix-run/react'
import { Figure } from './figure.tsx'

const looks = {
  green: { tone: 'text-good', word: 'common.scoreHot' },
  yellow: { tone: 'text-warn', word: 'common.scoreWarm' },
  red: { tone: 'text-bad', word: 'common.scoreCold' },
} as const

/** What waits at this moment, and customers by the colour of their score. */
export function NowFigures(props: {
  waiting: { needsPerson: number; queued: number }
  colors: Record<'green' | 'yellow' | 'red', number>
  hasQueue?: boolean
}) {
  const { waiting, colors, hasQueue } = props
  const t = useT()
  const { number } = useFormat()
  return (
    <div
      className={classes(
        'grid grid-cols-2 gap-3 sm:gap-4',
        hasQueue ? 'lg:grid-cols-4' : 'max-lg:[&>:first-child]:col-span-2 lg:grid-cols-3',
      )}
    >
      <Figure
        label={t('dashboard.waiting')}
        value={number(waiting.needsPerson)}
        help={waiting.needsPerson === 0 ? t('dashboard.waitingNone') : undefined}
        to="/conversations?needs=person"
        tone={waiting.needsPerson > 0 ? 'warn' : undefined}
      />
      {hasQueue && (
        <Figure
          label={t('dashboard.queue')}
          value={number(waiting.queued)}
          help={t('dashboard.queueHelp')}
          to="/queue"
        />
      )}
      <Colors colors={colors} />
    </div>
  )
}

function Colors({ colors }: { colors: Record<'green' | 'yellow' | 'red', number> }) {
  const t = useT()
  const { number, percent } = useFormat()
  const all = colors.green + colors.yellow + colors.red
  const names = ['green', 'yellow', 'red'] as const
  return (
    <section className="col-span-2 flex flex-col gap-2 rounded-md border bg-surface p-4">
      <h2 className="text-soft">{t('dashboard.colors')}</h2>
      <ul className="grid grid-cols-3 gap-2">
        {names.map((color) => (
          <li key={color}>
            <Link
              to={`/contacts?score=${color}`}
              prefetch="intent"
              className="flex flex-col gap-1 rounded-sm hover:underline"
            >
              <span className="text-title font-semibold tabular-nums">{number(colors[color])}</span>
              <span className="flex flex-wrap items-center gap-x-1.5 text-small text-faint">
                <span className={classes('font-medium', looks[color].tone)}>
                  {t(looks[color].word)}
                </span>
                {all > 0 && percent(colors[color] / all)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
