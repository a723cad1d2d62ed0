import { and, asc, eq, sql } from 'drizzle-orm'
import { getSpend, isBudgetUsedUp } from '#app/domain/answers/spend.server.ts'
import { countFailedJobs } from '#app/domain/company/failed-work.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations as c } from '#app/domain/conversations/schema.server.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const WAITING_SHOWN = 6

/** What somebody should see to, as far as this person may. */
export type Attention = {
  waiting: {
    id: number
    name: string
    phone: string | null
    channel: string
    reason: string | null
    since: number
  }[]
  endpoints: { id: number; name: string; channel: string; reason: string | null }[]
  failedJobs: number
  isBudgetUsedUp: boolean
}

export function getAttention(db: TenantDb, actor: Actor, now: number): Attention {
  return {
    waiting: listWaiting(db, actor),
    endpoints: can(actor, 'endpoints.read') ? listBroken(db) : [],
    failedJobs: can(actor, 'jobs.retry') ? countFailedJobs(db) : 0,
    isBudgetUsedUp: can(actor, 'settings.read') && hasNoBudgetLeft(db, now),
  }
}

/** Who has waited longest for a person comes first. */
function listWaiting(db: TenantDb, actor: Actor): Attention['waiting'] {
  const needsPerson = sql`${c.needsPersonAt} is not null and ${c.status} <> 'closed'`
  return db
    .select({
      ...{ id: c.id, channel: c.channel, name: contacts.name, phone: contacts.phone },
      reason: c.needsPersonReason,
      since: sql<number>`${c.needsPersonAt}`,
    })
    .from(c)
    .innerJoin(contacts, eq(contacts.id, c.contactId))
    .where(and(needsPerson, reachable(db, actor)))
    .orderBy(asc(c.needsPersonAt), asc(c.id))
    .limit(WAITING_SHOWN)
    .all()
}

function listBroken(db: TenantDb): Attention['endpoints'] {
  return listEndpoints(db)
    .filter((endpoint) => endpoint.status === 'needs_reconnect')
    .map(({ id, name, channel, statusReason }) => ({ id, name, channel, reason: statusReason }))
}

function hasNoBudgetLeft(db: TenantDb, now: number): boolean {
  const company = getCompany(db)
  return company.aiEnabled === 1 && isBudgetUsedUp(company, getSpend(db, company, now))
}
