import { UserCheck } from 'lucide-react'
import type { AssignmentEntry } from '#app/domain/assignment/entry.ts'
import type { ThreadItem } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { ruleName } from './event-text.ts'

/** Whose it is and by whom, for the new owner, until they have written here themselves. */
export function AssignedToYou(props: {
  assignments: AssignmentEntry[]
  items: ThreadItem[]
  ownerId: number | null
  me: { id: number; name: string }
}) {
  const { assignments, items, ownerId, me } = props
  const t = useT()
  const [last] = assignments
  if (ownerId !== me.id || last?.toId !== me.id || last.byId === me.id) return null
  const hasWritten = items.some(
    (item) => item.kind === 'message' && item.authorName === me.name && item.at > last.at,
  )
  if (hasWritten) return null
  const text = last.byName
    ? t('assignment.toYouBy', { name: last.byName })
    : last.rule
      ? t('assignment.toYouByRule', { rule: ruleName(t, last.rule) })
      : t('assignment.toYouBySystem')
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-0.5 border-b bg-accent-soft px-4 py-2 text-accent-ink"
    >
      <UserCheck className="size-4 shrink-0" aria-hidden />
      <span className="font-medium">{text}</span>
      {last.reason && <span className="min-w-0 break-words">“{last.reason}”</span>}
      <Time at={last.at} className="text-small opacity-80" />
    </p>
  )
}
