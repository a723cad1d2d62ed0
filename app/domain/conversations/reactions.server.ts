import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findTarget } from './doer.server.ts'
import { isEmoji } from './emoji.ts'
import type { ReactionEvent } from './inbound.ts'
import { messageReactions } from './schema.server.ts'

export type Change = 'applied' | 'stale' | 'unknown_target'

/** Puts a reaction on the message it is about, replaces an earlier one, or takes it back. */
export function applyReaction(db: TenantDb, endpointId: number, event: ReactionEvent): Change {
  return inTransaction(db, () => {
    const message = findTarget(db, endpointId, event)
    if (!message) return 'unknown_target'
    if (message === 'out_of_reach') return 'stale'
    const isOwn = and(
      eq(messageReactions.messageId, message.id),
      eq(messageReactions.byKind, event.by),
    )
    const known = db.select().from(messageReactions).where(isOwn).get()
    if (known && known.at > event.at) return 'stale'
    const emoji = event.emoji ?? ''
    if (emoji !== '' && !isEmoji(emoji)) return 'stale'
    if (emoji === '') db.delete(messageReactions).where(isOwn).run()
    else {
      const row = { messageId: message.id, byKind: event.by, byId: 0, emoji, at: event.at }
      const { messageId, byKind, byId } = messageReactions
      db.insert(messageReactions)
        .values(row)
        .onConflictDoUpdate({ target: [messageId, byKind, byId], set: { emoji, at: event.at } })
        .run()
    }
    const { id, conversationId } = message
    recordChange(db, 'message.changed', { conversationId, data: { messageId: id } })
    return 'applied'
  })
}
