/** Where a template stands, for people: what is under way here goes before the vendor's word. */
export const templateStates = [
  ...(['submitting', 'deleting', 'failed'] as const),
  ...(['approved', 'pending', 'rejected', 'paused', 'disabled', 'in_appeal', 'other'] as const),
] as const
export type TemplateState = (typeof templateStates)[number]

/** Not known to the vendor yet. */
export const NEW = 'NEW'

export function stateOf(row: { status: string; changeState: string | null }): TemplateState {
  const { status, changeState } = row
  if (changeState) return changeState as TemplateState
  return templateStates.find((one) => one === status.toLowerCase()) ?? 'other'
}

/** The vendor takes a change only of what is not under review. */
export function mayChange(state: TemplateState): boolean {
  return ['failed', 'approved', 'rejected', 'paused'].includes(state)
}
