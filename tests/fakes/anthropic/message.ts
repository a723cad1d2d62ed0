import type { Answer } from './answer.ts'
import type { MessagesRequest } from './request-shape.ts'
import type { AnswerBlock, StopReason } from './script.ts'
import { toTokens } from './usage.ts'
import type { InputUsage } from './usage.ts'

const CHARACTERS_PER_TOKEN = 4

export type Message = {
  id: string
  type: 'message'
  role: 'assistant'
  model: string
  content: AnswerBlock[]
  stop_reason: StopReason
  stop_sequence: string | null
  stop_details: { type: string; explanation: string } | null
  usage: InputUsage & { output_tokens: number; service_tier: string }
}

/** The vendor's message; honours `max_tokens` and `stop_sequences` as the vendor would. */
export function toMessage(
  request: MessagesRequest,
  answer: Answer,
  usage: InputUsage,
  serial: number,
): Message {
  const stopped = applyStopSequence(answer, request.stop_sequences ?? [])
  const { content, stopReason } = applyMaxTokens(stopped.answer, request.max_tokens)
  const isRefusal = stopReason === 'refusal'
  return {
    id: `msg_${String(serial).padStart(6, '0')}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: content.map((block, index) => withToolId(block, serial, index)),
    stop_reason: stopReason,
    stop_sequence: stopReason === 'stop_sequence' ? stopped.sequence : null,
    stop_details: isRefusal ? { type: 'refusal', explanation: 'The request was declined.' } : null,
    usage: { ...usage, output_tokens: countOutput(content), service_tier: 'standard' },
  }
}

function withToolId(block: AnswerBlock, serial: number, index: number): AnswerBlock {
  if (block.type !== 'tool_use') return block
  return { id: `toolu_${String(serial).padStart(6, '0')}_${index}`, ...block }
}

function applyStopSequence(answer: Answer, sequences: string[]) {
  for (const sequence of sequences) {
    const index = answer.content.findIndex((block) => textOf(block).includes(sequence))
    if (index < 0) continue
    const block = answer.content[index]!
    const text = textOf(block).split(sequence)[0]!
    const content = [...answer.content.slice(0, index), { ...block, text }]
    return { answer: { content, stopReason: 'stop_sequence' } satisfies Answer, sequence }
  }
  return { answer, sequence: null }
}

function applyMaxTokens(answer: Answer, maxTokens: number): Answer {
  let left = maxTokens * CHARACTERS_PER_TOKEN
  const kept: AnswerBlock[] = []
  for (const block of answer.content) {
    const text = textOf(block)
    if (block.type === 'text' && text.length > left) {
      return {
        content: [...kept, { ...block, text: text.slice(0, left) }],
        stopReason: 'max_tokens',
      }
    }
    left -= text.length
    kept.push(block)
  }
  return answer
}

function countOutput(content: AnswerBlock[]): number {
  const characters = content.reduce((sum, block) => sum + sizeOf(block), 0)
  return Math.max(1, toTokens(characters))
}

function sizeOf(block: AnswerBlock): number {
  return block.type === 'text' ? textOf(block).length : JSON.stringify(block).length
}

function textOf(block: AnswerBlock): string {
  return typeof block.text === 'string' ? block.text : ''
}
