import { eq } from 'drizzle-orm'
import { assign } from '#app/domain/conversations/assign.server.ts'
import { hasWithdrawn, messageCategories } from '#app/domain/contacts/consent.server.ts'
import { keepAddress, matchContact, addressOf } from '#app/domain/contacts/identities.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { openConversation } from '#app/domain/conversations/open-conversation.server.ts'
import type { QueueMessageRefusal, TemplateUse } from '#app/domain/conversations/outbound.ts'
import { replyAsMember } from '#app/domain/conversations/reply.server.ts'
import { findTemplate } from '#app/domain/endpoints/templates.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findNumberOwner } from './find-person.server.ts'
import { listWays } from './ways.server.ts'
import type { Way } from './ways.server.ts'

export type Start = {
  to: { contactId: number } | { phone: string }
  endpointId: number
  text?: string
  template?: TemplateUse
  fileIds?: number[]
  holdMs?: number
  /** made by the page: sending the form again sends nothing twice */
  sendKey?: string
}

export type StartRefusal =
  QueueMessageRefusal | NonNullable<Way['refusal']> | 'invalid_phone' | 'number_closed'

export type StartResult =
  { ok: true; conversationId: number; isNew: boolean } | { ok: false; reason: StartRefusal }

/** Takes everything back that was written on the way to a refusal. */
class Refused extends Error {
  readonly reason: StartRefusal
  constructor(reason: StartRefusal) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Writes first: the conversation with somebody on one of the company's lines, and its first
 * message. Where one is open with them it goes on; a new one belongs to who starts it. Who said
 * no to such messages gets none, also from a person.
 */
export function startConversation(db: TenantDb, actor: Actor, start: Start): StartResult {
  try {
    return inTransaction(db, () => begin(db, actor, start))
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason }
    throw error
  }
}

function begin(db: TenantDb, actor: Actor, start: Start): StartResult {
  const contactId = findOrAdd(db, actor, start.to)
  const contact = findContact(db, actor, contactId)
  if (contact?.blockedAt) throw new Refused('contact_blocked')
  const way = listWays(db, actor, { contactId }).find((one) => one.endpointId === start.endpointId)
  if (!way) throw new Refused('endpoint_disabled')
  if (way.refusal) throw new Refused(way.refusal)
  const { channel, endpointId } = way
  const category = categoryOf(db, start)
  if (hasWithdrawn(db, { contactId, channel, category })) throw new Refused('contact_opted_out')
  if (channel === 'whatsapp-cloud') keepPhone(db, contactId)
  const conversationId = way.openId ?? openOwn(db, actor, { contactId, endpointId, channel })
  const { text, template, fileIds, holdMs, sendKey } = start
  const message = { conversationId, text, template, fileIds, holdMs, sendKey }
  const sent = replyAsMember(db, actor, message)
  if (!sent.ok) throw new Refused(sent.reason)
  return { ok: true, conversationId, isNew: way.openId === undefined }
}

/** Somebody within reach, or a number that is nobody's yet: its contact is made here. */
function findOrAdd(db: TenantDb, actor: Actor, to: Start['to']): number {
  if ('contactId' in to) {
    if (!findContact(db, actor, to.contactId)) throw new Refused('not_found')
    return to.contactId
  }
  const owner = findNumberOwner(db, actor, to.phone)
  if (!owner) throw new Refused('invalid_phone')
  if (owner.kind === 'closed') throw new Refused('number_closed')
  if (owner.kind === 'known') return owner.contactId
  const made = matchContact(db, 'whatsapp-cloud', { phone: owner.phone })
  if (!made) throw new Refused('invalid_phone')
  db.update(contacts).set({ createdBy: actor.id }).where(eq(contacts.id, made.id)).run()
  return made.id
}

/** A number that staff wrote down becomes the address on WhatsApp. */
function keepPhone(db: TenantDb, contactId: number): void {
  const { phone, userId } = addressOf(db, contactId, 'whatsapp-cloud')
  if (phone || userId) return
  const row = db
    .select({ phone: contacts.phone })
    .from(contacts)
    .where(eq(contacts.id, contactId))
    .get()
  if (row?.phone) keepAddress(db, 'whatsapp-cloud', contactId, { phone: row.phone })
}

function openOwn(
  db: TenantDb,
  actor: Actor,
  about: { contactId: number; endpointId: number; channel: Way['channel'] },
): number {
  const { contactId, endpointId, channel } = about
  const now = Date.now()
  const { id } = openConversation(db, {
    ...{ contactId, endpoint: { id: endpointId, channel }, at: now, now },
    actor: { kind: 'member', memberId: actor.id },
  })
  assign(db, actor, { conversationId: id, memberId: actor.id })
  return id
}

function categoryOf(db: TenantDb, { template, endpointId }: Start) {
  const form = template && findTemplate(db, endpointId, template.name, template.language)
  return messageCategories.find((one) => one === form?.category.toLowerCase()) ?? 'utility'
}
