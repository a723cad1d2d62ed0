import type { ContactRecord } from '#app/domain/contacts/records.server.ts'
import type { conversations } from '#app/domain/conversations/schema.server.ts'
import type { MessageRecord } from '#app/domain/conversations/records.server.ts'

/** Records as the JSON API promises them: times in ISO 8601 UTC or null, ids as integers. */
export function toApiConversation(row: typeof conversations.$inferSelect) {
  return {
    id: row.id,
    contactId: row.contactId,
    channel: row.channel,
    status: row.status,
    assignedTo: row.assignedTo,
    lastMessageAt: toIso(row.lastMessageAt),
    aiState: row.aiState,
  }
}

export function toApiContact(row: ContactRecord) {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    identities: row.identities.map(({ channel, externalId, kind }) => ({
      channel,
      externalId,
      kind,
    })),
    score: row.score,
    scoreColor: row.scoreColor,
  }
}

export function toApiMessage(row: MessageRecord) {
  const isDeleted = row.deletedAt !== null
  return {
    id: row.id,
    direction: row.direction,
    authorKind: row.authorKind,
    type: row.type,
    text: isDeleted ? null : row.text,
    media: isDeleted ? [] : row.media.map(toApiMedia),
    status: row.status,
    providerId: row.providerId,
    providerAt: toIso(row.providerAt),
    createdAt: toIso(row.createdAt),
    editedAt: toIso(row.editedAt),
    deletedAt: toIso(row.deletedAt),
    reactions: row.reactions.map((reaction) => ({ emoji: reaction.emoji, by: reaction.byKind })),
    replyToId: row.replyToId,
    failure: row.failureCode ? { code: row.failureCode, reason: row.failureReason } : null,
  }
}

function toApiMedia(media: MessageRecord['media'][number]) {
  return {
    kind: media.kind,
    mimeType: media.mimeType,
    fileName: media.fileName,
    byteSize: media.byteSize,
    isVoice: media.isVoice === 1,
    state: media.state,
    url: media.fileId === null ? null : `/api/v1/files/${media.fileId}`,
  }
}

function toIso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
