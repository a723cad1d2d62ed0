import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

const DAY_MS = 86_400_000
export const API_DAYS = 30
const PAGE_SIZE = 50

export type CompanyApiUse = {
  tenantId: string
  name: string
  requests: number
  refused: number
  errors: number
  keys: number
  lastAt: number
}

/** Companies by how much they use the JSON API in 30 days, 50 a page. @param page from 0 */
export function listApiUse(
  platform: PlatformDb,
  { now, search = '', page = 0 }: { now: number; search?: string; page?: number },
): { rows: CompanyApiUse[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<[{ since: number; search: string; limit: number; skip: number }], CompanyApiUse>(
      `select u.tenant_id as tenantId, t.name, sum(u.requests) as requests,
         sum(u.refused) as refused, sum(u.errors) as errors,
         count(distinct u.key_id) as keys, max(u.last_at) as lastAt
       from api_usage u join tenants t on t.id = u.tenant_id
       where u.day > @since and (@search = '' or instr(lower(t.name), lower(@search)) > 0)
       group by u.tenant_id order by requests desc, t.name limit @limit offset @skip`,
    )
    .all({ since: firstDay(now), search, limit: PAGE_SIZE + 1, skip: page * PAGE_SIZE })
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

export type KeyApiUse = {
  keyId: number
  keyName: string
  requests: number
  refused: number
  errors: number
  lastAt: number
}

/** One company's keys and what they asked for in 30 days. */
export function listKeyUse(platform: PlatformDb, tenantId: string, now: number): KeyApiUse[] {
  return platformSqliteOf(platform)
    .prepare<[string, number], KeyApiUse>(
      `select key_id as keyId, key_name as keyName, sum(requests) as requests,
         sum(refused) as refused, sum(errors) as errors, max(last_at) as lastAt
       from api_usage where tenant_id = ? and day > ? group by key_id order by requests desc`,
    )
    .all(tenantId, firstDay(now))
}

function firstDay(now: number): number {
  return Math.floor(now / DAY_MS) - API_DAYS
}
