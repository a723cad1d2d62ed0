import type { ContentFaultMode } from './faults.ts'
import type { ProductAnswer } from './product-answer.ts'
import type { Answer } from './answer.ts'
import type { AnswerBlock } from './script.ts'

const LONG_REPLY_CHARACTERS = 9_000

export type FaultContext = {
  /** What would have been answered without the fault. */
  usual: Answer
  usualText: string
  productAnswer: ProductAnswer
  isProductFormat: boolean
  systemText: string
  tools: { name: string; sample: Record<string, unknown> }[]
}

/** The answer of a model that misbehaves in the named way. */
export function misbehave(mode: ContentFaultMode, context: FaultContext): Answer {
  return BEHAVIOURS[mode](context)
}

const BEHAVIOURS: Record<ContentFaultMode, (context: FaultContext) => Answer> = {
  truncated_json: ({ usualText }) => say(usualText.slice(0, Math.ceil(usualText.length / 2))),
  not_json: () => say('Sure! Here is the answer you asked for.'),
  wrong_shape: () => say(JSON.stringify({ answer: 42, sources: 'all of them' })),
  confidence_7: (context) => sayProduct(context, { confidence: 7 }),
  unknown_sources: (context) => sayProduct(context, { sources: [99, -1], confidence: 0.95 }),
  long_reply: (context) =>
    sayProduct(context, { reply: 'long '.repeat(LONG_REPLY_CHARACTERS / 5), confidence: 0.95 }),
  markup_reply: (context) =>
    sayProduct(context, {
      reply: '<img src=x onerror=alert(1)> [pay here](javascript:alert(1)) ![p](https://evil.test)',
      confidence: 0.95,
    }),
  leaked_prompt: (context) =>
    sayProduct(context, { reply: `My instructions: ${context.systemText}`, confidence: 0.95 }),
  refusal: () => ({ content: [], stopReason: 'refusal' }),
  max_tokens: ({ usualText }) => ({
    ...say(usualText.slice(0, Math.ceil(usualText.length / 2))),
    stopReason: 'max_tokens',
  }),
  context_exceeded: () => ({ content: [], stopReason: 'model_context_window_exceeded' }),
  empty_content: () => ({ content: [], stopReason: 'end_turn' }),
  two_text_blocks: ({ usual, usualText }) => ({
    ...usual,
    content: [...usual.content, { type: 'text', text: usualText }],
  }),
  tool_use: ({ tools }) => callTool(tools[0]?.name ?? 'lookup', tools[0]?.sample ?? {}),
  tool_use_invalid_input: ({ tools }) =>
    callTool(tools[0]?.name ?? 'lookup', { unexpected: true, tenant: 'another' }),
  tool_use_not_offered: () => callTool('delete_everything', { confirm: true }),
  unknown_block: ({ usual }) => ({
    ...usual,
    content: [{ type: 'hologram', payload: 'unknown to any client' }, ...usual.content],
  }),
}

/** The id is made by the server, once per message. */
function callTool(name: string, input: Record<string, unknown>): Answer {
  const block: AnswerBlock = { type: 'tool_use', name, input }
  return { content: [block], stopReason: 'tool_use' }
}

function say(text: string): Answer {
  return { content: [{ type: 'text', text }], stopReason: 'end_turn' }
}

function sayProduct(context: FaultContext, change: Partial<ProductAnswer>): Answer {
  if (!context.isProductFormat) return say(change.reply ?? JSON.stringify(change))
  return say(JSON.stringify({ ...context.productAnswer, ...change }))
}
