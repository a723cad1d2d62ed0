import type {
  ContactAddress,
  Doer,
  InboundEvent,
  StatusEvent,
} from '#app/domain/conversations/inbound.ts'
import type { ConnectedEndpoint } from '../channel.ts'
import { toContent } from './content.ts'
import { listOf, readEnvelope } from './envelope.ts'
import type { Change } from './envelope.ts'
import {
  contactSchema,
  contentSchemas,
  messageSchema,
  statusSchema,
  templateStatusSchema,
} from './inbound-schema.ts'
import type { WaContact, WaMessage } from './inbound-schema.ts'
import { failureOf } from './failures.ts'
import type { WhatsAppSettings } from './settings.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Reads a stored body: every entry, change, message and status on its own. An item that cannot
 * be read becomes `ignored`; it never takes the others with it.
 */
export function receive(
  raw: Buffer,
  _endpoint: ConnectedEndpoint<WhatsAppSettings>,
  receivedAt: number,
): InboundEvent[] {
  const read = readEnvelope(raw)
  if (!read.ok) throw new Error('Not a WhatsApp body')
  const changes = read.envelope.entries.flatMap((entry) => entry.changes)
  return changes.flatMap((change) => toEvents(change, receivedAt))
}

function toEvents(change: Change, receivedAt: number): InboundEvent[] {
  const { field, value } = change
  if (field === 'messages') {
    const contacts = listOf(value['contacts']).map((one) => contactSchema.parse(one))
    return [
      ...listOf(value['messages']).map((one) =>
        guarded('message', () => toMessageEvent(one, contacts, receivedAt)),
      ),
      ...listOf(value['statuses']).map((one) =>
        guarded('status', () => toStatusEvent(one, receivedAt)),
      ),
      ...listOf(value['errors']).map((one) => ignored(`account_error_${codeOf(one)}`)),
    ]
  }
  if (field === 'smb_message_echoes') {
    return listOf(value['message_echoes']).map((one) =>
      guarded('echo', () => toEchoEvent(one, receivedAt)),
    )
  }
  if (field === 'message_template_status_update') {
    return [guarded('template', () => toTemplateStatus(value, receivedAt))]
  }
  return [ignored(`field_${field.slice(0, 40)}`)]
}

function toMessageEvent(
  item: Record<string, unknown>,
  contacts: WaContact[],
  receivedAt: number,
): InboundEvent {
  const read = messageSchema.safeParse(item)
  if (!read.success) return ignored('message_without_id')
  const message = read.data
  const at = toTime(message.timestamp, receivedAt)
  if (message.group_id) return ignored('group_message')
  const from = toAddress(message, contacts)
  if (!from) return ignored('message_without_sender')
  const about = aboutAnother(message, at, { by: 'contact', from })
  if (about) return about
  if (message.type === 'system') return toSystemEvent(message, from, at)
  if (message.type === 'ephemeral' || message.type === 'request_welcome') {
    return ignored(message.type)
  }
  const replyToProviderId = message.context?.id
  const content = toContent(message)
  return { kind: 'message', providerId: message.id, at, from, content, replyToProviderId }
}

/** Reactions, edits and revokes change the message they are about and are none themselves. */
function aboutAnother(message: WaMessage, at: number, doer: Doer): InboundEvent | undefined {
  switch (message.type) {
    case 'reaction': {
      const { message_id: target, emoji } = contentSchemas.reaction.parse(message['reaction'])
      return {
        kind: 'reaction',
        targetProviderId: target,
        emoji: emoji ? emoji : null,
        at,
        ...doer,
      }
    }
    case 'edit': {
      const edit = contentSchemas.edit.parse(message['edit'])
      const text = editedText(edit.message)
      if (text === undefined) return ignored('edit_without_text')
      return { kind: 'edit', targetProviderId: edit.original_message_id, text, at, ...doer }
    }
    case 'revoke': {
      const { original_message_id: target } = contentSchemas.revoke.parse(message['revoke'])
      return { kind: 'revoke', targetProviderId: target, at, ...doer }
    }
    default:
      return undefined
  }
}

function toSystemEvent(message: WaMessage, from: ContactAddress, at: number): InboundEvent {
  const system = contentSchemas.system.parse(message['system'])
  const { id: providerId } = message
  const text = system.body ?? ''
  const phone = system.wa_id ?? system.new_wa_id
  const base = { kind: 'address_change', providerId, at, text } as const
  if (system.type === 'user_changed_user_id') {
    const old = { ...from, userId: system.previous_user_id ?? from.userId }
    return { ...base, from: old, to: { userId: system.user_id, phone } }
  }
  const isNumber = system.type !== 'customer_identity_changed' && phone !== undefined
  return { ...base, from, to: isNumber ? { phone, userId: system.user_id } : {} }
}

function toEchoEvent(item: Record<string, unknown>, receivedAt: number): InboundEvent {
  const read = messageSchema.safeParse(item)
  if (!read.success) return ignored('echo_without_id')
  const message = read.data
  const at = toTime(message.timestamp, receivedAt)
  const about = aboutAnother(message, at, { by: 'phone' })
  if (about) return about
  const to = toRecipient(item, message)
  if (!to) return ignored('echo_without_recipient')
  const replyToProviderId = message.context?.id
  const content = toContent(message)
  return { kind: 'echo', providerId: message.id, at, to, content, replyToProviderId }
}

function toRecipient(
  item: Record<string, unknown>,
  message: WaMessage,
): ContactAddress | undefined {
  const userId = typeof item['to_user_id'] === 'string' ? item['to_user_id'] : undefined
  if (message.to && /^\+?\d{5,20}$/.test(message.to)) return { phone: message.to, userId }
  const id = userId ?? message.to
  return id ? { userId: id } : undefined
}

function toStatusEvent(item: Record<string, unknown>, receivedAt: number): InboundEvent {
  const read = statusSchema.safeParse(item)
  if (!read.success) return ignored('status_unknown')
  const { id: providerId, status, biz_opaque_callback_data: data, errors } = read.data
  const event: StatusEvent = {
    ...{ kind: 'status', providerId, status, at: toTime(read.data.timestamp, receivedAt) },
    messageId: data && /^\d{1,15}$/.test(data) ? Number(data) : undefined,
  }
  if (status !== 'failed') return event
  const error = errors?.[0]
  const failure = failureOf(error?.code ?? -1, error?.error_data?.details ?? error?.title)
  return { ...event, failure: { code: String(error?.code ?? 'unknown'), reason: failure.reason } }
}

function toTemplateStatus(value: Record<string, unknown>, at: number): InboundEvent {
  const read = templateStatusSchema.safeParse(value)
  if (!read.success) return ignored('template_status_unknown')
  const { event, message_template_name: name, message_template_language: language } = read.data
  const given = read.data.reason
  const reason = given && given !== 'NONE' ? given : undefined
  return { kind: 'template_status', at, name, language, status: event, reason }
}

/** Who wrote: the phone, the user id, or both; the name stands in the contact beside it. */
function toAddress(message: WaMessage, contacts: WaContact[]): ContactAddress | undefined {
  const { from, from_user_id: fromUserId } = message
  const contact =
    contacts.find((one) => fromUserId !== undefined && one.user_id === fromUserId) ??
    contacts.find((one) => from !== undefined && one.wa_id === from)
  if (!from && !fromUserId) return undefined
  const { name, username } = contact?.profile ?? {}
  return { phone: from ?? contact?.wa_id, userId: fromUserId ?? contact?.user_id, username, name }
}

/** The new words of a text, or the new caption of a file. */
function editedText(message: Record<string, unknown>): string | undefined {
  const text = contentSchemas.text.safeParse(message['text'])
  if (text.success) return text.data.body
  const file = contentSchemas.media.partial().safeParse(message[String(message['type'])])
  return file.success ? (file.data.caption ?? '') : undefined
}

/** Unix seconds as text; what cannot be a time is replaced by when we got it. */
function toTime(timestamp: string | number | undefined, receivedAt: number): number {
  const text = String(timestamp ?? '')
  const seconds = /^\d{9,11}$/.test(text) ? Number(text) : Number.NaN
  // A time to come would hold the reply window open.
  const isPlausible = Number.isFinite(seconds) && seconds * 1000 <= receivedAt + DAY_MS
  return isPlausible ? seconds * 1000 : receivedAt
}

function guarded(what: string, read: () => InboundEvent): InboundEvent {
  try {
    return read()
  } catch {
    return ignored(`${what}_unreadable`)
  }
}

function codeOf(error: Record<string, unknown>): string {
  const { code } = error
  return typeof code === 'number' || typeof code === 'string'
    ? String(code).slice(0, 20)
    : 'unknown'
}

function ignored(reason: string): InboundEvent {
  return { kind: 'ignored', reason }
}
