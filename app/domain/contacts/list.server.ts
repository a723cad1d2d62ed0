import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contacts } from './schema.server.ts'

export const CONTACTS_PER_PAGE = 30
const WORDS_MAX = 8

export type ContactRow = {
  id: number
  name: string
  phone: string | null
  email: string | null
  score: number
  scoreColor: 'green' | 'yellow' | 'red'
  blockedAt: number | null
  activeAt: number
}

const activeAt = sql<number>`coalesce(${contacts.lastMessageAt}, ${contacts.createdAt})`

/**
 * The contacts a person can reach, newest activity first: those of reachable conversations, or
 * all of them for who reads everything.
 *
 * @param filter.search words of a name, an e-mail or a number
 */
export function listContacts(
  db: TenantDb,
  actor: Actor,
  filter: { search?: string; color?: ContactRow['scoreColor']; after?: Cursor },
): { rows: ContactRow[]; next: Cursor | undefined } {
  const { search, color, after } = filter
  const rows = db
    .select({
      ...{ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email },
      ...{ score: contacts.score, scoreColor: contacts.scoreColor, blockedAt: contacts.blockedAt },
      activeAt,
    })
    .from(contacts)
    .where(
      and(
        reachableContacts(db, actor),
        search ? matching(search) : undefined,
        color && eq(contacts.scoreColor, color),
        after && sql`(${activeAt}, ${contacts.id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(activeAt), desc(contacts.id))
    .limit(CONTACTS_PER_PAGE + 1)
    .all()
  const shown = rows.slice(0, CONTACTS_PER_PAGE)
  const last = shown.at(-1)
  const next =
    rows.length > CONTACTS_PER_PAGE && last ? { at: last.activeAt, id: last.id } : undefined
  return { rows: shown, next }
}

/** The contact, if this person can reach it. */
export function findContact(db: TenantDb, actor: Actor, id: number) {
  return db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), reachableContacts(db, actor)))
    .get()
}

/** A condition on contacts for what this person can reach; undefined when there is no limit. */
export function reachableContacts(db: TenantDb, actor: Actor): SQL | undefined {
  const condition = reachable(db, actor)
  if (!condition) return undefined
  const ids = db.select({ id: conversations.contactId }).from(conversations).where(condition)
  return inArray(contacts.id, ids)
}

/**
 * Words become quoted prefixes, so that nothing a person types is read as search syntax. Digits
 * of a number are looked for as they stand and without a leading zero (0711… is +254711…).
 */
function matching(search: string): SQL {
  const words = search.match(/[\p{L}\p{N}@.+_-]+/gu)?.slice(0, WORDS_MAX) ?? []
  const terms = words.map((word) => `"${word.replace(/^\+/, '')}"*`).join(' ')
  const digits = search.replace(/\D/g, '').replace(/^0/, '')
  const byWords = terms
    ? sql`${contacts.id} in (select rowid from contacts_fts where contacts_fts match ${terms})`
    : sql`0`
  if (digits.length < 4) return byWords
  return sql`(${byWords} or ${contacts.phone} like ${`%${digits}%`})`
}
