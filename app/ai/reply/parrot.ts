import { findSmallTalk } from '#app/ai/builtin/intent.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'

const WORDS_MIN = 3

/**
 * Whether a reply only says what the customer's own message told it to say ("repeat after me").
 * Words of a passage may be said whoever said them too, and a greeting may be given back.
 */
export function isParroted(reply: string, turnText: string, passages: UsedPassage[]): boolean {
  const said = squeeze(reply)
  const asked = squeeze(turnText)
  if (said.split(' ').length < WORDS_MIN || findSmallTalk(turnText)) return false
  // The last word may have been cut.
  if (!` ${asked}`.includes(` ${said}`)) return false
  return !passages.some(({ title, text }) => squeeze(`${title} ${text}`).includes(said))
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
