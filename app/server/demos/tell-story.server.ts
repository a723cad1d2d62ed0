import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { openVisit } from '#app/channels/web-chat/visitors.server.ts'
import { handOver } from '#app/domain/answers/hand-over.server.ts'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { recomputeScore } from '#app/domain/contacts/score.server.ts'
import { listProducts } from '#app/domain/catalog/products.server.ts'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import type { ContactAddress } from '#app/domain/conversations/inbound.ts'
import {
  findMessageByProviderId,
  insertMessage,
} from '#app/domain/conversations/message-rows.server.ts'
import { noteMessage, pauseAi } from '#app/domain/conversations/note-message.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import { receiveMessage } from '#app/domain/conversations/receive.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { listStages } from '#app/domain/leads/stages.server.ts'
import type { EndpointRef } from '#app/domain/conversations/open-conversation.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { asOf } from './as-of.server.ts'
import { tellLead } from './story-lead.server.ts'
import type { Said, SampleSale, SampleStory } from './stories.ts'

const MINUTE_MS = 60_000
const CENTS = 100
const LEAD_DAYS = 7
const DAY_MS = 24 * 60 * MINUTE_MS

type Place = {
  endpoint: EndpointRef
  /** the sample team, in the order in which stories name it */
  team: number[]
  now: number
  /** tells stories of one company apart */
  number: number
}

/** Where a story stands while it is told. */
type Told = { conversationId: number; contactId: number }

/** Lets a conversation have happened: by the roads that messages take, at its own times. Once. */
export function tellStory(db: TenantDb, story: SampleStory, place: Place): void {
  inTransaction(db, () => {
    const { endpoint, number, now } = place
    if (findMessageByProviderId(db, endpoint.id, providerIdOf(number, 0))) return
    const from = addressOf(db, story, place)
    let told: Told | undefined
    story.said.forEach((said, index) => {
      const at = now - said.minutesAgo * MINUTE_MS
      const providerId = providerIdOf(number, index)
      if (said.by === 'customer')
        told = asOf(db, at, () => hear(db, { endpoint, said, at, from, providerId }))
      else if (told) say(db, { story, place, said, at, told, providerId })
    })
    const last = place.now - (story.said.at(-1)?.minutesAgo ?? 0) * MINUTE_MS
    if (told) asOf(db, last, () => finish(db, story, { ...place, last }, told!))
  })
}

function hear(
  db: TenantDb,
  heard: {
    endpoint: EndpointRef
    said: Said
    at: number
    from: ContactAddress
    providerId: string
  },
): Told | undefined {
  const { endpoint, said, at, from, providerId } = heard
  const content = { type: 'text' as const, text: said.text, payload: {}, media: [] }
  const event = { kind: 'message' as const, at, from, content, providerId }
  const received = receiveMessage(db, { endpoint, event, now: at })
  if (received) recomputeScore(db, received.contactId, at)
  return received && { conversationId: received.conversationId, contactId: received.contactId }
}

/** What was answered then is there as delivered and read; nothing of it waits to be sent. */
function say(
  db: TenantDb,
  words: {
    story: SampleStory
    place: Place
    said: Said
    at: number
    told: Told
    providerId: string
  },
): void {
  const { story, place, said, at, told, providerId } = words
  const { conversationId, contactId } = told
  const isStaff = said.by === 'staff'
  const memberId = isStaff ? memberOf(story, place) : null
  if (memberId !== null) takeOver(db, { conversationId, memberId, at })
  const messageId = insertMessage(db, {
    ...{ conversationId, endpointId: place.endpoint.id, direction: 'outbound', type: 'text' },
    ...{ authorKind: isStaff ? 'member' : 'ai', authorMemberId: memberId, text: said.text },
    ...{ status: 'read', providerId, providerAt: at, sortAt: at, createdAt: at },
  })
  const speaker = isStaff ? 'staff' : 'ai'
  noteMessage(db, { conversationId, contactId, messageId, sortAt: at, now: at, speaker })
}

function takeOver(
  db: TenantDb,
  { conversationId, memberId, at }: { conversationId: number; memberId: number; at: number },
): void {
  const conversation = findConversation(db, conversationId)
  // Before what they wrote, not after it.
  asOf(db, at - 1, () => {
    if (conversation) pauseAi(db, conversation, { kind: 'member', memberId })
    assignTo(db, { kind: 'member', memberId }, { conversationId, memberId, now: at })
  })
}

function finish(
  db: TenantDb,
  story: SampleStory,
  place: Place & { last: number },
  told: Told,
): void {
  const { conversationId, contactId } = told
  const { lead, end, waits } = story
  const memberId = memberOf(story, place)
  const { last } = place
  if (memberId !== null) takeOver(db, { conversationId, memberId, at: last })
  if (lead)
    tellLead(db, {
      ...{ contactId, conversationId, title: lead.title, ownerId: memberId },
      ...{ valueMinor: lead.priceKes * CENTS, stageId: stageAt(db, lead.stage) },
      expectedOn: new Date(place.now + LEAD_DAYS * DAY_MS).toISOString().slice(0, 10),
    })
  if (waits) handOver(db, conversationId, { reason: 'customer_asked', now: last })
  const owner = { id: memberId ?? 1, role: 'owner', extra: [] } as const
  if (end?.outcome === 'won')
    closeConversation(db, owner, conversationId, { outcome: 'won', sale: toTerms(db, end.sale) })
  else if (end) closeConversation(db, owner, conversationId, end)
  if (end)
    db.update(conversations)
      .set({ closedAt: last })
      .where(eq(conversations.id, conversationId))
      .run()
}

function toTerms(db: TenantDb, { name, priceKes, payment }: SampleSale) {
  const amountMinor = priceKes * CENTS
  const productId = listProducts(db).items.find((product) => product.name === name)?.id ?? null
  const item = { productId, name, quantity: 1, unitPriceMinor: amountMinor }
  return { amountMinor, items: [item], paymentMethod: payment, whatWorked: '' }
}

/** The n-th open stage of the pipeline as it is. */
function stageAt(db: TenantDb, place: number): number | undefined {
  return listStages(db).filter(({ kind }) => kind === 'open')[place]?.id
}

function memberOf({ staff }: SampleStory, { team }: Place): number | null {
  return staff === undefined ? null : (team[staff] ?? null)
}

function addressOf(
  db: TenantDb,
  { person: name, channel }: SampleStory,
  place: Place,
): ContactAddress {
  if (channel === 'web-chat') {
    const visit = { userId: `sample-${place.number}`, language: 'en' }
    return { userId: openVisit(db, place.endpoint.id, visit).visitor.externalId, name }
  }
  // Numbers that begin so are in no network.
  const digits = String(randomInt(100_000, 1_000_000))
  return channel === 'telegram'
    ? { userId: `70${digits}`, name }
    : { phone: `254199${digits}`, name }
}

function providerIdOf(number: number, index: number): string {
  return `sample.${number}.${index}`
}
