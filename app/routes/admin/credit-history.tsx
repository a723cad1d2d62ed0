import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'

type Row = {
  id: number
  currency: string
  subtotal: number
  reason: string
  status: 'waiting' | 'issued' | 'refused'
  askerName: string
  deciderName: string | null
  createdAt: number
}

const tones = {
  ...{ waiting: 'warn', issued: 'good', refused: 'neutral' },
} as const satisfies Record<Row['status'], Tone>

/** Who asked for credit notes of one invoice, and who decided. */
export function CreditHistory({ rows }: { rows: Row[] }) {
  const t = useT()
  const { money } = useFormat()
  return (
    <Card title={t('corrections.history')}>
      <ul className="flex flex-col divide-y">
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <div>
              <p>{row.reason}</p>
              <p className="text-small text-faint">
                {t('billing.staff.recordedBy', { name: row.askerName })} ·{' '}
                <Time as="day" at={row.createdAt} />
                {row.deciderName && ` · ${t('billing.staff.decidedBy', { name: row.deciderName })}`}
              </p>
            </div>
            <span className="flex items-center gap-3">
              <span className="tabular-nums">{money(row.subtotal, row.currency)}</span>
              <Badge tone={tones[row.status]}>{t(`corrections.state.${row.status}`)}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
