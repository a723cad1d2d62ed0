import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Role } from './permissions.ts'

const PAGE_SIZE = 30

export type MemberRow = {
  id: number
  name: string
  email: string
  role: Role
  status: 'invited' | 'active' | 'deactivated'
  lastSignInAt: number | null
  hasTwoFactor: 0 | 1
}

export type MemberFilter = {
  /** part of a name or e-mail */
  search?: string
  role?: string
  status?: string
  /** id of the last row of the page before, or of the first row of the page after */
  after?: number
  before?: number
}

export type MemberPage = { rows: MemberRow[]; hasPrevious: boolean; hasNext: boolean }

/** Members by name, 30 a page. */
export function listMembers(db: TenantDb, filter: MemberFilter = {}): MemberPage {
  const { after, before } = filter
  const isBack = before !== undefined && after === undefined
  const edge = isBack ? before : after
  const compare = isBack ? '<' : '>'
  const direction = isBack ? 'desc' : 'asc'
  const found = sqliteOf(db)
    .prepare<[Record<string, unknown>], MemberRow>(
      `select id, name, email, role, status, last_sign_in_at as lastSignInAt,
         totp_confirmed_at is not null as hasTwoFactor
       from members
       where (@search is null or name like @search escape '\\' or email like @search escape '\\')
         and (@role is null or role = @role) and (@status is null or status = @status)
         and (@edge is null or (name collate nocase, id) ${compare}
           (select name collate nocase, id from members where id = @edge))
       order by name collate nocase ${direction}, id ${direction} limit ${PAGE_SIZE + 1}`,
    )
    .all({
      search: filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null,
      ...{ role: filter.role || null, status: filter.status || null, edge: edge ?? null },
    })
  const hasMore = found.length > PAGE_SIZE
  const rows = found.slice(0, PAGE_SIZE)
  if (isBack) return { rows: rows.reverse(), hasPrevious: hasMore, hasNext: true }
  return { rows, hasPrevious: after !== undefined, hasNext: hasMore }
}
