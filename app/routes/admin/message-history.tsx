import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'

type Row = {
  id: number
  kind: string
  channel: 'email' | 'whatsapp'
  recipientName: string
  recipient: string
  status: 'waiting' | 'sent' | 'failed'
  reason: string | null
  createdAt: number
  deliveredAt: number | null
  readAt: number | null
}

type State = Row['status'] | 'delivered' | 'read'

const tones = {
  ...{ waiting: 'neutral', sent: 'accent', delivered: 'good', read: 'good', failed: 'bad' },
} as const satisfies Record<State, Tone>

/** Who was written to about an invoice, by what, and what became of it. */
export function MessageHistory({ rows }: { rows: Row[] }) {
  const t = useT()
  const knownText = useKnownText()
  return (
    <Card title={t('dunning.history')}>
      <ul className="flex flex-col divide-y">
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p>
                {knownText(`dunning.kind.${row.kind}`, row.kind)} · {t(`dunning.by.${row.channel}`)}
              </p>
              <p className="text-small text-faint wrap-anywhere">
                {row.recipientName}, {row.recipient} · <Time at={row.createdAt} />
              </p>
              {row.reason && (
                <p className="text-small text-bad">
                  {knownText(`dunning.why.${row.reason}`, row.reason.replaceAll('_', ' '))}
                </p>
              )}
            </div>
            <span className="flex flex-col items-end gap-1">
              <Badge tone={toneOf(row)}>{t(`dunning.state.${stateOf(row)}`)}</Badge>
              {arrivedAt(row) !== null && (
                <span className="text-small text-faint">
                  <Time at={arrivedAt(row) ?? 0} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const arrivedAt = ({ readAt, deliveredAt }: Row) => readAt ?? deliveredAt

function stateOf({ status, deliveredAt, readAt }: Row): State {
  if (readAt !== null) return 'read'
  return deliveredAt === null ? status : 'delivered'
}

/** An e-mail that left is all that is known of it; WhatsApp tells more. */
function toneOf(row: Row): Tone {
  const state = stateOf(row)
  return state === 'sent' && row.channel === 'email' ? 'good' : tones[state]
}
