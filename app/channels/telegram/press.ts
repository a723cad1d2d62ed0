import { pressSchema } from './update.ts'
import type { TelegramUser } from './update.ts'

export type Press =
  | { ok: true; id: string; from: TelegramUser; chatId: number; messageId: number; button: Button }
  | { ok: false; id: string; reason: 'press_unknown_button'; from: TelegramUser }

type Button = { id: string; title: string }

/**
 * What somebody pressed. The data comes from their app and can be anything, so it counts only
 * when the very message that Telegram shows with it has such a button; then its title, which we
 * wrote, is what they said. A message too old to be shown proves nothing.
 *
 * @throws when it is no press at all
 */
export function readPress(value: unknown): Press {
  const { id, from, data, message } = pressSchema.parse(value)
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? []
  const found = buttons.find((one) => one.callback_data !== undefined && one.callback_data === data)
  const isOwnChat = message?.chat.type === 'private' && message.chat.id === from.id
  if (!message || !isOwnChat || found?.callback_data === undefined) {
    return { ok: false, id, from, reason: 'press_unknown_button' }
  }
  const button = { id: found.callback_data, title: found.text }
  return { ok: true, id, from, chatId: message.chat.id, messageId: message.message_id, button }
}
