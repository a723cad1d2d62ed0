import { ChevronRight } from 'lucide-react'
import type { AssignmentEntry } from '#app/domain/assignment/entry.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { ruleName } from './event-text.ts'

/** Who had the conversation, from whom, by whom and why; folded, the newest first. */
export function AssignmentHistory({ entries }: { entries: AssignmentEntry[] }) {
  const t = useT()
  if (entries.length === 0) return null
  return (
    <details className="group border-t px-4 py-3">
      <summary className="flex min-h-8 cursor-pointer items-center gap-1.5 text-small font-semibold text-soft">
        <ChevronRight
          className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
          aria-hidden
        />
        <span className="flex-1">{t('assignment.history')}</span>
        <span className="font-normal text-faint tabular-nums">{entries.length}</span>
      </summary>
      <ol className="mt-2 flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-col gap-0.5 text-small">
            <span className="font-medium text-ink">{moveText(t, entry)}</span>
            <span className="text-faint">
              {byText(t, entry)} · <Time at={entry.at} as="exact" />
            </span>
            {entry.reason && <q className="break-words text-soft">{entry.reason}</q>}
          </li>
        ))}
      </ol>
    </details>
  )
}

function moveText(t: Translate, { fromName, toName }: AssignmentEntry): string {
  if (toName === null)
    return fromName === null
      ? t('assignment.move.freed')
      : t('assignment.move.taken', { from: fromName })
  return fromName === null
    ? t('assignment.move.given', { to: toName })
    : t('assignment.move.moved', { from: fromName, to: toName })
}

function byText(t: Translate, { byKind, byName, rule }: AssignmentEntry): string {
  const who = byName
    ? t('assignment.by', { name: byName })
    : byKind === 'rule' || byKind === 'member'
      ? t('assignment.byRule', { rule: ruleName(t, rule ?? '') })
      : t(`assignment.by.${byKind}`)
  return rule && byName ? `${who} (${ruleName(t, rule)})` : who
}
