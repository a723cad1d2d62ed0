import type { FlagScope } from '#app/platform/flags/registry.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Time } from '#app/ui/time.tsx'

type Change = {
  id: number
  at: number
  actorName: string
  details: { scope: FlagScope; from: number | null; to: number | null }
  label: string
}

/** Who changed a flag, for whom, from what to what. */
export function FlagChanges({ changes }: { changes: Change[] }) {
  const t = useT()
  const word = (scope: FlagScope, value: number | null) => {
    if (value === null) return t('control.nothingSaid')
    if (scope === 'percentage') return t('control.percent', { percent: value })
    return t(value === 1 ? 'control.on' : 'control.off')
  }
  return (
    <Card title={t('control.history')} flush>
      {changes.length === 0 ? (
        <EmptyState compact title={t('control.noHistory')} />
      ) : (
        <ul className="flex flex-col divide-y">
          {changes.map(({ id, at, actorName, label, details: { scope, from, to } }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-6 px-4 py-3">
              <span>
                {t(`control.scope_${scope}`, { name: label })}
                {': '}
                {t('control.fromTo', { from: word(scope, from), to: word(scope, to) })}
              </span>
              <span className="text-small text-soft">
                {actorName} · <Time at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
