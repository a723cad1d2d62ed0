import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'

export type Supporter = { id: number; name: string; isGiven: boolean }

/** The people of support, and whether this company is given to them. */
export function listSupporters(platform: PlatformDb, tenantId: string): Supporter[] {
  return platformSqliteOf(platform)
    .prepare<[string], { id: number; name: string; given: number }>(
      `select u.id, u.name, s.user_id is not null as given from platform_users u
       left join tenant_supporters s on s.user_id = u.id and s.tenant_id = ?
       where u.role = 'support' and u.status = 'active' order by u.name collate nocase, u.id`,
    )
    .all(tenantId)
    .map(({ given, ...user }) => ({ ...user, isGiven: given === 1 }))
}

/** Gives a company to exactly these people of support; anybody else among the ids is left out. */
export function setSupporters(
  platform: PlatformDb,
  actor: PlatformActor,
  { tenantId, userIds, at }: { tenantId: string; userIds: number[]; at: number },
): void {
  inPlatformTransaction(platform, () => {
    const sqlite = platformSqliteOf(platform)
    const before = listSupporters(platform, tenantId)
    const give = sqlite.prepare('insert into tenant_supporters values (?, ?, ?)')
    const take = sqlite.prepare('delete from tenant_supporters where tenant_id = ? and user_id = ?')
    const changed = before.filter(({ id, isGiven }) => isGiven !== userIds.includes(id))
    for (const { id, isGiven } of changed) {
      if (isGiven) take.run(tenantId, id)
      else give.run(tenantId, id, at)
    }
    if (changed.length === 0) return
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    const people = before.filter(({ id }) => userIds.includes(id)).map(({ name }) => name)
    recordPlatformAudit(platform, by, {
      ...{ action: 'tenant.support_given', tenantId, details: { people: people.join(', ') } },
    })
  })
}
