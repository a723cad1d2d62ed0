import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { whereReachable } from './reach.ts'
import type { CompanyReach } from './reach.ts'
import type { Standing } from './standing.ts'

export type Company = {
  id: string
  slug: string
  name: string
  industry: string
  standing: Standing
  status: 'active' | 'suspended'
  suspendedReason: string | null
  /** whether a person keeps it closed; billing opens again by itself */
  suspendedBy: 'staff' | 'billing' | null
  plan: string
  /** minor units a month */
  mrr: number
  repName: string | null
  city: string
  createdAt: number
  deletesAt: number | null
  exportedAt: number | null
  exportBytes: number | null
}

/** One company within reach; a deleted one is not there. */
export function findCompany(
  platform: PlatformDb,
  reach: CompanyReach,
  id: string,
): Company | undefined {
  return platformSqliteOf(platform)
    .prepare<[CompanyReach & { id: string }], Company>(
      `select t.id, t.slug, t.name, t.industry, t.standing, t.status,
         t.suspended_reason as suspendedReason, t.suspended_by as suspendedBy, t.plan, t.mrr, u.name as repName, t.city,
         t.created_at as createdAt, t.deletes_at as deletesAt, t.exported_at as exportedAt,
         t.export_bytes as exportBytes
       from tenants t left join platform_users u on u.id = t.rep_id
       where t.id = @id and t.status <> 'deleted' and ${whereReachable(reach)}`,
    )
    .get({ ...reach, id })
}

export type CompanyEndpoint = {
  key: string
  channel: string
  externalId: string | null
  createdAt: number
}

/** Where customers reach a company, as the directory knows it. */
export function listCompanyEndpoints(platform: PlatformDb, tenantId: string): CompanyEndpoint[] {
  return platformSqliteOf(platform)
    .prepare<[string], CompanyEndpoint>(
      `select key, channel, external_id as externalId, created_at as createdAt
       from endpoint_directory where tenant_id = ? order by created_at, key`,
    )
    .all(tenantId)
}

export type CompanyUsage = { measure: string; used: number; measuredAt: number }

/** What a company used in its newest measured period; nothing before the first measuring. */
export function listCompanyUsage(platform: PlatformDb, tenantId: string): CompanyUsage[] {
  return platformSqliteOf(platform)
    .prepare<[string, string], CompanyUsage>(
      `select measure, used, measured_at as measuredAt from tenant_usage
       where tenant_id = ? and period_from =
         (select max(period_from) from tenant_usage where tenant_id = ?)`,
    )
    .all(tenantId, tenantId)
}
