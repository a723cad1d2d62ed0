/**
 * What became of a call: `done`; `refused` (not allowed, over its limit, or with arguments that
 * do not fit); `failed` while it was carried out; `repeated`, where the same had been done for
 * these very words of the customer before; `not_done`, where nothing was sent (tried out,
 * suggested or dropped).
 */
export type ToolOutcome = 'done' | 'refused' | 'failed' | 'repeated' | 'not_done'

/** One call of a tool while an answer was written. */
export type ToolCall = {
  tool: string
  /** what the model asked for, as JSON, cut at a length */
  argumentsJson: string
  outcome: ToolOutcome
  /** what the model was told, or why it was refused */
  result: string
  tookMs: number
  /** UTC ms */
  at: number
  /** names what it changed and for which words, so that it is changed once */
  effectKey: string | null
}
