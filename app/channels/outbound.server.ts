import { readFile } from 'node:fs/promises'
import { addressOf } from '#app/domain/contacts/identities.server.ts'
import { listMedia } from '#app/domain/conversations/media-rows.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import type { MessageRow } from '#app/domain/conversations/message-rows.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import type { TemplateUse } from '#app/domain/conversations/outbound.ts'
import { openFile } from '#app/domain/files/store.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { OutboundFile, OutboundMessage } from './channel.ts'

/** Everything a channel needs to send one message; undefined when its conversation is gone. */
export function toOutbound(db: TenantDb, message: MessageRow): OutboundMessage | undefined {
  const conversation = findConversation(db, message.conversationId)
  if (!conversation) return undefined
  const payload = JSON.parse(message.payloadJson) as Record<string, unknown>
  const { id, type, text } = message
  return {
    ...{ id, type, text, payload },
    to: addressOf(db, conversation.contactId, conversation.channel),
    file: fileOf(db, message),
    template: payload['template'] as TemplateUse | undefined,
    replyToProviderId: quotedProviderId(db, message),
  }
}

function fileOf(db: TenantDb, message: MessageRow): OutboundFile | undefined {
  const media = listMedia(db, message.id)[0]
  const opened = media?.fileId ? openFile(db, media.fileId) : undefined
  if (!media || !opened) return undefined
  const { name, mimeType, byteSize } = opened.file
  return {
    ...{ kind: media.kind, name, mimeType, byteSize, isVoice: media.isVoice === 1 },
    read: () => readFile(opened.path),
  }
}

/** The quoted message may have got its provider id only after the quote was written. */
function quotedProviderId(db: TenantDb, message: MessageRow): string | undefined {
  if (message.replyToProviderId) return message.replyToProviderId
  const quoted = message.replyToId ? findMessage(db, message.replyToId) : undefined
  return quoted?.providerId ?? undefined
}
