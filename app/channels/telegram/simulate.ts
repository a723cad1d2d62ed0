import type { SimulatedAct, SimulatedPerson, SimulatedResult } from '../simulation.ts'
import type { TelegramSettings } from './settings.ts'

const SAMPLE_PLACE = { latitude: -1.286389, longitude: 36.817223 }
let sequence = 0

/** The call Telegram would make when this person does this: with the bot's real secret. */
export function simulateTelegram(
  act: SimulatedAct,
  person: SimulatedPerson,
  settings: TelegramSettings,
): SimulatedResult {
  const content = toUpdate(act, person)
  if (!content) return { ok: false, reason: 'not_possible' }
  const body = Buffer.from(JSON.stringify({ update_id: nextNumber(), ...content }))
  const headers = {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': settings.secretToken,
  }
  return { ok: true, call: { headers, body } }
}

function toUpdate(act: SimulatedAct, person: SimulatedPerson): Record<string, unknown> | undefined {
  const id = Number(person.number)
  const from = { id, is_bot: false, first_name: person.name }
  const chat = { id, type: 'private', first_name: person.name }
  const date = Math.floor(Date.now() / 1000)
  const message = { message_id: nextNumber(), date, chat, from }
  switch (act.kind) {
    case 'text':
      return { message: { ...message, text: act.text } }
    case 'location':
      return { message: { ...message, location: SAMPLE_PLACE } }
    case 'contact':
      return {
        message: { ...message, contact: { phone_number: '+254700000099', first_name: 'Neema' } },
      }
    case 'button': {
      const button = { text: act.title, callback_data: 'simulated' }
      const reply_markup = { inline_keyboard: [[button]] }
      const message_id = messageIdOf(act.targetId) ?? 1
      const about = { message_id, date, chat, reply_markup }
      const press = { from, chat_instance: `${-id}`, data: button.callback_data, message: about }
      return { callback_query: { id: `simulated-${nextNumber()}`, ...press } }
    }
    case 'edit': {
      const edited = { ...message, message_id: messageIdOf(act.targetId), edit_date: date }
      return { edited_message: { ...edited, text: act.text } }
    }
    case 'reaction': {
      const reaction = { type: 'emoji', emoji: act.emoji }
      const about = { chat, message_id: messageIdOf(act.targetId), user: from, date }
      return { message_reaction: { ...about, old_reaction: [], new_reaction: [reaction] } }
    }
    case 'block':
    case 'unblock': {
      const status = act.kind === 'block' ? 'kicked' : 'member'
      return { my_chat_member: { chat, from, date, new_chat_member: { status } } }
    }
    default:
      return undefined
  }
}

function messageIdOf(providerId: string | undefined): number | undefined {
  const id = /^-?\d+:(\d+)$/.exec(providerId ?? '')?.[1]
  return id === undefined ? undefined : Number(id)
}

/** Larger than any the vendor gives in a chat, and never twice. */
function nextNumber(): number {
  sequence = (sequence + 1) % 1000
  return Date.now() * 1000 + sequence
}
