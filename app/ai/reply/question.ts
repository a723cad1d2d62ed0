import { toCleanText } from '#app/ai/prompt/text.ts'
import type { ThreadMessage } from '#app/domain/answers/thread.server.ts'

const QUESTION_CHARACTERS_MAX = 2_000
const BEFORE_CHARACTERS_MAX = 300
/** A question this short leans on what was said before ("and the blue one?"). */
const SHORT_WORDS_MAX = 4

/** What the customer's unanswered messages say, one per line. */
export function toTurnText(turn: ThreadMessage[]): string {
  const texts = turn.map(({ text }) => text?.trim()).filter(Boolean)
  return toCleanText(texts.join('\n'), QUESTION_CHARACTERS_MAX)
}

/** The customer's last words before the turn. */
export function toTextBefore(earlier: ThreadMessage[]): string {
  const last = earlier.findLast(({ isInbound, text }) => isInbound && text?.trim())
  return toCleanText(last?.text ?? '', BEFORE_CHARACTERS_MAX)
}

/** What to search for: the turn, together with what came before when it is short. */
export function toSearchText(turnText: string, before: string): string {
  const isShort = turnText.split(/\s+/).length <= SHORT_WORDS_MAX
  return isShort && before ? `${before}\n${turnText}` : turnText
}
