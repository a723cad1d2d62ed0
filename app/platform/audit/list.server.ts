import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

const PAGE_SIZE = 30

export type PlatformAuditEntry = {
  id: number
  at: number
  actorKind: 'user' | 'system'
  actorName: string
  action: string
  details: Record<string, unknown>
}

/** What was done to a company, newest first, 30 a page. @param before id of the last row shown */
export function listCompanyAudit(
  platform: PlatformDb,
  tenantId: string,
  before?: number,
): { rows: PlatformAuditEntry[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<
      [string, number, number],
      Omit<PlatformAuditEntry, 'details'> & { detailsJson: string }
    >(
      `select id, at, actor_kind as actorKind, actor_name as actorName, action,
         details_json as detailsJson
       from platform_audit_log where tenant_id = ? and id < ? order by id desc limit ?`,
    )
    .all(tenantId, before ?? Number.MAX_SAFE_INTEGER, PAGE_SIZE + 1)
  const rows = found.slice(0, PAGE_SIZE).map(({ detailsJson, ...entry }) => ({
    ...entry,
    details: JSON.parse(detailsJson) as Record<string, unknown>,
  }))
  return { rows, hasNext: found.length > PAGE_SIZE }
}

/** The last entries about one kind of thing (`setting`), newest first; at most 30. */
export function listAuditOf(platform: PlatformDb, kind: string): PlatformAuditEntry[] {
  return platformSqliteOf(platform)
    .prepare<
      [string, string, number],
      Omit<PlatformAuditEntry, 'details'> & { detailsJson: string }
    >(
      `select id, at, actor_kind as actorKind, actor_name as actorName, action,
         details_json as detailsJson
       from platform_audit_log where action >= ? and action < ? order by id desc limit ?`,
    )
    .all(`${kind}.`, `${kind}/`, PAGE_SIZE)
    .map(({ detailsJson, ...entry }) => ({
      ...entry,
      details: JSON.parse(detailsJson) as Record<string, unknown>,
    }))
}
