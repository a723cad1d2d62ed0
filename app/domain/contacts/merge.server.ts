import { recordChange } from '#app/domain/changes/record.server.ts'
import { signal } from '#app/tenancy/signals.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * Makes two contacts one: the first stays, everything of the second becomes its own. Two open
 * conversations on one endpoint become one as well, in the order of the provider's time.
 *
 * @returns the id that stays
 */
export function mergeContacts(db: TenantDb, keepId: number, goneId: number): number {
  const pairs = openPairs(db, keepId, goneId)
  for (const pair of pairs) mergeConversations(db, pair.keepId, pair.goneId)
  const run = runner(db)
  run('update conversations set contact_id = ? where contact_id = ?', keepId, goneId)
  run('update contact_identities set contact_id = ? where contact_id = ?', keepId, goneId)
  run('update web_chat_visitors set contact_id = ? where contact_id = ?', keepId, goneId)
  run(
    `update contacts set
       name = case when name = '' then (select name from contacts where id = ?2) else name end,
       phone = coalesce(phone, (select phone from contacts where id = ?2)),
       email = coalesce(email, (select email from contacts where id = ?2)),
       notes = trim(notes || char(10) || (select notes from contacts where id = ?2), char(10)),
       blocked_at = coalesce(blocked_at, (select blocked_at from contacts where id = ?2)),
       last_message_at = nullif(max(coalesce(last_message_at, 0),
         coalesce((select last_message_at from contacts where id = ?2), 0)), 0),
       updated_at = ?3
     where id = ?1`,
    { 1: keepId, 2: goneId, 3: Date.now() },
  )
  run('delete from contacts where id = ?', goneId)
  recordChange(db, 'contact.changed', { data: { contactId: keepId, mergedId: goneId } })
  signal(db, 'changes')
  return keepId
}

function openPairs(db: TenantDb, keepId: number, goneId: number) {
  return sqliteOf(db)
    .prepare<[number, number], { keepId: number; goneId: number }>(
      `select a.id as keepId, b.id as goneId from conversations a
       join conversations b on b.endpoint_id = a.endpoint_id and b.status <> 'closed'
       where a.contact_id = ? and a.status <> 'closed' and b.contact_id = ?`,
    )
    .all(keepId, goneId)
}

function mergeConversations(db: TenantDb, keepId: number, goneId: number): void {
  const run = runner(db)
  for (const table of ['messages', 'notes', 'conversation_events', 'ai_answers', 'assignments']) {
    run(`update ${table} set conversation_id = ? where conversation_id = ?`, keepId, goneId)
  }
  run(
    `update conversations set
       last_message_id = (select id from messages where conversation_id = ?1
         order by sort_at desc, id desc limit 1),
       last_message_at = max(last_message_at, (select last_message_at from conversations where id = ?2)),
       last_inbound_id = nullif(max(coalesce(last_inbound_id, 0),
         coalesce((select last_inbound_id from conversations where id = ?2), 0)), 0),
       last_inbound_provider_at = nullif(max(coalesce(last_inbound_provider_at, 0),
         coalesce((select last_inbound_provider_at from conversations where id = ?2), 0)), 0),
       queued_at = coalesce(queued_at, (select queued_at from conversations where id = ?2)),
       assigned_to = coalesce(assigned_to, (select assigned_to from conversations where id = ?2)),
       ai_state = case when 'off' in (ai_state, (select ai_state from conversations where id = ?2)) then 'off'
         when 'paused' in (ai_state, (select ai_state from conversations where id = ?2)) then 'paused'
         else 'on' end,
       updated_at = ?3
     where id = ?1`,
    { 1: keepId, 2: goneId, 3: Date.now() },
  )
  run('delete from conversations where id = ?', goneId)
  recordChange(db, 'conversation.changed', { conversationId: keepId })
  recordChange(db, 'conversation.changed', { conversationId: goneId, data: { mergedInto: keepId } })
}

function runner(db: TenantDb) {
  return (sql: string, ...values: unknown[]) =>
    sqliteOf(db)
      .prepare(sql)
      .run(...values)
}
