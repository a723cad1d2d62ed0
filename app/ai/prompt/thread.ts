import type { ThreadMessage } from '#app/domain/answers/thread.server.ts'
import { clip, toCleanText } from './text.ts'

const NEWEST_CHARACTERS_MAX = 4_000
const EARLIER_CHARACTERS_MAX = 1_000
const EARLIER_TOTAL_CHARACTERS_MAX = 12_000

export type PromptMessage = { role: 'user' | 'assistant'; content: string }

/** What a message without words is to a model that cannot see or hear it. */
const WORDLESS: Partial<Record<ThreadMessage['type'], string>> = {
  image: 'a picture that you cannot see',
  video: 'a video that you cannot see',
  audio: 'a voice message that you cannot hear',
  document: 'a document that you cannot read',
  sticker: 'a sticker',
  location: 'a location',
  contacts: 'a contact card',
  order: 'an order from the catalogue',
}

/**
 * The conversation as the model reads it: what the customer wrote is user content and nothing
 * else ever is; ours is assistant content. Older messages give way first, and the newest turn,
 * which the answer is for, stands last as one message.
 */
export function toPromptMessages(earlier: ThreadMessage[], turn: ThreadMessage[]): PromptMessage[] {
  const newest = clip(
    turn
      .map((message) => say(message, NEWEST_CHARACTERS_MAX))
      .filter(Boolean)
      .join('\n'),
    NEWEST_CHARACTERS_MAX,
  )
  const before = withinBudget(
    earlier.map((message) => ({
      role: message.isInbound ? ('user' as const) : ('assistant' as const),
      content: say(message, EARLIER_CHARACTERS_MAX),
    })),
  )
  return joinRoles([...before, { role: 'user', content: newest || '[no words]' }])
}

/** What came along with the turn's words, in our words: `a picture that you cannot see`. */
export function listAttachments(turn: ThreadMessage[]): string[] {
  const kinds = turn.filter(({ text }) => text).map(({ type }) => WORDLESS[type])
  return [...new Set(kinds.filter((kind) => kind !== undefined))]
}

function say(message: ThreadMessage, charactersMax: number): string {
  const text = toCleanText(message.text ?? '', charactersMax)
  const wordless = WORDLESS[message.type]
  return text || (wordless ? `[${wordless}]` : '')
}

function withinBudget(messages: PromptMessage[]): PromptMessage[] {
  let left = EARLIER_TOTAL_CHARACTERS_MAX
  const kept = messages
    .filter(({ content }) => content !== '')
    .toReversed()
    .filter(({ content }) => (left -= content.length) >= 0)
    .toReversed()
  // The vendor wants a customer to speak first.
  const first = kept.findIndex(({ role }) => role === 'user')
  return first < 0 ? [] : kept.slice(first)
}

function joinRoles(messages: PromptMessage[]): PromptMessage[] {
  const joined: PromptMessage[] = []
  for (const message of messages) {
    const last = joined.at(-1)
    if (last?.role === message.role) last.content += `\n${message.content}`
    else joined.push({ ...message })
  }
  return joined
}
