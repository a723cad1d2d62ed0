import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { reachOf } from '#app/domain/conversations/reach.server.ts'
import { tags } from '#app/domain/labels/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { matchingContacts } from './filter.server.ts'
import type { ContactFilter } from './filter.server.ts'
import { reachableContacts } from './reach.server.ts'
import { contacts, contactTags } from './schema.server.ts'

export { findContact, reachableContacts } from './reach.server.ts'

export const CONTACTS_PER_PAGE = 30

export type ContactRow = {
  id: number
  name: string
  phone: string | null
  email: string | null
  language: string | null
  score: number
  scoreColor: 'green' | 'yellow' | 'red'
  blockedAt: number | null
  activeAt: number
  tags: { id: number; name: string; color: string }[]
}

const activeAt = sql<number>`coalesce(${contacts.lastMessageAt}, ${contacts.createdAt})`

/**
 * The contacts a person can reach, newest activity first: those of reachable conversations, or
 * all of them for who reads everything.
 */
export function listContacts(
  db: TenantDb,
  actor: Actor,
  filter: ContactFilter & { after?: Cursor; limit?: number },
): { rows: ContactRow[]; next: Cursor | undefined } {
  const { after, limit = CONTACTS_PER_PAGE } = filter
  const rows = db
    .select({
      ...{ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email },
      ...{ score: contacts.score, scoreColor: contacts.scoreColor, blockedAt: contacts.blockedAt },
      ...{ language: contacts.language, activeAt },
    })
    .from(contacts)
    .where(
      and(
        reachableContacts(db, actor),
        matchingContacts(db, filter),
        after && sql`(${activeAt}, ${contacts.id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(activeAt), desc(contacts.id))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { at: last.activeAt, id: last.id } : undefined
  const ids = shown.map((row) => row.id)
  const tagged = listTagsOf(db, ids)
  return { rows: shown.map((row) => ({ ...row, tags: tagged.get(row.id) ?? [] })), next }
}

/** Tags per contact, by name. */
export function listTagsOf(db: TenantDb, contactIds: number[]): Map<number, ContactRow['tags']> {
  const rows = db
    .select({
      ...{ contactId: contactTags.contactId, id: tags.id, name: tags.name, color: tags.color },
    })
    .from(contactTags)
    .innerJoin(tags, eq(tags.id, contactTags.tagId))
    .where(inArray(contactTags.contactId, contactIds))
    .orderBy(tags.name)
    .all()
  const found = new Map<number, ContactRow['tags']>()
  for (const { contactId, ...tag } of rows) {
    found.set(contactId, [...(found.get(contactId) ?? []), tag])
  }
  return found
}

/** Acquisition sources in use, for the filter and for typing ahead. */
export function listSources(db: TenantDb, actor: Actor): string[] {
  const isSaid = sql`${contacts.source} <> ''`
  // Who reaches everybody reads them from the index alone.
  const within = reachOf(db, actor).isEverything ? undefined : reachableContacts(db, actor)
  return db
    .selectDistinct({ source: contacts.source })
    .from(contacts)
    .where(and(isSaid, within))
    .orderBy(contacts.source)
    .limit(200)
    .all()
    .map((row) => row.source)
}
