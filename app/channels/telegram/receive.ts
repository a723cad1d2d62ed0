import type { ContactAddress, InboundEvent } from '#app/domain/conversations/inbound.ts'
import type { ConnectedEndpoint } from '../channel.ts'
import { cleanText } from '../clean-text.ts'
import { editedText, isNotice, toContent } from './content.ts'
import { readPress } from './press.ts'
import type { TelegramSettings } from './settings.ts'
import {
  contentOf,
  memberSchema,
  messageSchema,
  reactionSchema,
  readUpdate,
  unknownKindOf,
} from './update.ts'
import type { ReadKind, TelegramMessage, TelegramUser } from './update.ts'

const DAY_MS = 86_400_000
/** Bots began in June 2015: what claims to be older has no usable date. */
const EARLIEST_AT = Date.UTC(2015, 5, 1)

const readers: Record<ReadKind, (value: unknown, receivedAt: number) => InboundEvent> = {
  message: toMessage,
  edited_message: toEdit,
  callback_query: toPress,
  my_chat_member: toReachable,
  message_reaction: toReaction,
}

/** Reads a stored update: one event each. */
export function receive(
  raw: Buffer,
  _endpoint: ConnectedEndpoint<TelegramSettings>,
  receivedAt: number,
): InboundEvent[] {
  const update = readUpdate(raw)
  if (!update) throw new Error('Not a Telegram update')
  const content = contentOf(update)
  if (!content) return [ignored(`update_${unknownKindOf(update)}`)]
  try {
    return [readers[content.kind](content.value, receivedAt)]
  } catch {
    return [ignored(`${content.kind}_unreadable`)]
  }
}

/** A message's number is its chat's own: two people's first messages have the same one. */
export function toProviderId(chatId: number, messageId: number): string {
  return `${chatId}:${messageId}`
}

function toMessage(value: unknown, receivedAt: number): InboundEvent {
  const message = messageSchema.parse(value)
  const reason = whyNotOurs(message)
  if (reason) return ignored(reason)
  if (isNotice(message)) return ignored('message_notice')
  const { chat, reply_to_message: quoted } = message
  return {
    kind: 'message',
    providerId: toProviderId(chat.id, message.message_id),
    at: toTime(message.date, receivedAt),
    from: toAddress(message.from as TelegramUser),
    content: toContent(message),
    replyToProviderId: quoted && toProviderId(chat.id, quoted.message_id),
  }
}

function toEdit(value: unknown, receivedAt: number): InboundEvent {
  const message = messageSchema.parse(value)
  const reason = whyNotOurs(message)
  if (reason) return ignored(reason)
  const text = editedText(message)
  // A live location moves by edits; there are no words in it.
  if (text === undefined) return ignored('edit_without_text')
  return {
    ...{ kind: 'edit', by: 'contact', text, from: toAddress(message.from as TelegramUser) },
    targetProviderId: toProviderId(message.chat.id, message.message_id),
    at: toTime(message.edit_date ?? message.date, receivedAt),
  }
}

function toPress(value: unknown, receivedAt: number): InboundEvent {
  const press = readPress(value)
  if (!press.ok) return ignored(press.reason)
  if (press.from.is_bot) return ignored('from_bot')
  const { id, title } = press.button
  return {
    kind: 'message',
    providerId: `press:${press.id}`,
    // A press carries no time of its own.
    at: receivedAt,
    from: toAddress(press.from),
    replyToProviderId: toProviderId(press.chatId, press.messageId),
    content: {
      ...{ type: 'interactive', text: cleanText(title), media: [] },
      payload: { interactive: { kind: 'button', id, title } },
    },
  }
}

/** In a private chat this says only one thing: blocked, or let in again. */
function toReachable(value: unknown, receivedAt: number): InboundEvent {
  const { chat, from, date, new_chat_member: member } = memberSchema.parse(value)
  if (chat.type !== 'private') return ignored('group_membership')
  const isReachable = member.status !== 'kicked'
  return { kind: 'reachable', from: toAddress(from), isReachable, at: toTime(date, receivedAt) }
}

function toReaction(value: unknown, receivedAt: number): InboundEvent {
  const { chat, message_id, user, date, new_reaction } = reactionSchema.parse(value)
  if (chat.type !== 'private' || user?.is_bot !== false) return ignored('reaction_elsewhere')
  return {
    kind: 'reaction',
    targetProviderId: toProviderId(chat.id, message_id),
    emoji: new_reaction.find((one) => one.type === 'emoji')?.emoji?.slice(0, 16) ?? null,
    ...{ by: 'contact', from: toAddress(user), at: toTime(date, receivedAt) },
  }
}

/** Groups, channels and other bots are no customers of ours. */
function whyNotOurs({ chat, from }: TelegramMessage): string | undefined {
  if (chat.type !== 'private') return 'group_message'
  if (!from) return 'message_without_sender'
  return from.is_bot ? 'from_bot' : undefined
}

function toAddress({ id, username, first_name, last_name }: TelegramUser): ContactAddress {
  const name = [first_name, last_name].filter(Boolean).join(' ') || username
  return { userId: String(id), username: username?.slice(0, 64), name }
}

/** Unix seconds; a date that cannot be true is replaced by when we got it. */
function toTime(seconds: number, receivedAt: number): number {
  const at = Math.round(seconds * 1000)
  return at >= EARLIEST_AT && at <= receivedAt + DAY_MS ? at : receivedAt
}

function ignored(reason: string): InboundEvent {
  return { kind: 'ignored', reason }
}
