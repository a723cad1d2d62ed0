import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { noteLinks } from '#app/domain/link-previews/note.server.ts'
import { messageTranslations } from '#app/domain/translations/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findTarget } from './doer.server.ts'
import type { EditEvent, RevokeEvent } from './inbound.ts'
import type { MessageRow } from './message-rows.server.ts'
import type { Change } from './reactions.server.ts'
import { messageEdits, messageMedia, messageReactions, messages } from './schema.server.ts'

/** Replaces a message's words; the earlier wording is kept for staff. Newest edit wins. */
export function applyEdit(db: TenantDb, endpointId: number, event: EditEvent): Change {
  return inTransaction(db, () => {
    const message = findOwn(db, endpointId, event)
    if (!message) return 'unknown_target'
    if (message === 'out_of_reach') return 'stale'
    const isOlder = message.editedAt !== null && message.editedAt > event.at
    if (isOlder || message.deletedAt !== null || message.text === event.text) return 'stale'
    db.insert(messageEdits)
      .values({ messageId: message.id, previousText: message.text, at: event.at })
      .run()
    const change = { text: event.text, editedAt: event.at }
    db.update(messages).set(change).where(eq(messages.id, message.id)).run()
    noteLinks(db, { messageId: message.id, text: event.text, isEdited: true })
    noteChanged(db, message)
    return 'applied'
  })
}

/** The writer took the message back: nothing of what it said is kept, only that it was there. */
export function applyRevoke(db: TenantDb, endpointId: number, event: RevokeEvent): Change {
  return inTransaction(db, () => {
    const message = findOwn(db, endpointId, event)
    if (!message) return 'unknown_target'
    if (message === 'out_of_reach') return 'stale'
    if (message.deletedAt !== null) return 'stale'
    db.update(messages)
      .set({ text: null, payloadJson: '{}', deletedAt: event.at })
      .where(eq(messages.id, message.id))
      .run()
    db.delete(messageEdits).where(eq(messageEdits.messageId, message.id)).run()
    db.delete(messageMedia).where(eq(messageMedia.messageId, message.id)).run()
    db.delete(messageReactions).where(eq(messageReactions.messageId, message.id)).run()
    noteLinks(db, { messageId: message.id, text: null, isEdited: true })
    db.delete(messageTranslations).where(eq(messageTranslations.messageId, message.id)).run()
    noteChanged(db, message)
    return 'applied'
  })
}

/** Customers change only what they wrote, and staff with the phone only what we wrote. */
function findOwn(
  db: TenantDb,
  endpointId: number,
  event: EditEvent | RevokeEvent,
): MessageRow | 'out_of_reach' | undefined {
  const message = findTarget(db, endpointId, event)
  if (!message || message === 'out_of_reach') return message
  const side = event.by === 'contact' ? 'inbound' : 'outbound'
  return message.direction === side ? message : 'out_of_reach'
}

function noteChanged(db: TenantDb, { id, conversationId }: MessageRow): void {
  recordChange(db, 'message.changed', { conversationId, data: { messageId: id } })
}
