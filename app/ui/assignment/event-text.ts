import { strategies } from '#app/domain/assignment/strategy.ts'
import type { Translate } from '#app/i18n/translate.ts'

type Move = {
  event: 'assigned' | 'unassigned'
  data: Record<string, unknown>
  name: string
  actorName: string | null
  subjectName: string | null
}

/** A change of owner as one line: who to whom, by which rule, and why. */
export function assignmentText(t: Translate, move: Move): string {
  const text = withoutReason(t, move)
  const { reason } = move.data
  return typeof reason === 'string' && reason
    ? t('assignment.event.because', { text, reason })
    : text
}

/** What a rule is called; one that is not ours is shown as it is. */
export function ruleName(t: Translate, rule: string): string {
  const strategy = strategies.find((name) => name === rule)
  if (strategy) return t(`assignment.strategy.${strategy}`)
  if (rule === 'stepped_in') return t('watching.rule')
  return rule === 'transfer' ? t('assignment.rule.transfer') : rule
}

function withoutReason(t: Translate, { event, data, name, actorName, subjectName }: Move): string {
  if (event === 'unassigned') return t('inbox.event.unassigned', { name })
  const to = subjectName ?? t('inbox.someone')
  const { rule } = data
  if (actorName === null && typeof rule === 'string')
    return t('assignment.event.rule', { to, rule: ruleName(t, rule) })
  return subjectName === actorName
    ? t('inbox.event.assignedSelf', { name })
    : t('inbox.event.assigned', { name, to })
}
