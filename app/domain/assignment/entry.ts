/** One change of owner, as the history shows it. */
export type AssignmentEntry = {
  id: number
  /** UTC ms */
  at: number
  fromName: string | null
  /** null: given to nobody */
  toId: number | null
  toName: string | null
  byKind: 'member' | 'rule' | 'system' | 'ai' | 'phone' | 'api'
  byId: number | null
  byName: string | null
  /** the strategy or procedure that led here */
  rule: string | null
  reason: string
}
