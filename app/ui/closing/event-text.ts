import type { MessageKey, Translate } from '#app/i18n/translate.ts'

type Line = { event: string; data: Record<string, unknown>; actorKind: string; name: string }

/** How a conversation ended, and what came of it afterwards, in words. */
export function careText(
  t: Translate,
  { event, data, actorKind, name }: Line,
  money: (amountMinor: number, currency?: string) => string,
): string {
  switch (event) {
    case 'csat_sent':
      return t('csat.event.sent')
    case 'csat_answered':
      return t('csat.event.answered', { rating: Number(data['rating'] ?? 0) })
    case 'sla_breached':
      return t('sla.event.breached', { kind: t(toKey('sla.kind', data['clock'])) })
    default: {
      const outcome = toOutcome(t, data, money)
      if (actorKind === 'system') return t('closing.event.rule', { outcome })
      return t('inbox.event.closed', { name, outcome })
    }
  }
}

const OUTCOMES = ['won', 'lost', 'resolved', 'abandoned'] as const

/** `won, KES 12,000.00`; `lost: Too expensive, another dealer`. */
function toOutcome(
  t: Translate,
  data: Line['data'],
  money: (amountMinor: number, currency?: string) => string,
): string {
  const known = OUTCOMES.find((outcome) => outcome === data['outcome'])
  const outcome = t(`inbox.outcome.${known ?? 'none'}`)
  const { amountMinor, currency, lostReason, reason } = data
  const sold =
    typeof amountMinor === 'number' && typeof currency === 'string'
      ? `, ${money(amountMinor, currency)}`
      : ''
  const why = [lostReason, reason].filter((text) => typeof text === 'string').join(', ')
  return `${outcome}${sold}${why ? `: ${why}` : ''}`
}

function toKey(area: string, value: unknown): MessageKey {
  return `${area}.${String(value)}` as MessageKey
}
