import { members } from '#app/domain/members/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { countPersonData } from '#app/domain/privacy/count-person.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listFields, listFieldValues } from './fields.server.ts'
import { mergeColumns } from './merge.server.ts'
import { findContact } from './reach.server.ts'

/** One person as the merge page shows it; values are what people read. */
export type ComparedPerson = {
  id: number
  name: string
  phone: string | null
  columns: Record<string, string>
  conversations: number
  sales: number
}

/**
 * Two contacts side by side, for choosing what stays of each. Without a partner yet, `gone` is
 * left out; undefined when one of them is out of reach.
 */
export function comparePeople(
  db: TenantDb,
  actor: Actor,
  { keepId, goneId }: { keepId: number; goneId: number },
) {
  const keep = findPerson(db, actor, keepId)
  if (!keep) return undefined
  const fields = listFields(db).map(({ id, name, type }) => ({ id, name, type }))
  if (goneId === 0 || goneId === keepId) return { keep, gone: undefined, fields }
  const gone = findPerson(db, actor, goneId)
  return gone && { keep, gone, fields }
}

function findPerson(db: TenantDb, actor: Actor, id: number): ComparedPerson | undefined {
  const contact = findContact(db, actor, id)
  if (!contact) return undefined
  const owners = new Map(
    db
      .select()
      .from(members)
      .all()
      .map((row) => [row.id, row.name]),
  )
  const { name, phone, email, language, location, source, campaign, ownerId } = contact
  const owner = ownerId === null ? '' : (owners.get(ownerId) ?? '')
  const own = { name, phone, email, language, location, source, campaign, owner_id: owner }
  const columns = Object.fromEntries(mergeColumns.map((column) => [column, own[column] ?? '']))
  for (const [fieldId, value] of Object.entries(listFieldValues(db, [id]).get(id) ?? {}))
    columns[`field-${fieldId}`] = value
  const { conversations, sales } = countPersonData(db, id)
  return { id, name, phone, columns, conversations, sales }
}
