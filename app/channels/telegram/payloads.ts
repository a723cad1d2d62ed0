import type { OutboundFile, OutboundMessage } from '../channel.ts'

const MB = 1024 * 1024
const BUTTON_DATA_BYTES_MAX = 64

type Upload = { method: string; field: string; mimeTypes: string[]; bytesMax: number }

/** What Telegram takes as more than a plain document (contract, section 5). */
const UPLOADS: Upload[] = [
  {
    ...{ method: 'sendPhoto', field: 'photo', bytesMax: 10 * MB },
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
  {
    ...{ method: 'sendVideo', field: 'video', bytesMax: 50 * MB },
    mimeTypes: ['video/mp4'],
  },
  {
    ...{ method: 'sendVoice', field: 'voice', bytesMax: 50 * MB },
    mimeTypes: ['audio/ogg'],
  },
  {
    ...{ method: 'sendAudio', field: 'audio', bytesMax: 50 * MB },
    mimeTypes: ['audio/mpeg', 'audio/mp4'],
  },
]

/** Everything else still arrives: as a document. */
const DOCUMENT = { method: 'sendDocument', field: 'document' }

export type TelegramCall = { method: string; params: Record<string, unknown>; fileField?: string }

/** The call that says a message. Plain text without a parse mode: markup in it stays as typed. */
export function toCall(message: OutboundMessage, chatId: string): TelegramCall {
  const common = {
    chat_id: Number(chatId),
    ...replyTo(message, chatId),
    ...keyboard(message.payload['buttons']),
  }
  if (message.file) {
    const { method, field } = uploadOf(message.file)
    const params = { ...common, ...(message.text && { caption: message.text }) }
    return { method, params, fileField: field }
  }
  const location = message.payload['location'] as
    { latitude: number; longitude: number } | undefined
  if (message.type === 'location' && location) {
    const { latitude, longitude } = location
    return { method: 'sendLocation', params: { ...common, latitude, longitude } }
  }
  return { method: 'sendMessage', params: { ...common, text: message.text ?? '' } }
}

function uploadOf(file: OutboundFile): { method: string; field: string } {
  if (file.kind === 'sticker' && file.mimeType === 'image/webp') {
    return { method: 'sendSticker', field: 'sticker' }
  }
  return (
    UPLOADS.find((one) => one.mimeTypes.includes(file.mimeType) && file.byteSize <= one.bytesMax) ??
    DOCUMENT
  )
}

/** A quote that is gone must not keep the answer from arriving. */
function replyTo({ replyToProviderId }: OutboundMessage, chatId: string) {
  const [chat, id] = (replyToProviderId ?? '').split(':')
  if (chat !== chatId || !/^\d+$/.test(id ?? '')) return {}
  return { reply_parameters: { message_id: Number(id), allow_sending_without_reply: true } }
}

/** Quick answers under a message; one that Telegram would refuse is left out. */
function keyboard(buttons: unknown) {
  if (!Array.isArray(buttons)) return {}
  const rows = buttons
    .filter(isButton)
    .filter(({ id }) => Buffer.byteLength(id) <= BUTTON_DATA_BYTES_MAX)
    .map(({ id, title }) => [{ text: title, callback_data: id }])
  return rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}
}

function isButton(value: unknown): value is { id: string; title: string } {
  const { id, title } = (value ?? {}) as { id?: unknown; title?: unknown }
  return typeof id === 'string' && id !== '' && typeof title === 'string' && title !== ''
}
