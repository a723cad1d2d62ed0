import { z } from 'zod'
import { refused } from './answers.ts'
import type { Refusal } from './answers.ts'

const CALLBACK_DATA_MAX_BYTES = 64
const BUTTONS_MAX = 100
/** What a button can do; it has exactly one of these. */
const ACTIONS = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
]

const button = z.looseObject({ text: z.string(), callback_data: z.string().optional() })
const inline = z.object({ inline_keyboard: z.array(z.array(button)) })

/** Why a reply_markup is not taken, or undefined. Other kinds of keyboards pass. */
export function refuseMarkup(markup: unknown): Refusal | undefined {
  if (markup === undefined || markup === '') return undefined
  if (typeof markup !== 'object' || markup === null) {
    return refused(400, 'object expected as reply markup')
  }
  if (!('inline_keyboard' in markup)) return undefined
  const parsed = inline.safeParse(markup)
  if (!parsed.success) return refused(400, "can't parse inline keyboard button")
  const buttons = parsed.data.inline_keyboard.flat()
  if (buttons.length > BUTTONS_MAX) return refused(400, 'reply markup is too long')
  for (const one of buttons) {
    const problem = refuseButton(one)
    if (problem) return problem
  }
  return undefined
}

function refuseButton(one: z.output<typeof button>): Refusal | undefined {
  if (one.text === '') return refused(400, 'text buttons must be non-empty')
  if (ACTIONS.filter((name) => name in one).length !== 1) {
    return refused(400, 'exactly one action is required in inline keyboard buttons')
  }
  const { callback_data: data } = one
  if (data === undefined) return undefined
  const size = Buffer.byteLength(data)
  const fits = size >= 1 && size <= CALLBACK_DATA_MAX_BYTES
  return fits ? undefined : refused(400, 'BUTTON_DATA_INVALID')
}
