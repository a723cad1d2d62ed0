import { eq } from 'drizzle-orm'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { findProspect } from './find.server.ts'
import type { Prospect } from './find.server.ts'
import { moveProspect } from './move.server.ts'
import { isManager } from './reach.server.ts'
import { isRep } from './reps.server.ts'
import { prospects } from './schema.server.ts'

export type HandOverResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'not_allowed' | 'rep_not_found' | 'company_not_found' }

/** A manager gives a prospect to another rep; the one before no longer knows of it. */
export function giveProspect(
  platform: PlatformDb,
  user: PlatformActor,
  { id, repId }: { id: number; repId: number },
): HandOverResult {
  return change(platform, user, id, () => {
    if (!isRep(platform, repId)) return { ok: false, reason: 'rep_not_found' }
    platform
      .update(prospects)
      .set({ repId, updatedAt: Date.now() })
      .where(eq(prospects.id, id))
      .run()
    note(platform, user, { action: 'prospect.given', details: { id, repId } })
    return { ok: true }
  })
}

/**
 * A manager says which company a won prospect has become: from then on it is its rep's client.
 * Reps cannot, or they would take companies that came by themselves.
 *
 * @param slug the company's address
 */
export function linkCompany(
  platform: PlatformDb,
  user: PlatformActor,
  { id, slug }: { id: number; slug: string },
): HandOverResult {
  return change(platform, user, id, () => {
    const sqlite = platformSqliteOf(platform)
    const tenantId = sqlite
      .prepare<[string], string>(
        `select id from tenants
         where slug = ? and status <> 'deleted' and demo_of is null`,
      )
      .pluck()
      .get(slug.trim().toLowerCase())
    const prospect = findProspect(platform, user, id)
    if (tenantId === undefined || prospect?.stage !== 'won')
      return { ok: false, reason: 'company_not_found' }
    platform
      .update(prospects)
      .set({ tenantId, updatedAt: Date.now() })
      .where(eq(prospects.id, id))
      .run()
    becomeClient(platform, tenantId, prospect)
    note(platform, user, {
      ...{ action: 'client.linked', tenantId },
      details: { id, repId: prospect.repId },
    })
    return { ok: true }
  })
}

/** The company that a rep has just made with the client: the prospect is won, and theirs. */
export function winCompany(
  platform: PlatformDb,
  user: PlatformActor,
  { id, tenantId, reason }: { id: number; tenantId: string; reason: string },
): HandOverResult {
  return inPlatformTransaction(platform, (): HandOverResult => {
    const prospect = findProspect(platform, user, id)
    if (!prospect) return { ok: false, reason: 'not_found' }
    const won = { id, stage: 'won' as const, reason: prospect.reason || reason }
    if (prospect.stage !== 'won') moveProspect(platform, user, won)
    const repId = prospect.repId ?? user.id
    platform
      .update(prospects)
      .set({ tenantId, updatedAt: Date.now() })
      .where(eq(prospects.id, id))
      .run()
    becomeClient(platform, tenantId, { ...prospect, repId })
    note(platform, user, { action: 'client.linked', tenantId, details: { id, repId } })
    return { ok: true }
  })
}

/** From then on it is its rep's, in the city where it was found. */
function becomeClient(
  platform: PlatformDb,
  tenantId: string,
  { repId, city, cityKey }: Pick<Prospect, 'repId' | 'city' | 'cityKey'>,
): void {
  platformSqliteOf(platform)
    .prepare(
      `update tenants set rep_id = @repId, city = case when @city = '' then city else @city end,
         city_key = case when @city = '' then city_key else @cityKey end where id = @tenantId`,
    )
    .run({ repId, city, cityKey, tenantId })
}

function change(
  platform: PlatformDb,
  user: PlatformActor,
  id: number,
  apply: () => HandOverResult,
): HandOverResult {
  return inPlatformTransaction(platform, (): HandOverResult => {
    if (!findProspect(platform, user, id)) return { ok: false, reason: 'not_found' }
    return isManager(user) ? apply() : { ok: false, reason: 'not_allowed' }
  })
}

function note(
  platform: PlatformDb,
  user: PlatformActor,
  entry: Parameters<typeof recordPlatformAudit>[2],
): void {
  recordPlatformAudit(platform, { kind: 'user', id: user.id, name: user.name }, entry)
}
