import {
  conversationEvents,
  conversations,
  messages,
} from '#app/domain/conversations/schema.server.ts'
import { contactIdentities, contacts } from '#app/domain/contacts/schema.server.ts'
import { recomputeScore } from '#app/domain/contacts/score.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { and, eq, gte } from 'drizzle-orm'
import { tellLead } from './leads.ts'
import type { Story } from './story.ts'
import { tellAssignment } from './team.ts'

const MINUTE_MS = 60_000

/** Writes stories as history: what was said, by whom, and where each conversation stands. */
export function tellStories(db: TenantDb, endpointId: number, stories: Story[]): void {
  inTransaction(db, () => stories.forEach((story) => tellStory(db, endpointId, story)))
}

function tellStory(db: TenantDb, endpointId: number, story: Story): void {
  const now = Date.now()
  const contactId = addContact(db, story, now)
  const conversationId = addConversation(db, { story, contactId, endpointId, now })
  const told: { id: number; at: number }[] = []
  let last = { id: 0, at: 0, inboundId: null as number | null, inboundAt: null as number | null }
  story.messages.forEach((message, index) => {
    const at = now - message.minutesAgo * MINUTE_MS
    const id = addMessage(db, {
      message,
      at,
      conversationId,
      endpointId,
      key: `${contactId}.${index}`,
    })
    told.push({ id, at })
    const isInbound = message.by === 'contact'
    // Message by message, so that the score has a past.
    if (isInbound && recomputeScore(db, contactId, at)?.turnedGreen)
      moveEventsBack(db, conversationId, { from: now, to: at })
    last = {
      ...{ id, at, inboundId: isInbound ? id : last.inboundId },
      inboundAt: isInbound ? at : last.inboundAt,
    }
  })
  const set = { lastMessageId: last.id, lastMessageAt: last.at, lastInboundId: last.inboundId }
  db.update(conversations)
    .set({
      ...{ ...set, lastInboundProviderAt: last.inboundAt },
      queuedAt: waitsForPerson(story) ? last.at : null,
    })
    .where(eq(conversations.id, conversationId))
    .run()
  db.update(contacts).set({ lastMessageAt: last.at }).where(eq(contacts.id, contactId)).run()
  recomputeScore(db, contactId)
  const { lead } = story
  const ownerId = story.assignedTo ? memberId(db, story.assignedTo) : null
  if (lead)
    tellLead(db, { story: { ...story, lead }, contactId, conversationId, ownerId, messages: told })
}

/** What was noted while a story is told happened when it was said. */
function moveEventsBack(
  db: TenantDb,
  conversationId: number,
  { from, to }: { from: number; to: number },
): void {
  const { conversationId: of, at } = conversationEvents
  db.update(conversationEvents)
    .set({ at: to })
    .where(and(eq(of, conversationId), gte(at, from)))
    .run()
}

function waitsForPerson({ assignedTo, aiState, closed }: Story): boolean {
  return !assignedTo && !closed && (aiState ?? 'on') !== 'on'
}

function addContact(db: TenantDb, { contact, messages: said }: Story, now: number): number {
  const createdAt = now - (said[0]?.minutesAgo ?? 0) * MINUTE_MS
  const { id } = db
    .insert(contacts)
    .values({ ...contact, createdAt, updatedAt: createdAt })
    .returning({ id: contacts.id })
    .get()
  db.insert(contactIdentities)
    .values({
      ...{ contactId: id, channel: 'whatsapp-cloud', kind: 'phone' as const, createdAt },
      externalId: contact.phone.slice(1),
    })
    .run()
  return id
}

function addConversation(
  db: TenantDb,
  facts: { story: Story; contactId: number; endpointId: number; now: number },
): number {
  const { story, contactId, endpointId, now } = facts
  const assignedTo = story.assignedTo ? memberId(db, story.assignedTo) : null
  const at = now - (story.messages[0]?.minutesAgo ?? 0) * MINUTE_MS
  const { id } = db
    .insert(conversations)
    .values({
      ...{ contactId, endpointId, channel: 'whatsapp-cloud', createdAt: at, updatedAt: now },
      ...{ lastMessageAt: at, assignedTo, assignedAt: assignedTo && at },
      status: story.closed ? 'closed' : assignedTo ? 'in_progress' : 'new',
      outcome: story.closed ?? 'none',
      closedAt: story.closed ? now : null,
      aiState: story.aiState ?? 'on',
      needsPersonAt: story.needsPerson ? at : null,
      needsPersonReason: story.needsPerson ?? null,
    })
    .returning({ id: conversations.id })
    .get()
  if (assignedTo !== null) tellAssignment(db, { conversationId: id, memberId: assignedTo, at })
  return id
}

function addMessage(
  db: TenantDb,
  facts: {
    message: Story['messages'][number]
    at: number
    conversationId: number
    endpointId: number
    key: string
  },
): number {
  const { message, at, conversationId, endpointId, key } = facts
  const isInbound = message.by === 'contact'
  return db
    .insert(messages)
    .values({
      ...{ conversationId, endpointId, text: message.text, type: 'text', authorKind: message.by },
      ...{ direction: isInbound ? 'inbound' : 'outbound', status: isInbound ? 'received' : 'read' },
      authorMemberId: message.member ? memberId(db, message.member) : null,
      ...{ providerId: `wamid.demo.${key}`, providerAt: at, sortAt: at, createdAt: at },
    })
    .returning({ id: messages.id })
    .get().id
}

function memberId(db: TenantDb, email: string): number {
  const row = db.select({ id: members.id }).from(members).where(eq(members.email, email)).get()
  if (!row) throw new Error(`The story names an unknown member: ${email}`)
  return row.id
}
