import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { auditLog } from './schema.server.ts'

export const AUDIT_PER_PAGE = 50
const ACTIONS_MAX = 300

export type AuditEntry = Omit<typeof auditLog.$inferSelect, 'detailsJson'> & {
  details: Record<string, unknown>
}

/** Everything left out does not narrow. `from` and `until` are UTC ms, `until` excluded. */
export type AuditFilter = {
  search?: string
  /** a member's id, or a kind for everybody of it */
  actor?: number | 'platform' | 'api' | 'system'
  action?: string
  /** the action's first word: everything about members, channels … */
  subject?: string
  from?: number
  until?: number
}

/** Entries, the newest first. @param before id of the last entry of the page before */
export function listAudit(
  db: TenantDb,
  filter: AuditFilter,
  page: { before?: number; limit?: number } = {},
): { rows: AuditEntry[]; next: number | undefined } {
  const limit = page.limit ?? AUDIT_PER_PAGE
  const rows = db
    .select()
    .from(auditLog)
    .where(and(toCondition(filter), page.before ? lt(auditLog.id, page.before) : undefined))
    .orderBy(desc(auditLog.id))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit).map(toEntry)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

/** The actions there are, for a filter to offer. Walks from one to the next in the index. */
export function listAuditActions(db: TenantDb): string[] {
  const rows = db.all<{ action: string }>(sql`
    with recursive step(action) as (
      select min(action) from audit_log
      union all
      select (select min(a.action) from audit_log a where a.action > step.action)
      from step where step.action is not null
    )
    select action from step where action is not null limit ${ACTIONS_MAX}`)
  return rows.map((row) => row.action)
}

function toCondition(filter: AuditFilter): SQL | undefined {
  const { actor, action, subject, from, until, search } = filter
  return and(
    typeof actor === 'number'
      ? and(eq(auditLog.actorKind, 'member'), eq(auditLog.actorId, actor))
      : actor && eq(auditLog.actorKind, actor),
    action ? eq(auditLog.action, action) : undefined,
    subject ? startsWith(subject) : undefined,
    from === undefined ? undefined : gte(auditLog.at, from),
    until === undefined ? undefined : lt(auditLog.at, until),
    search ? says(search) : undefined,
  )
}

/** `member` finds `member.…`: a range in the index of actions. */
function startsWith(subject: string): SQL | undefined {
  return and(gte(auditLog.action, `${subject}.`), lt(auditLog.action, `${subject}/`))
}

/** Every word must stand somewhere in the entry. */
function says(search: string): SQL | undefined {
  const words = search.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const columns = [auditLog.actorName, auditLog.action, auditLog.detailsJson, auditLog.subjectId]
  return and(
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`))
    }),
  )
}

function toEntry({ detailsJson, ...row }: typeof auditLog.$inferSelect): AuditEntry {
  return { ...row, details: JSON.parse(detailsJson) as Record<string, unknown> }
}
