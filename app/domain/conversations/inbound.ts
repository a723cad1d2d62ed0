/** What a company's file is told about the outside world, in words that no vendor uses. */

export type MessageType =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'interactive'
  | 'order'
  | 'system'
  | 'unsupported'

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

/**
 * Who a customer is on a channel. At least one of the ids is there; when a later payload
 * carries several, they become one contact.
 */
export type ContactAddress = {
  /** as the vendor wrote it, with or without plus */
  phone?: string
  /** the vendor's own id of the person (BSUID, Telegram user, web chat visitor) */
  userId?: string
  username?: string
  /** the name the person chose, shown when staff gave none */
  name?: string
}

/** A file that came with a message; fetched later unless its bytes are stored already. */
export type InboundMedia = {
  kind: MediaKind
  providerMediaId?: string
  /** an address inside the webhook: fetched only on hosts the channel allows */
  providerUrl?: string
  /** a file stored already (web chat) */
  fileId?: number
  mimeType?: string
  fileName?: string
  byteSize?: number
  sha256?: string
  isVoice?: boolean
}

export type MessageContent = {
  type: MessageType
  /** the words a person reads: body, caption, title of a pressed button */
  text: string | null
  /** what has no words: coordinates, cards, order lines, referral; JSON */
  payload: Record<string, unknown>
  media: InboundMedia[]
}

/** `at` is the provider's time in UTC ms: it orders the thread, whatever order things arrive in. */
type At = { at: number }

export type InboundMessageEvent = At & {
  kind: 'message'
  /** unique per endpoint */
  providerId: string
  from: ContactAddress
  content: MessageContent
  /** the message it quotes, which may arrive later */
  replyToProviderId?: string
}

/** What staff sent from the phone itself: outbound, pauses the AI, opens no window. */
export type EchoEvent = At & {
  kind: 'echo'
  providerId: string
  to: ContactAddress
  content: MessageContent
  replyToProviderId?: string
}

/**
 * Who changes a message: staff with the phone, or a customer, who reaches the messages of the
 * own conversation and no other's, whatever id the event names.
 */
export type Doer = { by: 'phone' } | { by: 'contact'; from: ContactAddress }

export type ReactionEvent = At & {
  kind: 'reaction'
  targetProviderId: string
  /** null: taken back */
  emoji: string | null
} & Doer

export type EditEvent = At & {
  kind: 'edit'
  targetProviderId: string
  text: string
} & Doer

export type RevokeEvent = At & {
  kind: 'revoke'
  targetProviderId: string
} & Doer

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

export type StatusEvent = At & {
  kind: 'status'
  providerId: string
  status: DeliveryStatus
  /** our own message id, where the vendor echoes it */
  messageId?: number
  /** with `failed` */
  failure?: { code: string; reason: string }
}

/** The person has a new number or id: the same contact goes on. */
export type AddressChangeEvent = At & {
  kind: 'address_change'
  providerId: string
  /** as known until now */
  from: ContactAddress
  to: ContactAddress
  /** the vendor's own words, shown in the thread */
  text: string
}

/** The customer blocked us or unblocked us. */
export type ReachableEvent = At & {
  kind: 'reachable'
  from: ContactAddress
  isReachable: boolean
}

export type TemplateStatusEvent = At & {
  kind: 'template_status'
  name: string
  language: string
  /** APPROVED, REJECTED, PAUSED … as the vendor says */
  status: string
  /** the vendor's code for why */
  reason?: string
}

/** Understood and left out on purpose, or not understood: logged, never lost without a word. */
export type IgnoredEvent = { kind: 'ignored'; reason: string }

export type InboundEvent =
  | InboundMessageEvent
  | EchoEvent
  | ReactionEvent
  | EditEvent
  | RevokeEvent
  | StatusEvent
  | AddressChangeEvent
  | ReachableEvent
  | TemplateStatusEvent
  | IgnoredEvent

/** What `receiveMessage` made of a message; `isNew` is false for a repeated delivery. */
export type Received = {
  conversationId: number
  messageId: number
  contactId: number
  isNew: boolean
}
