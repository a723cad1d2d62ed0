import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leadStageChanges as c, leadStages } from './schema.server.ts'

/** How a lead went through the pipeline, oldest first; the caller has checked its reach. */
export function listStageChanges(db: TenantDb, leadId: number) {
  const from = alias(leadStages, 'from_stage')
  const to = alias(leadStages, 'to_stage')
  return db
    .select({
      ...{ id: c.id, at: c.at, byKind: c.byKind, byName: members.name },
      ...{ fromName: from.name, toName: to.name },
    })
    .from(c)
    .innerJoin(to, eq(to.id, c.toStageId))
    .leftJoin(from, eq(from.id, c.fromStageId))
    .leftJoin(members, eq(members.id, c.byMemberId))
    .where(eq(c.leadId, leadId))
    .orderBy(asc(c.id))
    .all()
}
