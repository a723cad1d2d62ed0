import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { StoredRow } from './move-rows.server.ts'

/**
 * A no of either side is a no of the one they become: a yes that stands against it gives way.
 *
 * @returns the rows of who stays that gave way
 */
export function mergeConsents(db: TenantDb, keepId: number, goneId: number): StoredRow[] {
  const sqlite = sqliteOf(db)
  const against = `contact_id = :keepId and state = 'granted' and exists (
    select 1 from contact_consents o where o.contact_id = :goneId and o.channel = contact_consents.channel
      and o.state = 'withdrawn' and o.category in ('*', contact_consents.category))`
  const rows = sqlite
    .prepare<unknown[], StoredRow>(`select * from contact_consents where ${against}`)
    .all({ keepId, goneId })
  sqlite.prepare(`delete from contact_consents where ${against}`).run({ keepId, goneId })
  // The other way round as well: a yes of who goes does not come in beside a no of who stays.
  sqlite
    .prepare(
      `update contact_consents set state = 'withdrawn' where contact_id = :goneId
       and state = 'granted' and exists (select 1 from contact_consents o
         where o.contact_id = :keepId and o.channel = contact_consents.channel
           and o.state = 'withdrawn' and o.category in ('*', contact_consents.category))`,
    )
    .run({ keepId, goneId })
  return rows
}
