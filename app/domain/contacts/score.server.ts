import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { leadFromScore } from '#app/domain/leads/from-score.server.ts'
import { tellHotLead } from '#app/domain/notifications/hot-lead.server.ts'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contacts, scoreContributions, scoreHistory } from './schema.server.ts'
import { SCORE_WINDOW_MS, toScore, toScoreColor } from './score-rules.ts'
import type { Contribution, ScoreColor, ScoredMessage } from './score-rules.ts'

/** Newest messages looked at: the score is paid for on every inbound message. */
const MESSAGES_MAX = 200
const TEXT_CHARACTERS_MAX = 1_000

export type Score = { score: number; color: ScoreColor; turnedGreen: boolean }

const RECENT = Symbol('score.recent')
const STORED = Symbol('score.stored')
const CONTACT = Symbol('score.contact')
const KEEP = Symbol('score.keep')
const HISTORY = Symbol('score.history')
const FORGET = Symbol('score.forget')
const ADD = Symbol('score.add')

/**
 * Works the behaviour score out anew and stores it with its reasons, in the caller's
 * transaction. Live pages hear of a new score; people are alerted (`data.alert`, and a line in
 * the conversation's history) only when it turns green.
 *
 * @returns undefined when there is no such contact
 */
export function recomputeScore(
  db: TenantDb,
  contactId: number,
  now = Date.now(),
): Score | undefined {
  return inTransaction(db, (tx) => {
    const contact = prepared(tx, CONTACT, selectContact).get({ contactId })
    if (!contact) return undefined
    const recent = prepared(tx, RECENT, selectRecent).all({
      contactId,
      from: now - SCORE_WINDOW_MS,
    })
    const { score, contributions } = toScore(toScoredMessages(recent), now)
    const color = toScoreColor(score)
    const turnedGreen = color === 'green' && contact.scoreColor !== 'green'
    storeContributions(tx, contactId, contributions)
    if (score !== contact.score || contact.scoreUpdatedAt === null) {
      prepared(tx, KEEP, updateScore).run({ contactId, score, color, now })
      prepared(tx, HISTORY, insertHistory).run({ contactId, score, color, now })
      announce(tx, {
        contactId,
        score,
        turnedGreen,
        now,
        conversationId: recent[0]?.conversationId,
      })
    }
    return { score, color, turnedGreen }
  })
}

/** The reasons behind a contact's score, the weightiest first. */
export function listScoreContributions(db: TenantDb, contactId: number) {
  return db
    .select()
    .from(scoreContributions)
    .where(eq(scoreContributions.contactId, contactId))
    .orderBy(desc(scoreContributions.points), asc(scoreContributions.rule))
    .all()
}

function announce(
  db: TenantDb,
  change: {
    contactId: number
    score: number
    turnedGreen: boolean
    now: number
    conversationId?: number
  },
): void {
  const { contactId, score, turnedGreen, conversationId } = change
  const data = { contactId, score, ...(turnedGreen ? { alert: 'score_green' } : {}) }
  recordChange(db, 'contact.changed', { conversationId, data })
  if (!turnedGreen || conversationId === undefined) return
  recordEvent(db, conversationId, {
    kind: 'score_turned_green',
    actor: { kind: 'system' },
    data: { contactId, score },
  })
  leadFromScore(db, { contactId, conversationId })
  tellHotLead(db, { contactId, conversationId, at: change.now })
}

/** Writes only when something differs: most messages change no reason. */
function storeContributions(db: TenantDb, contactId: number, contributions: Contribution[]): void {
  const stored = prepared(db, STORED, selectStored).all({ contactId })
  const keyOf = (
    row: Omit<Contribution, 'rule' | 'messageId'> & { rule: string; messageId: number | null },
  ) => [row.rule, row.ordinal, row.points, row.messageId, row.at].join()
  const known = new Set(stored.map(keyOf))
  if (stored.length === contributions.length && contributions.every((row) => known.has(keyOf(row))))
    return
  prepared(db, FORGET, deleteStored).run({ contactId })
  for (const row of contributions) prepared(db, ADD, insertContribution).run({ contactId, ...row })
}

type RecentRow = { id: number; direction: string; text: string | null; sortAt: number }

function toScoredMessages(newestFirst: RecentRow[]): ScoredMessage[] {
  return newestFirst.toReversed().map(({ id, direction, text, sortAt }) => ({
    ...{ id, isInbound: direction === 'inbound', at: sortAt },
    text: (text ?? '').slice(0, TEXT_CHARACTERS_MAX),
  }))
}

function selectContact(db: TenantDb) {
  return db
    .select({
      score: contacts.score,
      scoreColor: contacts.scoreColor,
      scoreUpdatedAt: contacts.scoreUpdatedAt,
    })
    .from(contacts)
    .where(eq(contacts.id, sql.placeholder('contactId')))
    .prepare()
}

function insertHistory(db: TenantDb) {
  return db
    .insert(scoreHistory)
    .values({
      ...{ contactId: sql.placeholder('contactId'), score: sql.placeholder('score') },
      ...{ scoreColor: sql.placeholder('color'), at: sql.placeholder('now') },
    })
    .prepare()
}

function updateScore(db: TenantDb) {
  return db
    .update(contacts)
    .set({
      score: sql`${sql.placeholder('score')}`,
      scoreColor: sql`${sql.placeholder('color')}`,
      scoreUpdatedAt: sql`${sql.placeholder('now')}`,
    })
    .where(eq(contacts.id, sql.placeholder('contactId')))
    .prepare()
}

function deleteStored(db: TenantDb) {
  return db
    .delete(scoreContributions)
    .where(eq(scoreContributions.contactId, sql.placeholder('contactId')))
    .prepare()
}

function insertContribution(db: TenantDb) {
  return db
    .insert(scoreContributions)
    .values({
      contactId: sql.placeholder('contactId'),
      rule: sql.placeholder('rule'),
      ordinal: sql.placeholder('ordinal'),
      points: sql.placeholder('points'),
      messageId: sql.placeholder('messageId'),
      at: sql.placeholder('at'),
    })
    .prepare()
}

function selectStored(db: TenantDb) {
  return db
    .select()
    .from(scoreContributions)
    .where(eq(scoreContributions.contactId, sql.placeholder('contactId')))
    .prepare()
}

function selectRecent(db: TenantDb) {
  return db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      direction: messages.direction,
      text: messages.text,
      sortAt: messages.sortAt,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(conversations.contactId, sql.placeholder('contactId')),
        gte(messages.sortAt, sql.placeholder('from')),
        sql`${messages.authorKind} <> 'system'`,
      ),
    )
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(MESSAGES_MAX)
    .prepare()
}
