import { createReadStream } from 'node:fs'
import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { openFile } from '#app/domain/files/store.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { and, eq } from 'drizzle-orm'

type Row = Record<string, unknown>

/**
 * All that is known of one person as a zip: `data.json` for machines and eyes, and the files of
 * the messages. Made piece by piece, so that large files never stand in memory.
 *
 * @returns undefined when the contact is out of this person's reach
 */
export function exportPerson(
  db: TenantDb,
  member: SignedInMember,
  contactId: number,
): AsyncGenerator<Uint8Array> | undefined {
  const contact = findContact(db, member, contactId)
  if (!contact) return undefined
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  const about = { subjectKind: 'contact', subjectId: contactId }
  recordAudit(db, actor, { action: 'contact.data_exported', ...about })
  return zipPerson(db, collect(db, member, contactId))
}

function collect(db: TenantDb, member: SignedInMember, contactId: number) {
  const ids = db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), reachable(db, member)))
    .all()
    .map((row) => row.id)
  const list = JSON.stringify(ids)
  const all = (sql: string) =>
    sqliteOf(db).prepare<unknown[], Row>(sql).all({ contactId, ids: list })
  const own = 'conversation_id in (select value from json_each(:ids))'
  return {
    exportedAt: new Date().toISOString(),
    contact: all(
      `select id, name, phone, phone_verified_at, email, email_verified_at, language, location,
         source, campaign, notes, score, blocked_at, created_at from contacts where id = :contactId`,
    )[0],
    identities: all(
      'select channel, kind, external_id, created_at from contact_identities where contact_id = :contactId',
    ),
    tags: all(
      'select t.name from contact_tags c join tags t on t.id = c.tag_id where c.contact_id = :contactId',
    ),
    fields: all(
      `select f.name, v.value from contact_field_values v join custom_fields f on f.id = v.field_id
       where v.contact_id = :contactId`,
    ),
    consents: all(
      'select channel, category, state, source, at from contact_consent_changes where contact_id = :contactId order by id',
    ),
    notes: all(
      'select text, created_at from contact_notes where contact_id = :contactId and deleted_at is null',
    ),
    conversations: all(
      `select id, channel, status, outcome, created_at, closed_at from conversations
       where id in (select value from json_each(:ids)) order by id`,
    ),
    messages: all(
      `select id, conversation_id, direction, author_kind, type, text, status, sort_at as at
       from messages where ${own} order by sort_at, id`,
    ),
    conversationNotes: all(
      `select conversation_id, text, created_at from notes where deleted_at is null and ${own}`,
    ),
    files: all(
      `select mm.message_id, mm.file_id, f.name from message_media mm join files f on f.id = mm.file_id
       join messages m on m.id = mm.message_id where m.${own}`,
    ),
    sales: all(
      'select id, amount_minor, currency, payment_method, at, voided_at from sales where contact_id = :contactId',
    ),
    leads: all(
      `select l.id, l.title, l.value_minor, l.currency, s.name as stage, l.created_at from leads l
       join lead_stages s on s.id = l.stage_id where l.contact_id = :contactId`,
    ),
    leadFields: all(
      `select v.lead_id, v.field, v.value, v.source, v.state, v.message_id, v.updated_at
       from lead_field_values v join leads l on l.id = v.lead_id where l.contact_id = :contactId`,
    ),
    ratings: all(
      `select rating, comment, answered_at from csat_surveys where answered_at is not null and ${own}`,
    ),
  }
}

async function* zipPerson(
  db: TenantDb,
  data: ReturnType<typeof collect>,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const json = new ZipDeflate('data.json')
  zip.add(json)
  json.push(strToU8(JSON.stringify(data, null, 2)), true)
  for (const row of data.files) {
    const opened = openFile(db, Number(row['file_id']))
    if (!opened) continue
    // Pictures and recordings are packed already.
    const entry = new ZipPassThrough(`files/${opened.file.id}-${opened.file.name}`)
    zip.add(entry)
    yield* pieces.splice(0)
    try {
      for await (const chunk of createReadStream(opened.path)) {
        entry.push(new Uint8Array(chunk as Buffer))
        yield* pieces.splice(0)
      }
    } catch {
      // A file that is lost on the disk is an empty one here: the rest is still handed out.
    }
    entry.push(new Uint8Array(), true)
    yield* pieces.splice(0)
  }
  zip.end()
  yield* pieces.splice(0)
}
