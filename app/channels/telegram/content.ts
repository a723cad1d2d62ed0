import type { InboundMedia, MediaKind, MessageContent } from '#app/domain/conversations/inbound.ts'
import { cleanText } from '../clean-text.ts'
import type { TelegramFile, TelegramMessage } from './update.ts'

/** A chat tells of itself: nobody wrote these. */
const NOTICES = new Set([
  ...['pinned_message', 'message_auto_delete_timer_changed', 'write_access_allowed'],
  ...['chat_background_set', 'users_shared', 'chat_shared', 'proximity_alert_triggered'],
  ...['video_chat_started', 'video_chat_ended', 'forum_topic_created', 'connected_website'],
])

/** The fields of a message that are not its content. */
const FRAME = new Set([
  ...['message_id', 'message_thread_id', 'date', 'edit_date', 'chat', 'from', 'sender_chat'],
  ...['reply_to_message', 'media_group_id', 'caption', 'caption_entities', 'entities', 'via_bot'],
  ...['forward_origin', 'forward_date', 'link_preview_options', 'has_protected_content', 'quote'],
])

const START = /^\/start(?:@\w+)? ([A-Za-z0-9_-]{1,64})$/

export function isNotice(message: TelegramMessage): boolean {
  return Object.keys(message).some((key) => message[key] !== undefined && NOTICES.has(key))
}

/** What a message says, in our words. What we cannot show becomes a placeholder, never nothing. */
export function toContent(message: TelegramMessage): MessageContent {
  const content = textContent(message) ?? fileContent(message) ?? otherContent(message)
  return { ...content, payload: { ...content.payload, ...surroundings(message) } }
}

/** Whether a message has words that an edit may change: its text, or the caption of its file. */
export function editedText(message: TelegramMessage): string | undefined {
  if (message.text !== undefined) return cleanText(message.text) ?? ''
  return fileContent(message) ? (cleanText(message.caption) ?? '') : undefined
}

function textContent(message: TelegramMessage): MessageContent | undefined {
  return message.text === undefined ? undefined : plain('text', message.text)
}

function fileContent(message: TelegramMessage): MessageContent | undefined {
  const { audio, voice, video, video_note: note, animation, sticker, document } = message
  const photo = largestOf(message.photo)
  if (photo) return withFile('image', { ...photo, mime_type: 'image/jpeg' }, message.caption)
  if (voice) return withFile('audio', voice, message.caption, true)
  if (audio) return withFile('audio', audio, message.caption)
  if (video) return withFile('video', video, message.caption)
  if (note) return withFile('video', { ...note, mime_type: 'video/mp4' }, undefined)
  // An animation comes with a document beside it, for old apps.
  if (animation) return withFile('video', animation, message.caption)
  if (sticker) return withFile('sticker', sticker, sticker.emoji)
  if (document) return withFile('document', document, message.caption)
  return undefined
}

/** The last is the largest by contract; sizes are looked at, in case it is not. */
function largestOf(sizes: TelegramMessage['photo']): TelegramFile | undefined {
  return sizes?.reduce(
    (best, one) => (one.width * one.height >= best.width * best.height ? one : best),
    sizes[0] as NonNullable<typeof sizes>[number],
  )
}

function withFile(
  kind: MediaKind,
  file: TelegramFile,
  caption: string | undefined,
  isVoice = false,
): MessageContent {
  const item: InboundMedia = {
    ...{ kind, providerMediaId: file.file_id, mimeType: file.mime_type, byteSize: file.file_size },
    ...{ fileName: file.file_name && baseName(file.file_name), isVoice },
  }
  return { ...plain(kind, caption), media: [item] }
}

/** The name is only shown and never a path: it comes from a stranger. */
function baseName(name: string): string | undefined {
  const last = cleanText(name)?.split(/[\\/]/).pop()?.replace(/^\.+/, '').slice(0, 200)
  return last ? last : undefined
}

function otherContent(message: TelegramMessage): MessageContent {
  const { location, venue, contact } = message
  if (venue) {
    const { title: name, address } = venue
    const words = [name, address].filter(Boolean).join(', ')
    return { ...plain('location', words), payload: place(venue.location, { name, address }) }
  }
  if (location) return { ...plain('location', undefined), payload: place(location) }
  if (contact) return contactContent(contact)
  return unsupported(message)
}

function place(
  { latitude, longitude }: { latitude: number; longitude: number },
  words: { name?: string; address?: string } = {},
) {
  return { location: { latitude, longitude, ...words } }
}

function contactContent(card: NonNullable<TelegramMessage['contact']>): MessageContent {
  const name = [card.first_name, card.last_name].filter(Boolean).join(' ')
  const phones = card.phone_number ? [card.phone_number] : []
  const contacts = [{ name, phones, emails: [] }]
  return { ...plain('contacts', name || phones[0]), payload: { contacts } }
}

function unsupported(message: TelegramMessage): MessageContent {
  const { poll, dice, caption } = message
  const vendorType = Object.keys(message).find(
    (key) => message[key] !== undefined && !FRAME.has(key),
  )
  const words = poll?.question ?? (dice && `${dice.emoji ?? ''} ${dice.value}`) ?? caption
  const payload = { vendorType: vendorType?.slice(0, 40) ?? 'unknown' }
  return { ...plain('unsupported', words), payload }
}

/** Forwarding, the album a picture belongs to, and the link that somebody came by. */
function surroundings(message: TelegramMessage): Record<string, unknown> {
  const start = START.exec(message.text ?? '')?.[1]
  return {
    ...(message['forward_origin'] !== undefined && { isForwarded: true }),
    ...(message.media_group_id && { albumId: message.media_group_id.slice(0, 64) }),
    ...(start && { referral: { sourceType: 'link', sourceId: start } }),
  }
}

function plain(type: MessageContent['type'], text: string | undefined): MessageContent {
  return { type, text: cleanText(text), payload: {}, media: [] }
}
