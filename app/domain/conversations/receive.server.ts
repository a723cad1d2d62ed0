import { joinQueue } from '#app/domain/assignment/queue.server.ts'
import { receiveConsentWord } from '#app/domain/contacts/consent-message.server.ts'
import { matchContact } from '#app/domain/contacts/identities.server.ts'
import { noteLinks } from '#app/domain/link-previews/note.server.ts'
import { cancelOnReply } from '#app/domain/scheduled-messages/cancel-on-reply.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type {
  ContactAddress,
  EchoEvent,
  InboundMessageEvent,
  MessageContent,
  Received,
} from './inbound.ts'
import { insertMedia } from './media-rows.server.ts'
import { findMessageByProviderId, insertMessage, resolveQuotesOf } from './message-rows.server.ts'
import { noteMessage, pauseAi } from './note-message.server.ts'
import {
  findConversation,
  findLatestConversation,
  findOpenConversation,
  openConversation,
} from './open-conversation.server.ts'
import type { ConversationRow, EndpointRef } from './open-conversation.server.ts'
import { reopenByMessage } from './reopen.server.ts'
import { wake } from './wake.server.ts'

const TEXT_CHARS_MAX = 65_536

export type ReceiveInput<E> = { endpoint: EndpointRef; event: E; now?: number }

/**
 * Takes in what a customer wrote: contact, conversation, message and the jobs for its files, in
 * one transaction. The same provider id on the same endpoint is the same message.
 *
 * @returns undefined when the message names nobody it could be from
 */
export function receiveMessage(
  db: TenantDb,
  { endpoint, event, now = Date.now() }: ReceiveInput<InboundMessageEvent>,
): (Received & { isBlocked: boolean }) | undefined {
  return inTransaction(db, () => {
    const known = findMessageByProviderId(db, endpoint.id, event.providerId)
    if (known) return knownMessage(db, known)
    const contact = matchContact(db, endpoint.channel, event.from)
    if (!contact) return undefined
    const place = { contactId: contact.id, endpoint, at: event.at, now }
    const conversation = contact.isBlocked
      ? quietConversation(db, place)
      : currentConversation(db, place)
    const message = { ...event, direction: 'inbound', authorKind: 'contact' } as const
    const messageId = storeMessage(db, {
      ...{ endpoint, conversation, message, now },
      isBlocked: contact.isBlocked,
    })
    cancelOnReply(db, { contactId: contact.id, endpointId: endpoint.id })
    const { type, text = null } = event.content
    const ids = { conversationId: conversation.id, messageId, contactId: contact.id }
    receiveConsentWord(db, { ...ids, channel: endpoint.channel, type, text })
    return {
      ...ids,
      ...{ isNew: true, isBlocked: contact.isBlocked },
    }
  })
}

/**
 * Takes in what staff sent from the phone: outbound, pauses the AI, opens no reply window.
 *
 * @returns undefined when it was known already or names nobody
 */
export function receiveEcho(
  db: TenantDb,
  { endpoint, event, now = Date.now() }: ReceiveInput<EchoEvent>,
): Received | undefined {
  return inTransaction(db, () => {
    if (findMessageByProviderId(db, endpoint.id, event.providerId)) return undefined
    const contact = matchContact(db, endpoint.channel, withoutName(event.to))
    if (!contact) return undefined
    const place = { contactId: contact.id, endpoint, at: event.at, now }
    const conversation = currentConversation(db, place, 'phone')
    const message = { ...event, direction: 'outbound', authorKind: 'phone' } as const
    const messageId = storeMessage(db, { endpoint, conversation, message, now })
    pauseAi(db, conversation, { kind: 'phone' })
    // Whoever holds the phone is nobody's owner here: somebody has to see to the rest.
    joinQueue(db, conversation.id, now)
    const conversationId = conversation.id
    return { conversationId, messageId, contactId: contact.id, isNew: true }
  })
}

type Place = { contactId: number; endpoint: EndpointRef; at: number; now: number }

type StoredMessage = {
  providerId: string
  at: number
  content: MessageContent
  replyToProviderId?: string
  direction: 'inbound' | 'outbound'
  authorKind: 'contact' | 'phone'
}

function storeMessage(
  db: TenantDb,
  input: {
    endpoint: EndpointRef
    conversation: ConversationRow
    message: StoredMessage
    now: number
    /** their links are left alone too */
    isBlocked?: boolean
  },
): number {
  const { endpoint, conversation, message, now } = input
  const isInbound = message.direction === 'inbound'
  // A clock that runs ahead must not put a message below those that come after it.
  const sortAt = Math.min(message.at, now)
  const { content, providerId, replyToProviderId } = message
  const messageId = insertMessage(db, {
    ...{ conversationId: conversation.id, endpointId: endpoint.id, providerId },
    ...{ direction: message.direction, authorKind: message.authorKind, type: content.type },
    ...{ text: content.text?.slice(0, TEXT_CHARS_MAX) ?? null, sortAt, createdAt: now },
    payloadJson: JSON.stringify(content.payload),
    status: isInbound ? 'received' : 'sent',
    providerAt: message.at,
    replyToProviderId: replyToProviderId ?? null,
    replyToId: replyToProviderId ? quotedId(db, conversation, replyToProviderId) : null,
  })
  insertMedia(db, messageId, content.media)
  if (!input.isBlocked) noteLinks(db, { messageId, text: content.text ?? null, now })
  resolveQuotesOf(db, { id: messageId, endpointId: endpoint.id, providerId })
  const { id: conversationId, contactId } = conversation
  if (isInbound && conversation.status === 'snoozed') wake(db, conversation, 'customer')
  noteMessage(db, {
    ...{ conversationId, contactId, messageId, sortAt, now },
    ...{ speaker: isInbound ? 'customer' : 'staff', hasMedia: content.media.length > 0 },
  })
  return messageId
}

function currentConversation(
  db: TenantDb,
  place: Place,
  actor: 'contact' | 'phone' = 'contact',
): ConversationRow {
  const { contactId, endpoint, now } = place
  const at = Math.min(place.at, now)
  return (
    findOpenConversation(db, contactId, endpoint.id) ??
    reopenByMessage(db, { contactId, endpointId: endpoint.id, now }, actor) ??
    openConversation(db, { contactId, endpoint, actor: { kind: actor }, at, now })
  )
}

/** Who is blocked is still heard, but opens nothing again. */
function quietConversation(db: TenantDb, place: Place): ConversationRow {
  return (
    findLatestConversation(db, place.contactId, place.endpoint.id) ?? currentConversation(db, place)
  )
}

/** The quoted message, if it is of the same customer. */
function quotedId(db: TenantDb, conversation: ConversationRow, providerId: string): number | null {
  const quoted = findMessageByProviderId(db, conversation.endpointId, providerId)
  if (!quoted) return null
  if (quoted.conversationId === conversation.id) return quoted.id
  const other = findConversation(db, quoted.conversationId)
  return other?.contactId === conversation.contactId ? quoted.id : null
}

function knownMessage(db: TenantDb, known: { id: number; conversationId: number }) {
  const conversation = findConversation(db, known.conversationId)
  return {
    ...{ conversationId: known.conversationId, messageId: known.id },
    ...{ contactId: conversation?.contactId ?? 0, isNew: false, isBlocked: false },
  }
}

/** An echo carries the customer's ids, not a name they chose. */
function withoutName({ phone, userId, username }: ContactAddress): ContactAddress {
  return { phone, userId, username }
}
