import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { listAllowedSupport } from './sessions.server.ts'
import type { SupportEnd } from './sessions.server.ts'

const SHOWN_MAX = 10

export type PlatformVisit = {
  id: number
  userName: string
  reason: string
  enteredAt: number
  isLive: boolean
  endedBy: SupportEnd | 'time'
}

/** The last visits to a company, the newest first; tickets that nobody used are none. */
export function listLastVisits(
  platform: PlatformDb,
  tenantId: string,
  at: number,
): PlatformVisit[] {
  const live = new Set(listAllowedSupport(platform, { tenantId, at }).map(({ id }) => id))
  return platformSqliteOf(platform)
    .prepare<
      [string, number],
      Omit<PlatformVisit, 'isLive' | 'endedBy'> & { endedBy: SupportEnd | null }
    >(
      `select s.id, u.name as userName, s.reason, s.entered_at as enteredAt, s.ended_by as endedBy
       from support_sessions s join platform_users u on u.id = s.user_id
       where s.tenant_id = ? and s.entered_at is not null order by s.id desc limit ?`,
    )
    .all(tenantId, SHOWN_MAX)
    .map((row) => ({ ...row, isLive: live.has(row.id), endedBy: row.endedBy ?? 'time' }))
}

export type LostVisit = {
  id: number
  tenantId: string
  userId: number
  userName: string
  /** `user`: they signed out of the platform; `platform`: they may not be there any more */
  by: 'user' | 'platform'
}

/** Visits whose time is not up, and that are over all the same: nobody has said so yet. */
export function listLostVisits(platform: PlatformDb, at: number): LostVisit[] {
  const live = new Set(listAllowedSupport(platform, { at }).map(({ id }) => id))
  return platformSqliteOf(platform)
    .prepare<[object], Omit<LostVisit, 'by'> & { hasSignedOut: number }>(
      `select s.id, s.tenant_id as tenantId, s.user_id as userId, u.name as userName,
         u.status = 'active' and not exists (select 1 from platform_sessions p
           where p.id = s.platform_session_id and p.expires_at > @at) as hasSignedOut
       from support_sessions s join platform_users u on u.id = s.user_id
       where s.entered_at is not null and s.ended_at is null and s.expires_at > @at`,
    )
    .all({ at })
    .filter(({ id }) => !live.has(id))
    .map(({ hasSignedOut, ...row }) => ({ ...row, by: hasSignedOut ? 'user' : 'platform' }))
}
