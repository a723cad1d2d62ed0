import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import { noteKnowledgeChange } from '#app/domain/knowledge/follow-up.server.ts'
import { toLimit } from '#app/domain/knowledge/listing.ts'
import type { ListOptions, Page } from '#app/domain/knowledge/listing.ts'
import { pageCondition, toPage } from '#app/domain/knowledge/paging.server.ts'
import { deletePassages, replacePassages } from '#app/domain/knowledge/passages.server.ts'
import { usage } from '#app/domain/knowledge/source-usage.server.ts'
import type { SourceUsage } from '#app/domain/knowledge/source-usage.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { staffFacts } from './schema.server.ts'

export type StaffFact = typeof staffFacts.$inferSelect
export type SaidFact = {
  about: string
  statement: string
  /** UTC ms of the first moment it does not hold any more; null: until taken back */
  expiresAt: number | null
  memberId: number
}

/**
 * Writes down what a member says is so, or what they say now instead of `id`. From its end on it
 * is not found any more.
 *
 * @returns its id; undefined when there is no such fact
 */
export function saveFact(db: TenantDb, fact: SaidFact, id?: number): number | undefined {
  const { about, statement, expiresAt, memberId } = fact
  const updatedAt = Date.now()
  const values = {
    about,
    statement,
    expiresAt,
    saidByMemberId: toAuthorId(memberId),
    updatedAt,
  }
  return inTransaction(db, () => {
    const saved =
      id === undefined
        ? db
            .insert(staffFacts)
            .values({ ...values, createdAt: updatedAt })
            .returning({ id: staffFacts.id })
            .get()
        : db
            .update(staffFacts)
            .set(values)
            .where(eq(staffFacts.id, id))
            .returning({ id: staffFacts.id })
            .get()
    if (!saved) return undefined
    const passage = { title: about, text: statement, expiresAt }
    replacePassages(db, { kind: 'fact', id: saved.id }, [passage])
    noteKnowledgeChange(db)
    return saved.id
  })
}

/** @returns false when there was none */
export function deleteFact(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    deletePassages(db, { kind: 'fact', id })
    const isGone = db.delete(staffFacts).where(eq(staffFacts.id, id)).run().changes > 0
    if (isGone) noteKnowledgeChange(db)
    return isGone
  })
}

export function findFact(db: TenantDb, id: number): StaffFact | undefined {
  return db.select().from(staffFacts).where(eq(staffFacts.id, id)).get()
}

export type ListedFact = StaffFact & SourceUsage & { saidBy: string | null }

/** Latest change first, each with who said it and what it was used for. */
export function listFacts(
  db: TenantDb,
  options: ListOptions & { holdsAt?: number } = {},
): Page<ListedFact> {
  const columns = { ...staffFacts, searched: [staffFacts.about, staffFacts.statement] }
  const { holdsAt } = options
  const rows = db
    .select({
      ...getTableColumns(staffFacts),
      // Written out: drizzle leaves the table names away where a select has one table.
      saidBy: sql<string | null>`(select members.name from members
        where members.id = staff_facts.said_by_member_id)`,
      ...usage('fact', 'staff_facts.id'),
    })
    .from(staffFacts)
    .where(
      and(
        pageCondition(options, columns),
        holdsAt === undefined
          ? undefined
          : sql`(staff_facts.expires_at is null or staff_facts.expires_at > ${holdsAt})`,
      ),
    )
    .orderBy(desc(staffFacts.updatedAt), desc(staffFacts.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}
