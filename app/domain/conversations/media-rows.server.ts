import { and, eq } from 'drizzle-orm'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { InboundMedia } from './inbound.ts'
import { messageMedia, messages } from './schema.server.ts'

export type MediaRow = typeof messageMedia.$inferSelect

/** Notes the files of a message; what is not stored yet is fetched by a job. */
export function insertMedia(db: TenantDb, messageId: number, media: InboundMedia[]): void {
  media.forEach((item, position) => {
    const isStored = item.fileId !== undefined
    db.insert(messageMedia)
      .values({
        ...{ messageId, position, kind: item.kind, fileId: item.fileId ?? null },
        providerMediaId: item.providerMediaId ?? null,
        providerUrl: item.providerUrl ?? null,
        mimeType: item.mimeType ?? null,
        fileName: item.fileName ?? null,
        byteSize: item.byteSize ?? null,
        sha256: item.sha256 ?? null,
        isVoice: item.isVoice ? 1 : 0,
        state: isStored ? 'stored' : 'pending',
      })
      .run()
    if (!isStored) {
      enqueue(db, 'media.fetch', { messageId, position }, { key: `${messageId}:${position}` })
    }
  })
}

export function findMedia(db: TenantDb, messageId: number, position: number): MediaRow | undefined {
  return db.select().from(messageMedia).where(at(messageId, position)).get()
}

export function listMedia(db: TenantDb, messageId: number): MediaRow[] {
  return db
    .select()
    .from(messageMedia)
    .where(eq(messageMedia.messageId, messageId))
    .orderBy(messageMedia.position)
    .all()
}

/** Writes what became of a fetch, and tells live pages. */
export function settleMedia(
  db: TenantDb,
  place: { messageId: number; position: number },
  result: Partial<Pick<MediaRow, 'state' | 'fileId' | 'mimeType' | 'byteSize' | 'failureReason'>>,
): void {
  db.update(messageMedia).set(result).where(at(place.messageId, place.position)).run()
  const message = db
    .select({ conversationId: messages.conversationId })
    .from(messages)
    .where(eq(messages.id, place.messageId))
    .get()
  if (!message) return
  const { conversationId } = message
  recordChange(db, 'message.changed', { conversationId, data: { messageId: place.messageId } })
}

function at(messageId: number, position: number) {
  return and(eq(messageMedia.messageId, messageId), eq(messageMedia.position, position))
}
