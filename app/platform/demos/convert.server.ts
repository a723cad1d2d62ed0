import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { beginSession } from '../onboarding/sessions.server.ts'
import type { BeginResult } from '../onboarding/sessions.server.ts'
import { findProspect } from '../sales/find.server.ts'
import { moveProspect } from '../sales/move.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { DemoPart } from './demo-parts.ts'
import { findDemo } from './demos.server.ts'

/**
 * The prospect wants it: the company is set up step by step, beginning with what was tried. The
 * demo stays until the company is there, so that nothing is lost when they think again.
 *
 * @param begin.keeps what of the demo the company has from the start
 */
export function beginFromDemo(
  platform: PlatformDb,
  user: PlatformActor,
  begin: { prospectId: number; keeps: readonly DemoPart[]; at: number },
): BeginResult {
  const { prospectId, keeps, at } = begin
  return inPlatformTransaction(platform, (): BeginResult => {
    const demo = findDemo(platform, user, prospectId)
    const stage = findProspect(platform, user, prospectId)?.stage
    if (demo?.state !== 'ready' || stage === undefined) return { ok: false, reason: 'not_found' }
    if (stage !== 'negotiating' && stage !== 'won')
      moveProspect(platform, user, { id: prospectId, stage: 'negotiating' })
    const begun = beginSession(platform, user, { prospectId, at })
    if (begun.ok)
      platformSqliteOf(platform)
        .prepare(
          `update onboarding_sessions set demo_id = ?, demo_keeps = ?
           where id = ? and tenant_id is null`,
        )
        .run(demo.tenantId, keeps.join(','), begun.id)
    return begun
  })
}
