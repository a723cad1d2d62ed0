import { and, desc, eq, isNull, like, lt, or, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listOwners } from '#app/domain/members/owners.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { supportVisits } from './schema.server.ts'

export const VISITS_PER_PAGE = 20
const VIEWS_MAX = 200

export type SupportVisit = typeof supportVisits.$inferSelect

/** Who of the platform is here: its user's id and name. */
export type Visitor = { id: number; name: string }

/** What a visitor did with a page: saw it, changed something, was refused. */
export type VisitNote = { kind: 'viewed' | 'changed' | 'refused'; page: string }

/** Writes down that support is here and tells the owners: in the list, and by mail at once. */
export function beginVisit(
  db: TenantDb,
  visitor: Visitor,
  visit: { id: number; reason: string; startedAt: number; expiresAt: number; origin: string },
): void {
  const { origin, ...row } = visit
  inTransaction(db, () => {
    db.insert(supportVisits)
      .values({ ...row, userId: visitor.id, userName: visitor.name })
      .run()
    audit(db, visitor, { id: row.id, action: 'support.began', details: { reason: row.reason } })
    const owners = listOwners(db)
    notify(db, {
      ...{ kind: 'support_visit', memberIds: owners.map(({ id }) => id) },
      ...{ data: { byName: visitor.name, path: '/settings/support' } },
      dedupeKey: `support-visit:${row.id}`,
    })
    for (const { id, name, email: to, language } of owners) {
      const mailId = `support-visit-${row.id}-${id}`
      const facts = { name, visitor: visitor.name, reason: row.reason }
      const values = { ...facts, company: getCompany(db).name, mailId }
      const link = `${origin}/settings/support`
      const mail = { template: 'support_visit', to, language, values: { ...values, link } }
      enqueue(db, 'mail.send', mail, { key: mailId })
    }
  })
}

/** An entry of the company's log about a visit. Pages come as addresses, without searches. */
export function noteVisit(
  db: TenantDb,
  visitor: Visitor,
  { id, kind, page }: VisitNote & { id: number },
): void {
  audit(db, visitor, { id, action: `support.${kind}`, details: { page } })
}

/**
 * Ends a visit. When the platform does it, the owners are told: they did not.
 *
 * @param end.by the visitor, the member who shows them out, or the platform
 * @param end.who `id` null: the platform by itself, because the visitor may not be here any more
 * @returns false when there is no visit that goes on
 */
export function endVisit(
  db: TenantDb,
  end: {
    id: number
    at: number
    by: NonNullable<SupportVisit['endedBy']>
    who: { id: number | null; name: string }
  },
): boolean {
  const { id, at, by, who } = end
  return inTransaction(db, () => {
    const { changes } = db
      .update(supportVisits)
      .set({ endedAt: at, endedBy: by, endedByMemberId: by === 'company' ? who.id : null })
      .where(and(eq(supportVisits.id, id), isNull(supportVisits.endedAt)))
      .run()
    if (changes === 0) return false
    recordAudit(
      db,
      { kind: by === 'company' ? 'member' : 'platform', ...who },
      { action: 'support.ended', subjectKind: 'support', subjectId: id },
    )
    if (by === 'platform') tellOwners(db, id)
    return true
  })
}

function tellOwners(db: TenantDb, id: number): void {
  const visit = findVisit(db, id)
  notify(db, {
    ...{ kind: 'support_ended', memberIds: listOwners(db).map((owner) => owner.id) },
    ...{ data: { byName: visit?.userName ?? '', path: `/settings/support/${id}` } },
    dedupeKey: `support-ended:${id}`,
  })
}

export function findVisit(db: TenantDb, id: number): SupportVisit | undefined {
  return db.select().from(supportVisits).where(eq(supportVisits.id, id)).get()
}

/** Visits, the newest first. @param page.before id of the last one of the page before */
export function listVisits(
  db: TenantDb,
  { search = '', before }: { search?: string; before?: number },
): { rows: SupportVisit[]; next: number | undefined } {
  const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`
  const { userName, reason, id } = supportVisits
  const rows = db
    .select()
    .from(supportVisits)
    .where(
      and(
        before ? lt(id, before) : undefined,
        search.trim()
          ? or(
              like(userName, sql`${pattern} escape '\\'`),
              like(reason, sql`${pattern} escape '\\'`),
            )
          : undefined,
      ),
    )
    .orderBy(desc(id))
    .limit(VISITS_PER_PAGE + 1)
    .all()
  const shown = rows.slice(0, VISITS_PER_PAGE)
  return { rows: shown, next: rows.length > VISITS_PER_PAGE ? shown.at(-1)?.id : undefined }
}

/** What was looked at and done during a visit, the first first; at most 200. */
export function listVisitNotes(db: TenantDb, id: number): (VisitNote & { at: number })[] {
  return db
    .select({ at: auditLog.at, action: auditLog.action, detailsJson: auditLog.detailsJson })
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, 'support'), eq(auditLog.subjectId, String(id))))
    .orderBy(desc(auditLog.id))
    .limit(VIEWS_MAX)
    .all()
    .flatMap(({ at, action, detailsJson }) => {
      const kind = action.slice('support.'.length)
      const { page } = JSON.parse(detailsJson) as { page?: string }
      return kind === 'viewed' || kind === 'changed' || kind === 'refused'
        ? [{ at, kind, page: page ?? '' }]
        : []
    })
    .reverse() as (VisitNote & { at: number })[]
}

function audit(
  db: TenantDb,
  visitor: Visitor,
  { id, action, details }: { id: number; action: string; details: Record<string, unknown> },
): void {
  const actor = { kind: 'platform', id: visitor.id, name: visitor.name } as const
  recordAudit(db, actor, { action, subjectKind: 'support', subjectId: id, details })
}
