import type { ReactNode } from 'react'
import { ArrowDownRight, ArrowUpRight, Info, Minus } from 'lucide-react'
import { Link } from '@remix-run/react'
import type { Figure } from '#app/domain/analytics/report.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Tooltip } from '../tooltip.tsx'
import { useValue } from './value.ts'

// A long amount breaks after its currency, never inside the number.
const toBreakable = (text: string) => text.replaceAll('\u00a0', ' ')

/** A figure with what it counts, how it stood before, and the way to its rows. */
export function FigureCard({ figure }: { figure: Figure }) {
  const { label, about, unit, value, to } = figure
  const t = useT()
  const write = useValue()
  return (
    <div className="relative flex min-w-0 flex-col gap-1 rounded-md border bg-surface p-3 sm:p-4">
      <div className="flex items-start justify-between gap-1 text-soft">
        <span className="min-w-0">{t(label)}</span>
        <About>{t(about)}</About>
      </div>
      <p className="text-title font-semibold wrap-normal tabular-nums">
        {to ? (
          <Link to={to} className="rounded-sm hover:underline">
            <span className="sr-only">{t(label)}: </span>
            {toBreakable(write(value, unit))}
          </Link>
        ) : (
          toBreakable(write(value, unit))
        )}
      </p>
      <Change figure={figure} />
    </div>
  )
}

/** What a figure counts, on hover and focus; the page's list of definitions says it too. */
export function About({ children }: { children: string }) {
  const t = useT()
  return (
    <span className="-mt-1 -mr-1.5 shrink-0">
      <Tooltip text={children} side="box">
        {(describedBy) => (
          <button
            type="button"
            aria-label={t('reports.about')}
            className="grid size-6 place-items-center rounded-sm text-faint hover:text-ink"
            {...describedBy}
          >
            <Info className="size-4" aria-hidden />
          </button>
        )}
      </Tooltip>
    </span>
  )
}

/** Shares and marks differ by points, all else by per cent. */
function Change({ figure: { value, previous, unit, good } }: { figure: Figure }) {
  const t = useT()
  const write = useValue()
  if (value === null || previous === null) return <Faint>{t('reports.noComparison')}</Faint>
  if (value === previous) {
    return (
      <Faint>
        <Minus className="size-3.5" aria-hidden />
        {t('reports.same', { before: write(previous, unit) })}
      </Faint>
    )
  }
  const isUp = value > previous
  const Arrow = isUp ? ArrowUpRight : ArrowDownRight
  const isGood = good && (good === 'up') === isUp
  const tone = good === undefined ? 'text-soft' : isGood ? 'text-good' : 'text-bad'
  return (
    <Faint>
      <span className={classes('inline-flex items-center', tone)}>
        <Arrow className="size-3.5" aria-hidden />
        <span className="sr-only">{t(isUp ? 'reports.more' : 'reports.less')}</span>
      </span>
      {t('reports.before', { before: write(previous, unit) })}
    </Faint>
  )
}

function Faint({ children }: { children: ReactNode }) {
  return <p className="flex items-center gap-1 text-small text-faint">{children}</p>
}
