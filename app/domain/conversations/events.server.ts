import { sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { conversationEvents } from './schema.server.ts'

/** What a conversation's history tells apart. */
export type ConversationEventKind =
  | 'opened'
  | 'reopened'
  | 'assigned'
  | 'unassigned'
  | 'taken_over'
  | 'given_back'
  | 'handed_over'
  | 'closed'
  | 'contact_number_changed'
  | 'ai_stopped'
  | 'score_turned_green'
  | 'consent_withdrawn'
  | 'consent_granted'
  | 'merged'
  | 'macro_run'
  | 'snoozed'
  | 'woken'
  | 'deleted'
  | 'restored'
  | 'transfer_requested'
  | 'transfer_refused'
  | 'transfer_withdrawn'
  | 'scheduled_failed'
  | 'scheduled_cancelled'
  | 'csat_sent'
  | 'csat_answered'
  | 'sla_breached'
  | 'message_removed'

export type EventActor =
  { kind: 'member'; memberId: number } | { kind: 'contact' | 'phone' | 'ai' | 'api' | 'system' }

const INSERT = Symbol('conversationEvents.insert')

/** Adds a line to the conversation's history, in the caller's transaction. */
export function recordEvent(
  db: TenantDb,
  conversationId: number,
  event: { kind: ConversationEventKind; actor: EventActor; data?: Record<string, unknown> },
): void {
  prepared(db, INSERT, insertEvent).run({
    conversationId,
    kind: event.kind,
    actorKind: event.actor.kind,
    actorMemberId: event.actor.kind === 'member' ? event.actor.memberId : null,
    dataJson: JSON.stringify(event.data ?? {}),
    at: Date.now(),
  })
}

function insertEvent(db: TenantDb) {
  return db
    .insert(conversationEvents)
    .values({
      conversationId: sql.placeholder('conversationId'),
      kind: sql.placeholder('kind'),
      actorKind: sql.placeholder('actorKind'),
      actorMemberId: sql.placeholder('actorMemberId'),
      dataJson: sql.placeholder('dataJson'),
      at: sql.placeholder('at'),
    })
    .prepare()
}
