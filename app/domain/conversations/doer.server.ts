import { eq } from 'drizzle-orm'
import { findContact } from '#app/domain/contacts/identities.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Doer } from './inbound.ts'
import { findMessageByProviderId } from './message-rows.server.ts'
import type { MessageRow } from './message-rows.server.ts'
import { conversations } from './schema.server.ts'

/**
 * The message an event is about, as far as the one who sent the event may change it: a
 * customer's reach is the own conversation, whatever id is named.
 *
 * @returns undefined when there is none yet
 */
export function findTarget(
  db: TenantDb,
  endpointId: number,
  event: Doer & { targetProviderId: string },
): MessageRow | 'out_of_reach' | undefined {
  const message = findMessageByProviderId(db, endpointId, event.targetProviderId)
  if (!message || event.by === 'phone') return message
  const conversation = db
    .select({ contactId: conversations.contactId, channel: conversations.channel })
    .from(conversations)
    .where(eq(conversations.id, message.conversationId))
    .get()
  const senderId = conversation && findContact(db, conversation.channel, event.from)
  return senderId !== undefined && senderId === conversation?.contactId ? message : 'out_of_reach'
}
