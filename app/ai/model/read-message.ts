import type Anthropic from '@anthropic-ai/sdk'
import type { ModelAnswer } from './answer-format.ts'
import type { ModelFailureReason } from './failure.ts'

/** One call that a model asks for; its input is anything at all until it was read. */
export type ToolUse = { id: string; name: string; input: Record<string, unknown> }

/** What a model says on the way to an answer: the answer, or what it wants done before. */
export type ModelStep =
  | { kind: 'answer'; answer: ModelAnswer }
  | {
      kind: 'calls'
      calls: ToolUse[]
      /** what it said, to be sent back as it came */
      said: Anthropic.MessageParam
    }

/** The tools of a request, and what was asked of them and answered since the prompt. */
export type ToolTalk = {
  tools: Anthropic.Tool[]
  exchange: Anthropic.MessageParam[]
  /** no more calls: this request is for the answer */
  isLast: boolean
}

export type ReadResult<T> = { ok: true; answer: T } | { ok: false; reason: ModelFailureReason }

/** Blocks that we did not ask for (tool calls, unknown kinds) are passed over. */
export function readMessage<T>(
  message: Anthropic.Message,
  parse: (text: string) => T | undefined,
): ReadResult<T> {
  if (message.stop_reason === 'refusal') return { ok: false, reason: 'refusal' }
  if (message.stop_reason === 'max_tokens') return { ok: false, reason: 'truncated' }
  if (message.stop_reason === 'model_context_window_exceeded') {
    return { ok: false, reason: 'context_exceeded' }
  }
  const texts = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : []))
  if (texts.length === 0) return { ok: false, reason: 'empty' }
  // One text block is the rule; a second one repeats or continues the first.
  for (const text of [texts.join(''), ...texts]) {
    const answer = parse(text)
    if (answer) return { ok: true, answer }
  }
  return { ok: false, reason: 'malformed' }
}

/** An answer, or calls where there are tools to be called. */
export function readStep(
  message: Anthropic.Message,
  parse: (text: string) => ModelAnswer | undefined,
  { tools, isLast }: ToolTalk,
): ReadResult<ModelStep> {
  const calls = tools.length === 0 ? [] : message.content.flatMap(toToolUse)
  if (message.stop_reason !== 'tool_use' || calls.length === 0) {
    const read = readMessage(message, parse)
    return read.ok ? { ok: true, answer: { kind: 'answer', answer: read.answer } } : read
  }
  if (isLast) return { ok: false, reason: 'tool_loop' }
  const content = message.content.filter(isSentBack)
  return { ok: true, answer: { kind: 'calls', calls, said: { role: 'assistant', content } } }
}

function toToolUse(block: Anthropic.ContentBlock): ToolUse[] {
  if (block.type !== 'tool_use') return []
  const { id, name, input } = block
  return [{ id, name, input: isObject(input) ? input : {} }]
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** The vendor refuses blank text; thinking goes back unchanged, kinds that we do not know stay here. */
function isSentBack(
  block: Anthropic.ContentBlock,
): block is Extract<Anthropic.ContentBlock, Anthropic.ContentBlockParam> {
  if (block.type === 'text') return block.text.trim() !== ''
  return ['thinking', 'redacted_thinking', 'tool_use'].includes(block.type)
}
