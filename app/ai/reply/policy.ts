import { wantsPerson } from '#app/ai/builtin/intent.ts'
import { isAngry, isMisunderstoodAgain } from '#app/ai/builtin/mood.ts'
import type { HandOverReason } from '#app/domain/answers/hand-over.server.ts'
import type { Thread, ThreadMessage } from '#app/domain/answers/thread.server.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { toTurnText } from './question.ts'

const LATELY = 10
const COMPLAINT_CHARACTERS_MAX = 500

const SILENT: ReadonlySet<ThreadMessage['type']> = new Set(['sticker', 'system'] as const)

/** What is decided without asking any assistant; `answer` means that one should write. */
export type Verdict = 'answer' | 'nothing_to_answer' | HandOverReason

/**
 * The company's rules before any writing: a person on request, for who is angry and for who was
 * misunderstood again, no guessing at what cannot be heard or seen, orders to staff. A caption
 * counts as words; a lone sticker wants no answer.
 */
export function judgeTurn({ turn, earlier }: Pick<Thread, 'turn' | 'earlier'>): Verdict {
  const types = new Set(turn.map(({ type }) => type))
  const text = toTurnText(turn)
  if (wantsPerson(text)) return 'customer_asked'
  if (isAngry(text)) return 'angry'
  if (isMisunderstoodAgain(text, toCustomerTexts(earlier))) return 'misunderstood'
  if (types.has('audio')) return 'voice_message'
  if (types.has('order')) return 'order'
  if (text !== '') return 'answer'
  if (turn.every(({ type }) => SILENT.has(type))) return 'nothing_to_answer'
  return types.has('unsupported') ? 'unsupported_message' : 'wordless_message'
}

/** What the customer wrote lately; a complaint stands at a message's beginning or not at all. */
function toCustomerTexts(earlier: ThreadMessage[]): string[] {
  const texts = earlier.flatMap(({ isInbound, text }) => (isInbound && text ? [text] : []))
  return texts.slice(-LATELY).map((text) => text.slice(0, COMPLAINT_CHARACTERS_MAX))
}

/** What the customer is told when a person takes over, by reason. */
export const handOverTexts = {
  customer_asked: 'ai.handOverAsked',
  angry: 'ai.handOverAngry',
  misunderstood: 'ai.handOverMisunderstood',
  vip: 'ai.handOverVip',
  low_confidence: 'ai.handOverUnsure',
  assistant_asked: 'ai.handOverPerson',
  unsourced_claim: 'ai.handOverUnsure',
  voice_message: 'ai.handOverVoice',
  wordless_message: 'ai.handOverWordless',
  unsupported_message: 'ai.handOverWordless',
  order: 'ai.handOverOrder',
  budget_used_up: 'ai.handOverPerson',
  plan_used_up: 'ai.handOverPerson',
  no_answer: 'ai.handOverUnsure',
} satisfies Record<HandOverReason, MessageKey>
