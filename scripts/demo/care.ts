import { and, asc, eq } from 'drizzle-orm'
import { products } from '#app/domain/catalog/schema.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import {
  conversationEvents,
  conversations,
  messages,
} from '#app/domain/conversations/schema.server.ts'
import { csatSurveys } from '#app/domain/csat/schema.server.ts'
import { saveCsatSettings } from '#app/domain/csat/settings.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { saleItems, sales } from '#app/domain/sales/schema.server.ts'
import { slaClocks } from '#app/domain/sla/schema.server.ts'
import { saveSlaSettings, suggestSlaSettings } from '#app/domain/sla/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { PaymentMethod } from '#app/domain/sales/sale.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How earlier conversations ended: one after the other, one per contact. */
const endings = [
  { outcome: 'won', daysAgo: 2, rating: 5, comment: 'Quick and friendly, asante!', lateMinutes: 0 },
  { outcome: 'resolved', daysAgo: 4, rating: 4, comment: '', lateMinutes: 0 },
  { outcome: 'lost', daysAgo: 6, rating: 2, comment: 'I waited a long time', lateMinutes: 95 },
  { outcome: 'won', daysAgo: 9, rating: 5, comment: 'Nimeridhika kabisa', lateMinutes: 0 },
  { outcome: 'won', daysAgo: 15, rating: null, comment: '', lateMinutes: 20 },
  {
    outcome: 'resolved',
    daysAgo: 22,
    rating: 3,
    comment: 'Answer was fine in the end',
    lateMinutes: 0,
  },
] as const

const payments: PaymentMethod[] = ['mpesa', 'cash', 'card', 'bank']
type Ending = (typeof endings)[number]

/** Promised times and surveys turned on, and a past: sales, answers, a few promises missed. */
export function addCare(db: TenantDb): void {
  inTransaction(db, () => {
    const owner = db.select().from(members).where(eq(members.role, 'owner')).get()
    if (!owner) return
    const settings = suggestSlaSettings(db)
    const targets = settings.targets.map(({ name: _name, ...minutes }) => minutes)
    saveSlaSettings(db, owner, { isOn: true, aiReplies: true, targets })
    const words = { questionEn: '', questionSw: '' }
    saveCsatSettings(db, owner, { isOn: true, channels: [], delayMinutes: 5, ...words })
    const people = db.select().from(contacts).orderBy(asc(contacts.id)).all()
    people.slice(0, endings.length).forEach((contact, index) => {
      addEnded(db, { contactId: contact.id, index, ending: endings[index] ?? endings[0] })
    })
  })
}

function addEnded(db: TenantDb, of: { contactId: number; index: number; ending: Ending }): void {
  const { contactId, index, ending } = of
  const place = db
    .select({ endpointId: conversations.endpointId, channel: conversations.channel })
    .from(conversations)
    .where(eq(conversations.contactId, contactId))
    .get()
  const staff = db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.role, 'agent'), eq(members.status, 'active')))
    .all()
  const memberId = staff[index % Math.max(1, staff.length)]?.id
  if (!place || memberId === undefined) return
  const opened = Date.now() - ending.daysAgo * DAY_MS
  const closedAt = opened + 2 * HOUR_MS
  const { id } = db
    .insert(conversations)
    .values({
      ...{ ...place, contactId, status: 'closed', outcome: ending.outcome, aiState: 'paused' },
      ...{ assignedTo: memberId, assignedAt: opened, closedAt, closedBy: memberId },
      ...{ createdAt: opened, updatedAt: closedAt, lastMessageAt: opened },
    })
    .returning({ id: conversations.id })
    .get()
  say(db, { ...place, id, memberId, opened })
  const sold = ending.outcome === 'won' ? sell(db, { ...of, id, memberId, closedAt, ...place }) : {}
  const event = { conversationId: id, actorKind: 'member' as const, actorMemberId: memberId }
  const data = JSON.stringify({ outcome: ending.outcome, ...sold })
  db.insert(conversationEvents)
    .values({ ...event, kind: 'closed', dataJson: data, at: closedAt })
    .run()
  rate(db, { ...of, id, memberId, closedAt, channel: place.channel })
  keepClock(db, { id, memberId, opened, ending })
}

function say(
  db: TenantDb,
  of: { id: number; endpointId: number; memberId: number; opened: number },
): void {
  const common = { conversationId: of.id, endpointId: of.endpointId, type: 'text' as const }
  const words = [
    { by: 'contact' as const, text: 'Habari, I have a question about your offer.', after: 0 },
    { by: 'member' as const, text: 'Karibu! Of course, how can I help?', after: 20 },
    { by: 'contact' as const, text: 'Thank you, that is all I needed to know.', after: 60 },
  ]
  const ids = words.map(({ by, text, after }) => {
    const at = of.opened + after * MINUTE_MS
    const isInbound = by === 'contact'
    return db
      .insert(messages)
      .values({
        ...{ ...common, text, authorKind: by, authorMemberId: isInbound ? null : of.memberId },
        ...{
          direction: isInbound ? 'inbound' : 'outbound',
          status: isInbound ? 'received' : 'read',
        },
        ...{
          providerId: `wamid.care.${of.id}.${after}`,
          providerAt: at,
          sortAt: at,
          createdAt: at,
        },
      })
      .returning({ id: messages.id })
      .get().id
  })
  const last = ids.at(-1) ?? null
  const lastMessageAt = of.opened + 60 * MINUTE_MS
  db.update(conversations)
    .set({ lastMessageId: last, lastInboundId: last, lastMessageAt, unansweredSince: null })
    .where(eq(conversations.id, of.id))
    .run()
}

function sell(
  db: TenantDb,
  of: {
    id: number
    contactId: number
    index: number
    memberId: number
    channel: string
    closedAt: number
  },
) {
  const { currency } = getCompany(db)
  const offer = db.select().from(products).where(eq(products.currency, currency)).limit(6).all()
  const product = offer[of.index % Math.max(1, offer.length)]
  const quantity = 1 + (of.index % 2)
  const amountMinor = (product?.priceMinor ?? 150_000) * quantity
  const { id: saleId } = db
    .insert(sales)
    .values({
      ...{ conversationId: of.id, contactId: of.contactId, memberId: of.memberId },
      ...{ channel: of.channel, amountMinor, currency, at: of.closedAt },
      paymentMethod: payments[of.index % payments.length] ?? 'mpesa',
      whatWorked: 'Answered at once and sent a photo',
    })
    .returning({ id: sales.id })
    .get()
  if (product)
    db.insert(saleItems)
      .values({
        ...{ saleId, position: 0, productId: product.id, name: product.name, quantity },
        unitPriceMinor: product.priceMinor,
      })
      .run()
  return { saleId, amountMinor, currency }
}

function rate(
  db: TenantDb,
  of: {
    id: number
    contactId: number
    memberId: number
    channel: string
    closedAt: number
    ending: Ending
  },
): void {
  const { id: conversationId, contactId, memberId, channel, closedAt, ending } = of
  const sentAt = closedAt + 5 * MINUTE_MS
  const answeredAt = ending.rating === null ? null : sentAt + 40 * MINUTE_MS
  const { id: surveyId } = db
    .insert(csatSurveys)
    .values({
      ...{ conversationId, contactId, memberId, channel, closedAt, sentAt, answeredAt },
      state: answeredAt === null ? 'sent' : 'answered',
      ...{ rating: ending.rating, comment: ending.comment },
    })
    .returning({ id: csatSurveys.id })
    .get()
  if (answeredAt === null) return
  db.insert(conversationEvents)
    .values({
      ...{ conversationId, kind: 'csat_answered', actorKind: 'contact', at: answeredAt },
      dataJson: JSON.stringify({ surveyId, rating: ending.rating }),
    })
    .run()
}

function keepClock(
  db: TenantDb,
  {
    id,
    memberId,
    opened,
    ending,
  }: { id: number; memberId: number; opened: number; ending: Ending },
): void {
  const dueAt = opened + 60 * MINUTE_MS
  const isLate = ending.lateMinutes > 0
  db.insert(slaClocks)
    .values({
      ...{ conversationId: id, kind: 'first_reply', targetMinutes: 60, startedAt: opened, dueAt },
      ...{ warnAt: opened + 48 * MINUTE_MS, memberId: isLate ? memberId : null },
      breachedAt: isLate ? dueAt : null,
      metAt: isLate ? dueAt + ending.lateMinutes * MINUTE_MS : opened + 20 * MINUTE_MS,
    })
    .run()
}
