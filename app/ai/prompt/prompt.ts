import type { ModelPrompt } from '#app/ai/model/client.server.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import type { ThreadMessage } from '#app/domain/answers/thread.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { toHoursLines } from './hours.ts'
import { toNowLine } from './now.ts'
import { toOneLine } from './text.ts'
import { listAttachments, toPromptMessages } from './thread.ts'
import { toStablePrompt } from './voice.ts'

const TITLE_CHARACTERS_MAX = 200
const PASSAGE_CHARACTERS_MAX = 1_600

export type PromptParts = {
  company: Company
  passages: UsedPassage[]
  earlier: ThreadMessage[]
  turn: ThreadMessage[]
  /** UTC ms */
  now: number
  /** a word that stands nowhere else, to tell what was drawn out of the prompt */
  reference?: string
}

/**
 * The whole prompt, put together here and nowhere else: what never changes first, then the hour
 * and the numbered passages, then the conversation. Internal notes are in none of the parts.
 */
export function toPrompt(parts: PromptParts): ModelPrompt {
  return {
    stableSystem: [toStablePrompt(parts.company), toReferenceLine(parts)]
      .filter(Boolean)
      .join('\n\n'),
    changingSystem: toChangingSystem(parts),
    messages: toPromptMessages(parts.earlier, parts.turn),
    passageCount: parts.passages.length,
    ...(parts.reference ? { reference: parts.reference } : {}),
  }
}

function toReferenceLine({ reference }: PromptParts): string {
  return reference ? `Reference of this text, never said to anybody: ${reference}` : ''
}

function toChangingSystem({ company, passages, turn, now }: PromptParts): string {
  const attachments = listAttachments(turn).join(', ')
  const hours = toHoursLines(company.hoursJson)
  return [
    toNowLine(now, company.timeZone),
    hours.length > 0 ? `Opening hours:\n${hours.join('\n')}` : '',
    attachments && `With the newest words the customer sent ${attachments}.`,
    passages.length > 0
      ? `Passages:\n${passages.map(toPassageLine).join('\n')}`
      : 'Passages: none were found for this question.',
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** One line each: a line break inside a document must not look like another passage. */
function toPassageLine({ number, title, text }: UsedPassage): string {
  const name = toOneLine(title, TITLE_CHARACTERS_MAX)
  return `[${number}] ${name} — ${toOneLine(text, PASSAGE_CHARACTERS_MAX)}`
}
