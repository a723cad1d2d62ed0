import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { AuditActor } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { erasures } from '#app/domain/contacts/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { blankMessages, removeFiles } from './blank-messages.server.ts'
import { countPersonData } from './count-person.server.ts'
import type { PersonCounts } from './count-person.server.ts'

/** Shorter ids would be found in messages that are not theirs. */
const ID_CHARACTERS_MIN = 6

export type EraseResult =
  { ok: true; counts: PersonCounts } | { ok: false; reason: 'not_found' | 'name_differs' }

/**
 * Erases one person: names, numbers, texts, files and notes, also from the search and from what
 * vendors sent us. That conversations, sales and ratings happened stays, without whom. Cannot be
 * undone; earlier merges into this person cannot be undone any more either.
 *
 * @param typedName what the member typed to confirm: the contact's name or number
 */
export async function eraseContact(
  db: TenantDb,
  member: SignedInMember,
  request: { contactId: number; typedName: string },
): Promise<EraseResult> {
  const { contactId, typedName } = request
  const contact = findContact(db, member, contactId)
  if (!contact) return { ok: false, reason: 'not_found' }
  if (typedName.trim() !== nameToType(contact)) return { ok: false, reason: 'name_differs' }
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  return { ok: true, counts: await erasePerson(db, contactId, actor) }
}

/** What has to be typed: the name, or what stands in its place. */
export function nameToType(contact: { id: number; name: string; phone: string | null }): string {
  return contact.name || contact.phone || String(contact.id)
}

/** Erases whoever it is; the caller has the right to. */
export async function erasePerson(
  db: TenantDb,
  contactId: number,
  actor: AuditActor,
): Promise<PersonCounts> {
  const sqlite = sqliteOf(db)
  // Freed pages and search entries are overwritten, not only forgotten.
  const wasSecure = sqlite.pragma('secure_delete', { simple: true })
  sqlite.pragma('secure_delete = 1')
  try {
    const { counts, fileIds } = inTransaction(db, () => eraseRows(db, contactId, actor))
    await removeFiles(db, fileIds)
    return counts
  } finally {
    sqlite.pragma(`secure_delete = ${wasSecure === 1 ? 1 : 0}`)
  }
}

function eraseRows(db: TenantDb, contactId: number, actor: AuditActor) {
  const counts = countPersonData(db, contactId)
  const rows = sqliteOf(db)
    .prepare<[number], { id: number }>(
      'select m.id from messages m join conversations c on c.id = m.conversation_id where c.contact_id = ?',
    )
    .all(contactId)
  forSearch(db, 1)
  eraseRawEvents(db, contactId)
  const fileIds = blankMessages(
    db,
    rows.map((row) => row.id),
  )
  for (const sql of statements) sqliteOf(db).prepare(sql).run({ contactId, now: Date.now() })
  forSearch(db, 0)
  const byMemberId = actor.kind === 'member' ? actor.id : null
  db.insert(erasures)
    .values({ contactId, byMemberId, summaryJson: JSON.stringify(counts), at: Date.now() })
    .run()
  const about = { subjectKind: 'contact', subjectId: contactId, details: { ...counts } }
  recordAudit(db, actor, { action: 'contact.erased', ...about })
  recordChange(db, 'contact.changed', { data: { contactId } })
  return { counts, fileIds }
}

/** Lets the full-text tables really remove what is taken out of them. */
function forSearch(db: TenantDb, isOn: 0 | 1): void {
  for (const table of ['contacts_fts', 'messages_fts', 'notes_fts']) {
    sqliteOf(db)
      .prepare(`insert into ${table} (${table}, rank) values ('secure-delete', ${isOn})`)
      .run()
  }
}

/** What vendors sent us, as they sent it, where it names this person. */
function eraseRawEvents(db: TenantDb, contactId: number): void {
  sqliteOf(db)
    .prepare(
      `delete from inbound_events where processed_at is not null and exists (
         select 1 from contact_identities i join endpoints e on e.channel = i.channel
         where i.contact_id = ? and e.id = inbound_events.endpoint_id
           and length(i.external_id) >= ${ID_CHARACTERS_MIN}
           and instr(cast(inbound_events.raw as text), i.external_id) > 0)`,
    )
    .run(contactId)
}

const own = '(select id from conversations where contact_id = :contactId)'

const statements = [
  `update notes set text = '', deleted_at = coalesce(deleted_at, :now) where conversation_id in ${own}`,
  `delete from drafts where conversation_id in ${own}`,
  `delete from scheduled_messages where conversation_id in ${own}`,
  `update conversation_events set data_json = '{}' where conversation_id in ${own}
     and kind in ('handed_over', 'ai_stopped', 'closed', 'contact_number_changed')`,
  `update conversations set needs_person_reason = null, closed_reason = '', updated_at = :now
     where contact_id = :contactId`,
  `update assignments set reason = '' where conversation_id in ${own}`,
  `update transfer_requests set reason = '', decision_reason = '' where conversation_id in ${own}`,
  `update csat_surveys set comment = '' where contact_id = :contactId`,
  `update sales set what_worked = '', void_reason = '' where contact_id = :contactId`,
  `delete from lead_field_values where lead_id in (select id from leads where contact_id = :contactId)`,
  `delete from lead_field_changes where lead_id in (select id from leads where contact_id = :contactId)`,
  `update leads set title = '', next_action = '', lost_reason = '' where contact_id = :contactId`,
  `delete from tasks where contact_id = :contactId or conversation_id in ${own}`,
  `delete from notifications where contact_id = :contactId or conversation_id in ${own}`,
  `update conversation_merges set undo_json = '{}', at = 0 where survivor_id in ${own}`,
  `delete from contact_merges where survivor_id = :contactId or merged_id = :contactId`,
  ...['contact_identities', 'contact_notes', 'contact_field_values', 'contact_tags'].map(
    (table) => `delete from ${table} where contact_id = :contactId`,
  ),
  ...['contact_consents', 'contact_consent_changes', 'score_contributions', 'score_history'].map(
    (table) => `delete from ${table} where contact_id = :contactId`,
  ),
  `delete from web_chat_visitors where contact_id = :contactId`,
  `update contacts set name = '', phone = null, phone_verified_at = null, email = null,
     email_verified_at = null, language = null, location = '', source = '', campaign = '',
     notes = '', owner_id = null, score = 50, score_color = 'yellow', erased_at = :now,
     deleted_at = :now, updated_at = :now where id = :contactId`,
]
