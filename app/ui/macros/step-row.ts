import type { MacroStep, MacroStepKind } from '#app/domain/macros/macro.ts'

/** A step as its fields hold it: one choice, or words. */
export type StepRow = { kind: MacroStepKind; value: string; text: string }

/** A saved step as fields. */
export function toRow(step: MacroStep): StepRow {
  const row = (value: string | number | null, text = '') => ({
    ...{ kind: step.kind, value: value === null ? '' : String(value), text },
  })
  switch (step.kind) {
    case 'reply':
    case 'note':
      return row('', step.text)
    case 'ready_answer':
      return row(step.cannedId)
    case 'add_tag':
    case 'remove_tag':
      return row(step.tagId)
    case 'priority':
      return row(step.priorityId ?? 'usual')
    case 'assign':
      return row('id' in step.to ? `${step.to.kind}:${step.to.id}` : step.to.kind)
    case 'snooze':
      return row(step.hours ?? 'reply')
    case 'close':
      return row(step.outcome)
    case 'hand_to_assistant':
      return row('')
  }
}

/** Fields as a step, not checked yet. */
export function fromRow({ kind, value, text }: StepRow): unknown {
  const number = /^\d+$/.test(value) ? Number(value) : undefined
  const [to, id] = value.split(':')
  switch (kind) {
    case 'reply':
    case 'note':
      return { kind, text: text.replace(/\r\n/g, '\n') }
    case 'ready_answer':
      return { kind, cannedId: number }
    case 'add_tag':
    case 'remove_tag':
      return { kind, tagId: number }
    case 'priority':
      return { kind, priorityId: value === 'usual' ? null : number }
    case 'assign':
      return { kind, to: id === undefined ? { kind: to } : { kind: to, id: Number(id) } }
    case 'snooze':
      return { kind, hours: value === 'reply' ? null : number }
    case 'close':
      return { kind, outcome: value }
    case 'hand_to_assistant':
      return { kind }
  }
}

/** What a button of the list asks for: `add.reply`, `up.2`, `down.0`, `remove.1`. */
export function changeRows(rows: StepRow[], order: string): StepRow[] {
  const [verb, what = ''] = order.split('.')
  const at = Number(what)
  const row = rows[at]
  if (verb === 'add') return [...rows, { kind: what as MacroStepKind, value: '', text: '' }]
  if (!row) return rows
  const others = rows.filter((_, index) => index !== at)
  if (verb === 'remove') return others
  const to = Math.min(Math.max(at + (verb === 'up' ? -1 : 1), 0), others.length)
  return [...others.slice(0, to), row, ...others.slice(to)]
}
