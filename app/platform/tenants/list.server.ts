import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

const PAGE_SIZE = 30

export type TenantRow = {
  id: string
  slug: string
  name: string
  industry: string
  status: 'active' | 'suspended'
  suspendedReason: string | null
  plan: string
  createdAt: number
}

export type TenantFilter = {
  /** part of a name or address */
  search?: string
  status?: string
  /** id of the last row of the page before, or of the first row of the page after */
  after?: string
  before?: string
}

export type TenantPage = { rows: TenantRow[]; hasPrevious: boolean; hasNext: boolean }

const COLUMNS = `id, slug, name, industry, status, suspended_reason as suspendedReason, plan,
  created_at as createdAt`

/** Companies by name, 30 a page. */
export function listTenants(platform: PlatformDb, filter: TenantFilter = {}): TenantPage {
  const { after, before } = filter
  const isBack = before !== undefined && after === undefined
  const direction = isBack ? 'desc' : 'asc'
  const found = platformSqliteOf(platform)
    .prepare<[Record<string, unknown>], TenantRow>(
      `select ${COLUMNS} from tenants
       where status <> 'deleted' and (@status is null or status = @status)
         and (@search is null or name like @search escape '\\' or slug like @search escape '\\')
         and (@edge is null or (name, id) ${isBack ? '<' : '>'}
           (select name, id from tenants where id = @edge))
       order by name ${direction}, id ${direction} limit ${PAGE_SIZE + 1}`,
    )
    .all({
      search: filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null,
      ...{ status: filter.status || null, edge: (isBack ? before : after) ?? null },
    })
  const hasMore = found.length > PAGE_SIZE
  const rows = found.slice(0, PAGE_SIZE)
  if (isBack) return { rows: rows.reverse(), hasPrevious: hasMore, hasNext: true }
  return { rows, hasPrevious: after !== undefined, hasNext: hasMore }
}

export function findTenant(platform: PlatformDb, id: string): TenantRow | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], TenantRow>(
      `select ${COLUMNS} from tenants where id = ? and status <> 'deleted'`,
    )
    .get(id)
}

/** How many companies there are in each state. */
export function countTenants(platform: PlatformDb): { active: number; suspended: number } {
  const rows = platformSqliteOf(platform)
    .prepare<[], { status: string; count: number }>(
      'select status, count(*) as count from tenants group by status',
    )
    .all()
  const countOf = (status: string) => rows.find((row) => row.status === status)?.count ?? 0
  return { active: countOf('active'), suspended: countOf('suspended') }
}

/** What the platform's people did to a company, newest first. */
export function listTenantAudit(platform: PlatformDb, tenantId: string) {
  return platformSqliteOf(platform)
    .prepare<[string], { id: number; at: number; actorName: string; action: string }>(
      `select id, at, actor_name as actorName, action from platform_audit_log
       where tenant_id = ? order by id desc limit 20`,
    )
    .all(tenantId)
}
