import { and, eq, gte, lt, ne, or } from 'drizzle-orm'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { isAlike, toNameKey } from './name-key.ts'
import { isManager } from './reach.server.ts'
import { prospects } from './schema.server.ts'

/** Letters at a key's begin that likely duplicates share; the rest is compared. */
const PREFIX = 3
const CANDIDATES_MAX = 500
const SHOWN_MAX = 5

export type Likeness = 'phone' | 'email' | 'name'

/**
 * Somebody who is known already. Whose prospect it is and what it is called are told only to
 * whom it is within reach: others learn that a colleague works on it.
 */
export type Duplicate = {
  kind: 'company' | 'prospect'
  by: Likeness
  /** undefined out of reach */
  prospect?: { id: number; name: string }
}

export type Sought = { name: string; phone: string; email: string; exceptId?: number }

/** Companies and prospects that may be the one that is sought. */
export function findDuplicates(
  platform: PlatformDb,
  user: PlatformActor,
  sought: Sought & { companies?: CompanyNames },
): Duplicate[] {
  const key = toNameKey(sought.name)
  const known = listCandidates(platform, { ...sought, key }).flatMap((row): Duplicate[] => {
    const by = likenessOf(row, { ...sought, key })
    if (!by) return []
    const isReachable = isManager(user) || row.repId === user.id
    const prospect = isReachable ? { id: row.id, name: row.name } : undefined
    return [{ kind: 'prospect', by, prospect }]
  })
  const companies = sought.companies ?? readCompanyNames(platform)
  const company: Duplicate[] = isAmong(companies, key) ? [{ kind: 'company', by: 'name' }] : []
  return [...company, ...known].slice(0, SHOWN_MAX)
}

type Candidate = {
  id: number
  name: string
  nameKey: string
  phone: string
  email: string
  repId: number | null
}

function listCandidates(platform: PlatformDb, sought: Sought & { key: string }): Candidate[] {
  const { key, phone, email, exceptId } = sought
  const start = key.slice(0, PREFIX)
  const { id, name, nameKey, repId } = prospects
  return platform
    .select({ id, name, nameKey, phone: prospects.phone, email: prospects.email, repId })
    .from(prospects)
    .where(
      and(
        or(
          phone === '' ? undefined : eq(prospects.phone, phone),
          email === '' ? undefined : eq(prospects.email, email),
          start === '' ? undefined : and(gte(nameKey, start), lt(nameKey, `${start}\u{10ffff}`)),
        ),
        exceptId === undefined ? undefined : ne(id, exceptId),
        // One that did not want last year may be asked again, by whoever finds it.
        ne(prospects.stage, 'lost'),
      ),
    )
    .limit(CANDIDATES_MAX)
    .all()
}

function likenessOf(row: Candidate, sought: Sought & { key: string }): Likeness | undefined {
  if (sought.phone !== '' && row.phone === sought.phone) return 'phone'
  if (sought.email !== '' && row.email.toLowerCase() === sought.email.toLowerCase()) return 'email'
  return isAlike(row.nameKey, sought.key) ? 'name' : undefined
}

/** Keys of every company's name, by their begin. */
export type CompanyNames = ReadonlyMap<string, string[]>

const remembered = new WeakMap<PlatformDb, { version: string; names: CompanyNames }>()

/** Folded once until a company comes, goes or is renamed. */
export function readCompanyNames(platform: PlatformDb): CompanyNames {
  const version = platformSqliteOf(platform)
    .prepare<[], string>(
      `select count(*) || '-' || coalesce(max(updated_at), 0) || '-' || coalesce(sum(length(name)), 0)
       from tenants where status <> 'deleted' and demo_of is null`,
    )
    .pluck()
    .get()!
  const known = remembered.get(platform)
  if (known?.version === version) return known.names
  const names = foldCompanyNames(platform)
  remembered.set(platform, { version, names })
  return names
}

function foldCompanyNames(platform: PlatformDb): CompanyNames {
  const names = platformSqliteOf(platform)
    .prepare<[], string>(`select name from tenants where status <> 'deleted' and demo_of is null`)
    .pluck()
    .all()
  const byBegin = new Map<string, string[]>()
  for (const key of names.map(toNameKey)) {
    const begin = key.slice(0, PREFIX)
    const alike = byBegin.get(begin)
    if (alike) alike.push(key)
    else byBegin.set(begin, [key])
  }
  return byBegin
}

function isAmong(companies: CompanyNames, key: string): boolean {
  return companies.get(key.slice(0, PREFIX))?.some((one) => isAlike(one, key)) ?? false
}
