import { and, inArray } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { isSimilarName } from './similar-names.ts'
import { parsePhone } from './phone-numbers.ts'
import { findContact, reachableContacts } from './reach.server.ts'
import { contactDistinctions, contacts } from './schema.server.ts'

const PAIRS_MAX = 50
/** Groups of one number or e-mail that are looked at. */
const GROUPS_MAX = 300
/** Somebody's switchboard is no person: larger groups suggest nothing. */
const GROUP_SIZE_MAX = 6

export type DuplicateReason = 'phone' | 'email' | 'name'
type Candidate = { ids: number[]; reason: DuplicateReason }

/**
 * Contacts that look like one person: one number in two spellings, one e-mail, or a very similar
 * name with the same last nine digits. Pairs that somebody called two people are left out, and so
 * is what this person cannot reach.
 */
export function listDuplicates(db: TenantDb, actor: Actor) {
  const pairs = [...numberGroups(db), ...mailGroups(db)].flatMap(toPairs)
  const known = distinctions(db)
  const ids = [...new Set(pairs.flatMap((pair) => [pair.lowId, pair.highId]))]
  const people = new Map(listPeople(db, actor, ids).map((row) => [row.id, row]))
  const found = new Map<string, { low: Person; high: Person; reason: DuplicateReason }>()
  for (const { lowId, highId, reason } of pairs) {
    const [low, high] = [people.get(lowId), people.get(highId)]
    const key = `${lowId}-${highId}`
    if (!low || !high || known.has(key) || found.has(key)) continue
    const sure = reason === 'phone' ? numberReason(low, high) : reason
    if (sure) found.set(key, { low, high, reason: sure })
    if (found.size >= PAIRS_MAX) break
  }
  return [...found.values()]
}

/** Remembers that two contacts are two people. @returns false when one is out of reach */
export function callDistinct(
  db: TenantDb,
  member: SignedInMember,
  pair: { aId: number; bId: number },
): boolean {
  const { aId, bId } = pair
  if (aId === bId || !findContact(db, member, aId) || !findContact(db, member, bId)) return false
  db.insert(contactDistinctions)
    .values({
      ...{ lowId: Math.min(aId, bId), highId: Math.max(aId, bId) },
      ...{ byMemberId: member.id, at: Date.now() },
    })
    .onConflictDoNothing()
    .run()
  return true
}

type Person = ReturnType<typeof listPeople>[number]

function listPeople(db: TenantDb, actor: Actor, ids: number[]) {
  const rows = db
    .select({
      ...{ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email },
      ...{ lastMessageAt: contacts.lastMessageAt, createdAt: contacts.createdAt },
    })
    .from(contacts)
    .where(and(inArray(contacts.id, ids), reachableContacts(db, actor)))
    .all()
  const numbers = sqliteOf(db).prepare<[number], { digits: string }>(
    `select external_id as digits from contact_identities where contact_id = ? and kind = 'phone'`,
  )
  return rows.map((row) => ({
    ...row,
    digits: [...numbers.all(row.id).map((one) => one.digits), row.phone?.slice(1) ?? ''],
  }))
}

/** One number in two spellings, or the same nine digits under a very similar name. */
function numberReason(low: Person, high: Person): DuplicateReason | undefined {
  const spellings = new Set(
    low.digits.flatMap((digits) => parsePhone(`+${digits}`)?.variants ?? []),
  )
  if (high.digits.some((digits) => spellings.has(digits))) return 'phone'
  return isSimilarName(low.name, high.name) ? 'name' : undefined
}

function numberGroups(db: TenantDb): Candidate[] {
  return groups(
    db,
    `with numbers(id, digits) as (
       select id, phone from contacts where phone is not null and merged_into is null
       union all
       select contact_id, external_id from contact_identities where kind = 'phone')
     select group_concat(distinct id) as ids from numbers group by substr(digits, -9)
     having count(distinct id) between 2 and ${GROUP_SIZE_MAX} order by max(id) desc limit ${GROUPS_MAX}`,
    'phone',
  )
}

function mailGroups(db: TenantDb): Candidate[] {
  return groups(
    db,
    `select group_concat(id) as ids from contacts where email is not null and merged_into is null
     group by lower(email) having count(*) between 2 and ${GROUP_SIZE_MAX}
     order by max(id) desc limit ${GROUPS_MAX}`,
    'email',
  )
}

function groups(db: TenantDb, sql: string, reason: DuplicateReason): Candidate[] {
  const rows = sqliteOf(db).prepare<[], { ids: string }>(sql).all()
  return rows.map(({ ids }) => ({
    reason,
    ids: ids
      .split(',')
      .map(Number)
      .sort((a, b) => a - b),
  }))
}

function toPairs({ ids, reason }: Candidate) {
  return ids.flatMap((lowId, index) =>
    ids.slice(index + 1).map((highId) => ({ lowId, highId, reason })),
  )
}

function distinctions(db: TenantDb): Set<string> {
  const rows = db.select().from(contactDistinctions).all()
  return new Set(rows.map((row) => `${row.lowId}-${row.highId}`))
}
