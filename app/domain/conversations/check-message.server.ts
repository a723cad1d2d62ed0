import { eq, inArray } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { mayReceiveAutomatic, messageCategories } from '#app/domain/contacts/consent.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind, ChannelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import {
  findTemplate,
  orderedVariables,
  renderTemplate,
} from '#app/domain/endpoints/templates.server.ts'
import { mediaKindOf } from '#app/domain/files/kinds.ts'
import { files } from '#app/domain/files/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { withoutControls } from './controls.ts'
import type { InboundMedia, MessageType } from './inbound.ts'
import { findMessage } from './message-rows.server.ts'
import type { MessageRow } from './message-rows.server.ts'
import { findConversation } from './open-conversation.server.ts'
import type { ConversationRow } from './open-conversation.server.ts'
import type { QueueMessageInput, QueueMessageRefusal } from './outbound.ts'
import { replyWindow } from './reply-window.server.ts'

/** One message as the vendor will get it: at most one file each. */
export type MessagePart = {
  type: MessageType
  text: string | null
  payload: Record<string, unknown>
  media: InboundMedia[]
}

export type CheckedMessage = {
  ok: true
  conversation: ConversationRow
  replyTo: MessageRow | undefined
  parts: MessagePart[]
}

type Refused = { ok: false; reason: QueueMessageRefusal }
type Parts = { ok: true; parts: MessagePart[] } | Refused

/** Whether a message may be queued, and as which messages of the vendor. */
export function checkMessage(
  db: TenantDb,
  input: QueueMessageInput,
  now: number,
): CheckedMessage | Refused {
  const conversation = findConversation(db, input.conversationId)
  if (!conversation) return refuse('not_found')
  const refusal = refuseBySituation(db, conversation, input)
  if (refusal) return refuse(refusal)
  if (!isWanted(db, conversation, input)) return refuse('contact_opted_out')
  const replyTo = input.replyToId === undefined ? undefined : findMessage(db, input.replyToId)
  if (input.replyToId !== undefined && replyTo?.conversationId !== conversation.id) {
    return refuse('not_found')
  }
  const parts = input.template
    ? templateParts(db, conversation, input.template)
    : freeParts(db, conversation, input)
  if (!parts.ok) return parts
  const isWithinWindow = replyWindow(conversation, conversation.channel, now).isOpen
  if (!input.template && !isWithinWindow) return refuse('outside_reply_window')
  return { ok: true, conversation, replyTo, parts: parts.parts }
}

/** What nobody sends goes only to who agrees to it; what a person or the assistant says, always. */
function isWanted(db: TenantDb, conversation: ConversationRow, input: QueueMessageInput): boolean {
  if (input.author.kind !== 'system' || input.confirmsConsent) return true
  const { contactId, channel, endpointId } = conversation
  const form = input.template && findTemplate(db, endpointId, ...nameOf(input.template))
  const own = messageCategories.find((one) => one === form?.category.toLowerCase())
  const category = own ?? input.category ?? 'utility'
  return mayReceiveAutomatic(db, { contactId, channel, category })
}

function nameOf({ name, language }: NonNullable<QueueMessageInput['template']>): [string, string] {
  return [name, language]
}

function refuseBySituation(
  db: TenantDb,
  conversation: ConversationRow,
  input: QueueMessageInput,
): QueueMessageRefusal | undefined {
  if (conversation.status === 'closed' && !input.isAfterClosing) return 'conversation_closed'
  // Nothing is sent to anyone before the owner of a new company has confirmed the e-mail.
  if (getCompany(db).ownerVerifiedAt === null) return 'owner_not_verified'
  const contact = db
    .select({ blockedAt: contacts.blockedAt })
    .from(contacts)
    .where(eq(contacts.id, conversation.contactId))
    .get()
  if (!contact || contact.blockedAt !== null) return 'contact_blocked'
  const endpoint = db
    .select({ status: endpoints.status })
    .from(endpoints)
    .where(eq(endpoints.id, conversation.endpointId))
    .get()
  return !endpoint || endpoint.status === 'disabled' ? 'endpoint_disabled' : undefined
}

function templateParts(
  db: TenantDb,
  conversation: ConversationRow,
  use: NonNullable<QueueMessageInput['template']>,
): Parts {
  const form = findTemplate(db, conversation.endpointId, use.name, use.language)
  if (form?.status !== 'APPROVED') return refuse('template_not_approved')
  if (form.hasOpenButtons) return refuse('template_variables')
  const text = renderTemplate(form, use)
  if (text === undefined) return refuse('template_variables')
  const isNamed = form.bodyVariables.some((name) => !/^\d+$/.test(name))
  const template = {
    ...{ name: use.name, language: use.language, headerVariables: use.headerVariables ?? [] },
    variables: orderedVariables(form, use),
    ...(isNamed && { variableNames: form.bodyVariables }),
  }
  if (!form.hasMediaHeader) {
    return { ok: true, parts: [{ type: 'text', text, payload: { template }, media: [] }] }
  }
  if (form.headerFileId === null) return refuse('template_variables')
  const found = findFiles(
    db,
    [form.headerFileId],
    channelRules[conversation.channel as ChannelKind],
  )
  if (!found.ok) return found
  const type = found.media[0]?.kind ?? 'document'
  return { ok: true, parts: [{ type, text, payload: { template }, media: found.media }] }
}

function freeParts(db: TenantDb, conversation: ConversationRow, input: QueueMessageInput): Parts {
  const rules = channelRules[conversation.channel as ChannelKind]
  const text = withoutControls(input.text ?? '').trim() || null
  const found = findFiles(db, input.fileIds ?? [], rules)
  if (!found.ok) return found
  if (text !== null && text.length > rules.textMax) return refuse('message_too_long')
  const payload = input.payload ?? {}
  const hasContent = text !== null || found.media.length > 0 || Object.keys(payload).length > 0
  if (!hasContent) return refuse('empty_message')
  if (found.media.length === 0) {
    return { ok: true, parts: [{ type: input.type ?? 'text', text, payload, media: [] }] }
  }
  return { ok: true, parts: withFiles(text, payload, found.media, rules) }
}

/** The text stands beside the first file where the vendor takes captions, else before it. */
function withFiles(
  text: string | null,
  payload: Record<string, unknown>,
  media: InboundMedia[],
  rules: ChannelRules,
): MessagePart[] {
  const takesCaption = media[0]?.kind !== 'audio' && (text?.length ?? 0) <= rules.captionMax
  const parts: MessagePart[] = media.map((item, index) => ({
    type: item.kind,
    text: index === 0 && takesCaption ? text : null,
    payload: index === 0 ? payload : {},
    media: [item],
  }))
  if (text === null || takesCaption) return parts
  return [{ type: 'text', text, payload: {}, media: [] }, ...parts]
}

function findFiles(
  db: TenantDb,
  fileIds: number[],
  rules: ChannelRules,
): { ok: true; media: InboundMedia[] } | Refused {
  if (fileIds.length === 0) return { ok: true, media: [] }
  const rows = db.select().from(files).where(inArray(files.id, fileIds)).all()
  const media: InboundMedia[] = []
  for (const id of fileIds) {
    const row = rows.find((one) => one.id === id)
    if (!row || row.purpose !== 'message') return refuse('not_found')
    if (row.byteSize > rules.fileBytesMax) return refuse('file_too_large')
    const { mimeType, name: fileName, byteSize, sha256 } = row
    media.push({
      ...{ kind: mediaKindOf(mimeType), fileId: id, mimeType, fileName, byteSize, sha256 },
      isVoice: row.isVoice === 1,
    })
  }
  return { ok: true, media }
}

function refuse(reason: QueueMessageRefusal): Refused {
  return { ok: false, reason }
}
