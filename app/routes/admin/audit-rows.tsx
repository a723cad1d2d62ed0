import type { PlatformAuditEntry } from '#app/platform/audit/list.server.ts'
import { useKnownText } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'

/** Entries of the platform's log as sentences; one without a sentence says its own name. */
export function AuditRows({
  rows,
}: {
  rows: Pick<PlatformAuditEntry, 'id' | 'at' | 'actorName' | 'action' | 'details'>[]
}) {
  const knownText = useKnownText()
  return (
    <ul className="flex flex-col divide-y">
      {rows.map(({ id, at, actorName, action, details }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 px-4 py-3">
          <span className="min-w-0">
            <span className="font-medium">
              {knownText(`admin.did_${action.replace('.', '_')}`, action)}
            </span>
            <span className="block text-small text-faint wrap-anywhere">{toWords(details)}</span>
          </span>
          <span className="text-small text-soft">
            {actorName} · <Time at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What an entry holds, as far as it can be read: `starter → growth`, a reason. */
function toWords(details: Record<string, unknown>): string {
  const { from, to, reason, days, people } = details
  const isText = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number'
  if (isText(from) && isText(to)) return `${from} → ${to}`
  return [reason, days, people, to].find(isText)?.toString() ?? ''
}
