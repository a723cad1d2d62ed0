import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import type { CellValue } from '#app/domain/spreadsheets/csv.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { inArray } from 'drizzle-orm'
import { listOptOuts } from './consent.server.ts'
import { listFields, listFieldValues } from './fields.server.ts'
import type { ContactFilter } from './filter.server.ts'
import { listContacts } from './list.server.ts'
import { contacts } from './schema.server.ts'

const BATCH_ROWS = 500

/** Notes who took contacts out, and by which filter. */
export function recordExport(
  db: TenantDb,
  member: SignedInMember,
  details: { format: 'csv' | 'xlsx'; filter: ContactFilter },
): void {
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, { action: 'contacts.exported', subjectKind: 'contact', details })
}

/** The columns of an export after the fixed ones: the company's own fields. */
export function exportFieldNames(db: TenantDb): string[] {
  return listFields(db).map((field) => field.name)
}

/**
 * The contacts this person may see that match, in batches of rows, newest activity first. Between
 * batches other requests get their turn; each batch asks for the reach again.
 *
 * @param toRow.day writes a moment as a day of the company
 */
export async function* exportContacts(
  db: TenantDb,
  member: SignedInMember,
  options: { filter: ContactFilter; day: (at: number) => string },
): AsyncGenerator<CellValue[][]> {
  let after: Cursor | undefined
  for (;;) {
    const page = listContacts(db, member, { ...options.filter, after, limit: BATCH_ROWS })
    if (page.rows.length > 0) yield toRows(db, page.rows, options.day)
    if (!page.next) return
    after = page.next
    await new Promise((resolve) => setImmediate(resolve))
  }
}

type Listed = ReturnType<typeof listContacts>['rows']

function toRows(db: TenantDb, listed: Listed, day: (at: number) => string): CellValue[][] {
  const ids = listed.map((row) => row.id)
  const full = db.select().from(contacts).where(inArray(contacts.id, ids)).all()
  const fields = listFields(db)
  const values = listFieldValues(db, ids)
  const optOuts = listOptOuts(db, ids)
  return listed.map(({ id, tags }): CellValue[] => {
    const contact = full.find((row) => row.id === id)
    if (!contact) return [id]
    const own = values.get(id) ?? {}
    const refused = optOuts.filter((one) => one.contactId === id).map((one) => one.channel)
    return [
      ...[id, contact.name, contact.phone, contact.email, contact.language, contact.location],
      ...[contact.source, contact.campaign, tags.map((tag) => tag.name).join('; ')],
      ...[contact.score, contact.blockedAt ? day(contact.blockedAt) : '', refused.join('; ')],
      ...[contact.notes, day(contact.createdAt)],
      contact.lastMessageAt === null ? '' : day(contact.lastMessageAt),
      ...fields.map((field) => toCell(field.type, own[field.id] ?? '')),
    ]
  })
}

function toCell(type: string, value: string): CellValue {
  return type === 'number' && value !== '' ? Number(value) : value
}
