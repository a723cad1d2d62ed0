import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { periods } from '#app/ui/periods.ts'

const DAY_MS = 24 * 3_600_000
const SEARCH_MAX = 100

/** What lists of the past have in common in their address. */
export type ListFilter = {
  search: string
  /** `30`, `90`, `365` or empty for all */
  days: string
  /** UTC ms; undefined: from the beginning */
  from: number | undefined
  memberId: number | undefined
  after: Cursor | undefined
}

export function readListFilter(request: Request, now = Date.now()): ListFilter {
  const query = new URL(request.url).searchParams
  const asked = query.get('days')
  const days = asked === 'all' ? '' : (periods.find((period) => period === asked) ?? '30')
  return {
    search: (query.get('q') ?? '').trim().slice(0, SEARCH_MAX),
    days,
    from: days === '' ? undefined : now - Number(days) * DAY_MS,
    memberId: readId(query.get('member')),
    after: decodeCursor(query.get('after') ?? ''),
  }
}

/** A positive number out of an address, or nothing. */
export function readId(text: string | null): number | undefined {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined
}

/** The addresses of the pages beside this one; filters stay. */
export function toPaging(request: Request, next: Cursor | undefined) {
  const url = new URL(request.url)
  const isFirst = !url.searchParams.has('after')
  url.searchParams.delete('after')
  const first = url.pathname + url.search
  if (next) url.searchParams.set('after', encodeCursor(next))
  return {
    previousTo: isFirst ? undefined : first,
    nextTo: next && url.pathname + url.search,
  }
}

/** Who can be chosen in a filter: everybody, also those who left; agents choose nobody. */
export function listChoosable(db: TenantDb, actor: Actor): { id: number; name: string }[] {
  if (!can(actor, 'conversations.read_all')) return []
  return db.select({ id: members.id, name: members.name }).from(members).orderBy(members.name).all()
}
