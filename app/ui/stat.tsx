import type { ReactNode } from 'react'
import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react'
import { classes } from './classes.ts'
import { useT } from './i18n-provider.tsx'

/** A figure with its name. `delta` is already written (`12%`); `trend` says which way, `good` whether that is welcome. */
export function Stat(props: {
  label: ReactNode
  value: ReactNode
  delta?: { amount: string; trend: 'up' | 'down' | 'flat'; good?: boolean; than?: string }
  children?: ReactNode
}) {
  const { label, value, delta, children } = props
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-md border bg-surface p-4">
      <dl className="flex flex-col gap-1">
        <dt className="text-soft">{label}</dt>
        <dd className="text-title font-semibold">{value}</dd>
      </dl>
      {delta && <Delta {...delta} />}
      {children}
    </div>
  )
}

const arrows = { up: ArrowUpRight, down: ArrowDownRight, flat: Minus }

function Delta({ amount, trend, good, than }: NonNullable<Parameters<typeof Stat>[0]['delta']>) {
  const t = useT()
  const Arrow = arrows[trend]
  const spoken = {
    up: t('common.up', { amount }),
    down: t('common.down', { amount }),
    flat: t('common.unchanged'),
  }
  const tone =
    good === undefined || trend === 'flat' ? 'text-faint' : good ? 'text-good' : 'text-bad'
  return (
    <p className="flex items-center gap-1 text-small text-faint">
      <span className={classes('inline-flex items-center gap-0.5 font-medium', tone)}>
        <Arrow className="size-3.5" aria-hidden />
        <span aria-hidden>{trend === 'flat' ? spoken.flat : amount}</span>
        <span className="sr-only">{spoken[trend]}</span>
      </span>
      {than}
    </p>
  )
}
