import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { files } from '#app/domain/files/schema.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { departments } from '#app/domain/team/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { fillCanned } from './fill.ts'
import type { CannedFacts, CannedVariable } from './fill.ts'
import { cannedResponseFiles, cannedResponses as r } from './schema.server.ts'

export const CANNED_PER_PAGE = 50
const OFFERED_MAX = 8

export type CannedFile = { id: number; name: string; byteSize: number }

export type CannedRow = typeof r.$inferSelect & {
  departmentName: string | null
  files: CannedFile[]
}

/** One that fits a conversation, its words filled in. */
export type CannedOffer = {
  id: number
  shortcut: string
  title: string
  text: string
  missing: CannedVariable[]
  files: CannedFile[]
}

export type CannedSearch = { q?: string; after?: string; limit?: number }

/** What this person may use, by shortcut: the whole company's and their department's. */
export function listCanned(
  db: TenantDb,
  actor: Actor,
  { q = '', after, limit = CANNED_PER_PAGE }: CannedSearch = {},
): { rows: CannedRow[]; next: string | undefined } {
  const place = sql`(${r.shortcut} || ':' || ${r.id})`
  const rows = db
    .select({ row: r, departmentName: departments.name })
    .from(r)
    .leftJoin(departments, eq(departments.id, r.departmentId))
    .where(and(isUsable(db, actor), isFound(q), after ? sql`${place} > ${after}` : undefined))
    .orderBy(place)
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.row
  const next = rows.length > limit && last ? `${last.shortcut}:${last.id}` : undefined
  return { rows: withFiles(db, shown), next }
}

export function findCanned(db: TenantDb, actor: Actor, id: number): CannedRow | undefined {
  const rows = db
    .select({ row: r, departmentName: departments.name })
    .from(r)
    .leftJoin(departments, eq(departments.id, r.departmentId))
    .where(and(eq(r.id, id), isUsable(db, actor)))
    .all()
  return withFiles(db, rows)[0]
}

/** The best few for what was typed after the slash, filled in for a conversation within reach. */
export function offerCanned(
  db: TenantDb,
  actor: Actor,
  { conversationId, q }: { conversationId: number; q: string },
): CannedOffer[] | undefined {
  const conversation = findReachable(db, actor, conversationId)
  if (!conversation) return undefined
  const facts = factsOf(db, actor, conversation)
  const rows = db
    .select({ row: r, departmentName: sql<null>`null` })
    .from(r)
    .where(and(isUsable(db, actor), isFound(q)))
    .orderBy(
      sql`case when ${r.shortcut} like ${`${escapeLike(q)}%`} escape '\\' then 0 else 1 end`,
      sql`${r.usedCount} desc`,
      asc(r.shortcut),
    )
    .limit(OFFERED_MAX)
    .all()
  return withFiles(db, rows).map(({ id, shortcut, title, text, files: kept }) => ({
    ...{ id, shortcut, title, files: kept },
    ...fillCanned(text, facts),
  }))
}

/** Files of canned responses this person may use, among the given: they go out as they are. */
export function filterCannedFiles(db: TenantDb, actor: Actor, fileIds: number[]): number[] {
  if (fileIds.length === 0) return []
  const rows = db
    .select({ fileId: cannedResponseFiles.fileId })
    .from(cannedResponseFiles)
    .innerJoin(r, eq(r.id, cannedResponseFiles.cannedResponseId))
    .where(and(inArray(cannedResponseFiles.fileId, fileIds), isUsable(db, actor)))
    .all()
  return fileIds.filter((id) => rows.some((row) => row.fileId === id))
}

/** Whoever sees to them sees all; others what is for everybody or for their department. */
function isUsable(db: TenantDb, actor: Actor) {
  if (can(actor, 'knowledge.write')) return undefined
  const departmentId = findMember(db, actor.id)?.departmentId ?? null
  const isOwn = departmentId === null ? undefined : eq(r.departmentId, departmentId)
  return or(isNull(r.departmentId), isOwn)
}

function isFound(q: string) {
  const words = q.trim().slice(0, 100).split(/\s+/).filter(Boolean)
  const has = (word: string) => {
    const pattern = `%${escapeLike(word)}%`
    return sql`(${r.shortcut} like ${pattern} escape '\\' or ${r.title} like ${pattern} escape '\\'
      or ${r.text} like ${pattern} escape '\\')`
  }
  return and(...words.map(has))
}

function escapeLike(text: string): string {
  return text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

/** What a text may name in a conversation within reach; undefined out of it. */
export function factsFor(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): CannedFacts | undefined {
  const conversation = findReachable(db, actor, conversationId)
  return conversation && factsOf(db, actor, conversation)
}

function factsOf(
  db: TenantDb,
  actor: Actor,
  conversation: { id: number; contactId: number },
): CannedFacts {
  const contact = db
    .select({ name: contacts.name })
    .from(contacts)
    .where(eq(contacts.id, conversation.contactId))
    .get()
  const name = contact?.name ?? ''
  return {
    'contact.name': name,
    'contact.first_name': name.trim().split(/\s+/)[0],
    'agent.name': findMember(db, actor.id)?.name,
    'company.name': getCompany(db).name,
    'conversation.id': String(conversation.id),
  }
}

function withFiles(
  db: TenantDb,
  rows: { row: typeof r.$inferSelect; departmentName: string | null }[],
): CannedRow[] {
  const ids = rows.map(({ row }) => row.id)
  const kept = db
    .select({
      responseId: cannedResponseFiles.cannedResponseId,
      ...{ id: files.id, name: files.name, byteSize: files.byteSize },
    })
    .from(cannedResponseFiles)
    .innerJoin(files, eq(files.id, cannedResponseFiles.fileId))
    .where(inArray(cannedResponseFiles.cannedResponseId, ids))
    .orderBy(cannedResponseFiles.position)
    .all()
  return rows.map(({ row, departmentName }) => ({
    ...{ ...row, departmentName },
    files: kept
      .filter(({ responseId }) => responseId === row.id)
      .map(({ responseId: _, ...file }) => file),
  }))
}
