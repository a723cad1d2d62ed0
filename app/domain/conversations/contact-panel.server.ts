import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import {
  contactIdentities,
  contacts,
  scoreContributions,
} from '#app/domain/contacts/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ConversationHead } from './conversation-head.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { conversations as c, messages as m, notes } from './schema.server.ts'

const EARLIER_MAX = 10
const NOTES_MAX = 10
const PREVIEW_LENGTH_MAX = 80

const CONTACT = Symbol('panel.contact')
const IDENTITIES = Symbol('panel.identities')
const REASONS = Symbol('panel.reasons')
const NOTES = Symbol('panel.notes')

export type ContactPanel = ReturnType<typeof getContactPanel>

/**
 * Who one is talking to: score with its reasons, ways to reach them, other conversations this
 * person may see. The head proves that the conversation, and so its contact, is within reach.
 */
export function getContactPanel(db: TenantDb, actor: Actor, head: ConversationHead) {
  const { contactId, id } = head
  const contact = prepared(db, CONTACT, selectContact).get({ contactId })
  if (!contact) throw new Error(`Conversation ${id} has no contact`)
  const earlierKey = Symbol.for(`panel.earlier:${reachOf(db, actor).key}`)
  return {
    contact,
    identities: prepared(db, IDENTITIES, selectIdentities).all({ contactId }),
    reasons: prepared(db, REASONS, selectReasons).all({ contactId }),
    notes: prepared(db, NOTES, selectNotes).all({ id }),
    earlier: prepared(db, earlierKey, () => selectEarlier(db, actor)).all({
      ...{ contactId, id, me: actor.id },
    }),
  }
}

function selectContact(db: TenantDb) {
  return db
    .select({
      id: contacts.id,
      name: contacts.name,
      phone: contacts.phone,
      email: contacts.email,
      language: contacts.language,
      notes: contacts.notes,
      score: contacts.score,
      scoreColor: contacts.scoreColor,
      createdAt: contacts.createdAt,
    })
    .from(contacts)
    .where(eq(contacts.id, sql.placeholder('contactId')))
    .prepare()
}

function selectIdentities(db: TenantDb) {
  return db
    .select({
      channel: contactIdentities.channel,
      kind: contactIdentities.kind,
      externalId: contactIdentities.externalId,
    })
    .from(contactIdentities)
    .where(eq(contactIdentities.contactId, sql.placeholder('contactId')))
    .orderBy(asc(contactIdentities.id))
    .prepare()
}

function selectReasons(db: TenantDb) {
  return db
    .select({
      rule: scoreContributions.rule,
      points: sql<number>`sum(${scoreContributions.points})`,
      times: sql<number>`count(*)`,
    })
    .from(scoreContributions)
    .where(eq(scoreContributions.contactId, sql.placeholder('contactId')))
    .groupBy(scoreContributions.rule)
    .orderBy(desc(sql`sum(${scoreContributions.points})`))
    .prepare()
}

function selectNotes(db: TenantDb) {
  return db
    .select({ id: notes.id, text: notes.text, at: notes.createdAt, authorName: members.name })
    .from(notes)
    .innerJoin(members, eq(members.id, notes.memberId))
    .where(sql`${notes.conversationId} = ${sql.placeholder('id')} and ${notes.deletedAt} is null`)
    .orderBy(desc(notes.createdAt))
    .limit(NOTES_MAX)
    .prepare()
}

function selectEarlier(db: TenantDb, actor: Actor) {
  return db
    .select({
      id: c.id,
      channel: c.channel,
      status: c.status,
      outcome: c.outcome,
      lastMessageAt: c.lastMessageAt,
      lastText: sql<string | null>`substr(${m.text}, 1, ${sql.raw(String(PREVIEW_LENGTH_MAX))})`,
    })
    .from(c)
    .leftJoin(m, eq(m.id, c.lastMessageId))
    .where(
      and(
        eq(c.contactId, sql.placeholder('contactId')),
        ne(c.id, sql.placeholder('id')),
        reachable(db, actor, sql.placeholder('me')),
      ),
    )
    .orderBy(desc(c.id))
    .limit(EARLIER_MAX)
    .prepare()
}
