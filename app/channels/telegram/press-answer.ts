import { readPress } from './press.ts'
import { contentOf, readUpdate } from './update.ts'

/** Shown in the customer's own app; Telegram tells us the language it runs in. */
const NO_SUCH_BUTTON = {
  en: 'This button does not work any more. Please write to us instead.',
  sw: 'Kitufe hiki hakifanyi kazi tena. Tafadhali tuandikie ujumbe.',
}

export type PressAnswer = { callback_query_id: string; text?: string; show_alert?: boolean }

/** What to answer to the press in an update. @returns undefined when it holds none */
export function pressAnswerOf(raw: Buffer): PressAnswer | undefined {
  const update = readUpdate(raw)
  const content = update && contentOf(update)
  if (content?.kind !== 'callback_query') return undefined
  try {
    const press = readPress(content.value)
    if (press.ok) return { callback_query_id: press.id }
    const isSwahili = press.from.language_code?.startsWith('sw') === true
    const text = NO_SUCH_BUTTON[isSwahili ? 'sw' : 'en']
    return { callback_query_id: press.id, text, show_alert: true }
  } catch {
    return undefined
  }
}
