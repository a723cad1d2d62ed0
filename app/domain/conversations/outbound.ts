import type { MessageType } from './inbound.ts'

/** Who a queued message speaks for. A member's or an API message pauses the AI. */
export type MessageAuthor =
  | { kind: 'member'; memberId: number }
  | { kind: 'ai'; answerId: number | null }
  | { kind: 'api' }
  | { kind: 'system' }

/** An approved message for when the reply window is closed, filled in. */
export type TemplateUse = {
  name: string
  language: string
  /** values of the body's variables, in order, or by name */
  variables: string[] | Record<string, string>
  /** values of a text header's variables */
  headerVariables?: string[]
}

export type QueueMessageInput = {
  conversationId: number
  author: MessageAuthor
  text?: string
  /** default `text`, or what the first file is */
  type?: MessageType
  payload?: Record<string, unknown>
  /** stored files; more than one become messages of their own, the text goes with the first */
  fileIds?: number[]
  /** the message it quotes, of the same conversation */
  replyToId?: number
  template?: TemplateUse
  /**
   * what a message that nobody sends is for, default `utility`: the customer's consent decides;
   * a template's own category goes before it
   */
  category?: 'marketing' | 'utility' | 'authentication'
  /** tells the customer that their STOP or START was heard: goes out whatever they said */
  confirmsConsent?: boolean
  /** how long it waits, so that the one who sent it may take it back; default: not at all */
  holdMs?: number
  /** what a closed conversation still gets: the question how it was */
  isAfterClosing?: boolean
  /** a repeated key returns the first message */
  idempotencyKey?: string
  /** UTC ms */
  now?: number
}

export type QueueMessageRefusal =
  | 'not_found'
  | 'outside_reply_window'
  | 'conversation_closed'
  | 'contact_blocked'
  | 'contact_opted_out'
  | 'empty_message'
  | 'message_too_long'
  | 'file_too_large'
  | 'template_not_approved'
  | 'template_variables'
  | 'endpoint_disabled'
  | 'owner_not_verified'

export type QueueMessageResult =
  { ok: true; messageId: number; isNew: boolean } | { ok: false; reason: QueueMessageRefusal }
