import { eq } from 'drizzle-orm'
import { changeAddress } from '#app/domain/contacts/address-change.server.ts'
import { findContact } from '#app/domain/contacts/identities.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import type { AddressChangeEvent, ReachableEvent } from './inbound.ts'
import { findMessageByProviderId, insertMessage } from './message-rows.server.ts'
import { noteMessage } from './note-message.server.ts'
import { findLatestConversation } from './open-conversation.server.ts'
import type { ReceiveInput } from './receive.server.ts'

/**
 * The customer has a new number or id: the same contact goes on, and the thread says so. A
 * notice is nobody's turn: it opens no reply window and counts as nothing unread.
 *
 * @returns false when it was known already or the customer is not ours
 */
export function receiveAddressChange(
  db: TenantDb,
  { endpoint, event, now = Date.now() }: ReceiveInput<AddressChangeEvent>,
): boolean {
  return inTransaction(db, () => {
    if (findMessageByProviderId(db, endpoint.id, event.providerId)) return false
    const contactId = changeAddress(db, endpoint.channel, event)
    if (contactId === undefined) return false
    const conversation = findLatestConversation(db, contactId, endpoint.id)
    if (!conversation) return true
    const sortAt = Math.min(event.at, now)
    const messageId = insertMessage(db, {
      ...{ conversationId: conversation.id, endpointId: endpoint.id, direction: 'inbound' },
      ...{ authorKind: 'system', type: 'system', status: 'received', text: event.text },
      ...{ providerId: event.providerId, providerAt: event.at, sortAt, createdAt: now },
    })
    const { id: conversationId } = conversation
    noteMessage(db, { conversationId, contactId, messageId, sortAt, now, speaker: 'system' })
    if (event.to.phone || event.to.userId) {
      recordEvent(db, conversationId, {
        kind: 'contact_number_changed',
        actor: { kind: 'contact' },
      })
    }
    return true
  })
}

/** The customer blocked us, or let us in again. */
export function receiveReachable(
  db: TenantDb,
  { endpoint, event }: ReceiveInput<ReachableEvent>,
): boolean {
  const contactId = findContact(db, endpoint.channel, event.from)
  if (contactId === undefined) return false
  setReachable(db, contactId, event.isReachable ? null : event.at)
  return true
}

/** @param unreachableAt UTC ms, null when messages arrive again */
export function setReachable(db: TenantDb, contactId: number, unreachableAt: number | null): void {
  db.update(contacts).set({ unreachableAt }).where(eq(contacts.id, contactId)).run()
  recordChange(db, 'contact.changed', { data: { contactId } })
}
