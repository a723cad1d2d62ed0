import { and, asc, eq, max } from 'drizzle-orm'
import { addressOf } from '#app/domain/contacts/identities.server.ts'
import { findByIdentity } from '#app/domain/contacts/identity-rows.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { findOpenConversation } from '#app/domain/conversations/open-conversation.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { replyWindow } from '#app/domain/conversations/reply-window.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** One of the company's lines, and what can go out on it to one person. */
export type Way = {
  endpointId: number
  name: string
  channel: ChannelKind
  /** whether free words may go out now; else an approved template only */
  isWindowOpen: boolean
  /** the number it goes to, where it is told by one */
  phone: string | undefined
  /** UTC ms; null where there is no window or the person never wrote */
  closesAt: number | null
  /** the open conversation there, which goes on instead of a second one */
  openId: number | undefined
  /** why nothing can go out there */
  refusal: 'no_address' | 'never_wrote' | 'cannot_start' | undefined
}

/**
 * The lines on which this person could write to somebody, oldest first; only those that are
 * connected.
 *
 * @param person somebody known, or a number nobody has been written to on yet
 */
export function listWays(
  db: TenantDb,
  actor: Actor,
  person: { contactId: number } | { phone: string },
  now: number = Date.now(),
): Way[] {
  return db
    .select()
    .from(endpoints)
    .where(eq(endpoints.status, 'active'))
    .orderBy(asc(endpoints.id))
    .all()
    .map((endpoint) => toWay(db, actor, { endpoint, person, now }))
}

type Line = { id: number; name: string; channel: ChannelKind }

function toWay(
  db: TenantDb,
  actor: Actor,
  about: { endpoint: Line; person: { contactId: number } | { phone: string }; now: number },
): Way {
  const { endpoint, person, now } = about
  const { id: endpointId, name, channel } = endpoint
  const contactId = 'contactId' in person ? person.contactId : undefined
  const heardAt = contactId === undefined ? null : lastHeardAt(db, contactId, endpointId)
  const window = replyWindow({ lastInboundProviderAt: heardAt }, channel, now)
  const open = contactId === undefined ? undefined : findOpenConversation(db, contactId, endpointId)
  const isTaken = open !== undefined && !findReachable(db, actor, open.id)
  return {
    ...{ endpointId, name, channel, isWindowOpen: window.isOpen, closesAt: window.closesAt },
    phone: phoneOf(db, channel, person),
    openId: isTaken ? undefined : open?.id,
    refusal: isTaken ? 'cannot_start' : findRefusal(db, endpoint, contactId),
  }
}

/** Numbers can be written to by WhatsApp; elsewhere only who has written there before. */
function findRefusal(
  db: TenantDb,
  { id, channel }: Line,
  contactId: number | undefined,
): Way['refusal'] {
  if (channel === 'whatsapp-cloud') {
    if (contactId === undefined) return undefined
    const { phone, userId } = addressOf(db, contactId, channel)
    if (phone || userId) return undefined
    const written = writtenPhone(db, contactId)
    if (!written) return 'no_address'
    // Two may be written down with one number; the channel knows it as one of them.
    const holder = findByIdentity(db, channel, 'phone', written.slice(1))
    return holder === undefined || holder === contactId ? undefined : 'cannot_start'
  }
  if (contactId === undefined) return 'no_address'
  return hasWritten(db, contactId, id) ? undefined : 'never_wrote'
}

/** What the channel knows goes before what staff wrote down. */
function phoneOf(
  db: TenantDb,
  channel: ChannelKind,
  person: { contactId: number } | { phone: string },
): string | undefined {
  if (channel !== 'whatsapp-cloud') return undefined
  if ('phone' in person) return person.phone
  const { phone, userId } = addressOf(db, person.contactId, channel)
  if (phone) return `+${phone}`
  return userId ? undefined : (writtenPhone(db, person.contactId) ?? undefined)
}

function writtenPhone(db: TenantDb, contactId: number): string | null | undefined {
  return db.select({ phone: contacts.phone }).from(contacts).where(eq(contacts.id, contactId)).get()
    ?.phone
}

function lastHeardAt(db: TenantDb, contactId: number, endpointId: number): number | null {
  const row = db
    .select({ at: max(conversations.lastInboundProviderAt) })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), eq(conversations.endpointId, endpointId)))
    .get()
  return row?.at ?? null
}

function hasWritten(db: TenantDb, contactId: number, endpointId: number): boolean {
  const row = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), eq(conversations.endpointId, endpointId)))
    .limit(1)
    .get()
  return row !== undefined
}
