import type { FaultMode } from './faults.ts'
import type { Question } from './passages.ts'
import type { ProductAnswer } from './product-answer.ts'

export type StopReason =
  | 'end_turn'
  | 'max_tokens'
  | 'stop_sequence'
  | 'tool_use'
  | 'pause_turn'
  | 'refusal'
  | 'model_context_window_exceeded'

/** A block of an answer; loose, because faults send blocks that no SDK knows. */
export type AnswerBlock = { type: string } & Record<string, unknown>

/** Which requests an entry speaks for; every given part must fit. Text parts ignore case. */
export type ScriptMatch = {
  text?: string
  pattern?: string
  system?: string
  tool?: string
  /** True: only with `output_config.format`; false: only without. */
  format?: boolean
  /** True: only once tools were called for these words; false: only before. */
  called?: boolean
  /** Part of what a tool has returned. */
  result?: string
}

/** What to answer; the first field given counts. */
export type ScriptReply = {
  fault?: FaultMode
  blocks?: AnswerBlock[]
  toolUse?: { name: string; input: Record<string, unknown> }[]
  text?: string
  json?: unknown
  /** Laid over the product answer that the fake would have given. */
  answer?: Partial<ProductAnswer>
  stopReason?: StopReason
  delayMs?: number
}

/** Plain data, so that another process can send it. The first entry that fits is used. */
export type ScriptEntry = { when?: ScriptMatch; times?: number; reply: ScriptReply }

export type Asked = { question: Question; tools: string[]; hasFormat: boolean }

/** Takes the reply of the first fitting entry and counts down its `times`. */
export function takeScripted(script: ScriptEntry[], asked: Asked): ScriptReply | null {
  const entry = script.find((candidate) => candidate.times !== 0 && fits(candidate.when, asked))
  if (!entry) return null
  if (entry.times !== undefined) entry.times -= 1
  return entry.reply
}

function fits(when: ScriptMatch | undefined, asked: Asked): boolean {
  if (!when) return true
  const { customerText, systemText } = asked.question
  return (
    (when.text === undefined || holds(customerText, when.text)) &&
    (when.pattern === undefined || new RegExp(when.pattern, 'iu').test(customerText)) &&
    (when.system === undefined || holds(systemText, when.system)) &&
    (when.tool === undefined || asked.tools.includes(when.tool)) &&
    (when.format === undefined || when.format === asked.hasFormat) &&
    (when.called === undefined || when.called === asked.question.hasCalled) &&
    (when.result === undefined || holds(asked.question.toolResults.join('\n'), when.result))
  )
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}
