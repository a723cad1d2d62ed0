import { blocksOf } from './request-rules.ts'
import type { MessagesRequest, RequestMessage } from './request-shape.ts'

export type Passage = { number: number; text: string }

/** What the fake answers about, read out of one request. */
export type Question = {
  /** The customer's newest words: the user messages after the last assistant one. */
  customerText: string
  /** What the customer wrote before the last assistant message, newest last. */
  earlierText: string
  systemText: string
  passages: Passage[]
  /** What tools returned since the customer's newest words, in order; errors are not among them. */
  toolResults: string[]
  /** Whether tools were called at all since then. */
  hasCalled: boolean
}

const PASSAGE_LINE = /^\[(\d+)\] ?(.*)$/
const SECTION_LINE = /^(<\/?[a-z][^>]*>|#{1,6} .*|-{3,}|={3,})\s*$/i
const WRAPPED =
  /<((?:customer|user|latest|incoming)[\w-]*|message|question)\b[^>]*>([\s\S]*?)<\/\1>/gi
const CUSTOMER_LINE = /^(?:customer|user|contact|mteja)\b[^:\n]{0,40}:\s*(.+)$/gim

/** Passages come from the system text when it holds any, so that a customer cannot print their own. */
export function readQuestion(request: Pick<MessagesRequest, 'messages' | 'system'>): Question {
  const systemText = toSystemText(request)
  const turns = request.messages.filter((message) => message.role !== 'system')
  // Calls and their results belong to the answer that is being written.
  const spoken = turns.filter((message) => !isOfTools(message))
  const lastAnswer = spoken.findLastIndex((message) => message.role === 'assistant')
  const newest = spoken
    .slice(lastAnswer + 1)
    .map(toText)
    .join('\n')
  const earlier = spoken.slice(0, lastAnswer + 1).filter((message) => message.role === 'user')
  const inSystem = readPassages(systemText)
  const toolResults = turns.flatMap(toResults)
  const passages = inSystem.length > 0 ? inSystem : readPassages(newest)
  return {
    customerText: toCustomerText(newest, inSystem.length === 0),
    earlierText: earlier.map((message) => toCustomerText(toText(message), false)).join('\n'),
    systemText,
    passages: [...passages, ...toolResults.flatMap((text) => readPassages(text, true))],
    toolResults,
    hasCalled: spoken.length < turns.length,
  }
}

function isOfTools(message: RequestMessage): boolean {
  return blocksOf(message).some(({ type }) => type === 'tool_use' || type === 'tool_result')
}

function toResults(message: RequestMessage): string[] {
  return blocksOf(message).flatMap((block) => {
    if (block.type !== 'tool_result' || block.is_error) return []
    const { content = '' } = block
    const parts = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content
    return [parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')]
  })
}

/** Numbered passages, from `[1] ` on (or from any number where they go on); the last one ends at a blank line, a tag or a heading. */
export function readPassages(text: string, isContinued = false): Passage[] {
  const passages: Passage[] = []
  const lines = text.split('\n')
  const lastStart = findLastStart(lines)
  let open: Passage | null = null
  for (const [index, line] of lines.entries()) {
    const start = PASSAGE_LINE.exec(line)
    const isNext = isContinued || Number(start?.[1]) === passages.length + 1
    if (start && isNext) {
      open = { number: Number(start[1]), text: start[2]! }
      passages.push(open)
    } else if (SECTION_LINE.test(line) || (line.trim() === '' && index > lastStart)) {
      open = null
    } else if (open) {
      open.text += `\n${line}`
    }
  }
  return passages.map((passage) => ({ ...passage, text: passage.text.trim() }))
}

function findLastStart(lines: string[]): number {
  return lines.findLastIndex((line) => PASSAGE_LINE.test(line))
}

function toSystemText(request: Pick<MessagesRequest, 'messages' | 'system'>): string {
  const { system } = request
  const top = typeof system === 'string' ? system : (system ?? []).map((b) => b.text).join('\n')
  const inside = request.messages.filter((message) => message.role === 'system').map(toText)
  return [top, ...inside].join('\n').trim()
}

function toText(message: RequestMessage): string {
  return blocksOf(message)
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('\n')
}

/** The customer's own words: a tagged or "Customer:" part when there is one, else all but passages. */
function toCustomerText(text: string, mayHoldPassages: boolean): string {
  const passages = mayHoldPassages ? readPassages(text) : []
  const rest = passages.length > 0 ? text.replace(passageSpan(text), '\n') : text
  const wrapped = [...rest.matchAll(WRAPPED)].map((match) => match[2]!.trim())
  if (wrapped.length > 0) return wrapped.at(-1)!
  const spoken = passages.length > 0 ? [...rest.matchAll(CUSTOMER_LINE)] : []
  return (spoken.at(-1)?.[1] ?? rest.replace(/^<\/?[a-z][^>]*>$/gim, '')).trim()
}

function passageSpan(text: string): string {
  const start = text.search(/^\[1\] /m)
  const last = readPassages(text).at(-1)!
  const tail = last.text.slice(-40)
  return text.slice(start, text.indexOf(tail, text.indexOf(`[${last.number}] `)) + tail.length)
}
