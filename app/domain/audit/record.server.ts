import { desc } from 'drizzle-orm'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { CHAIN_START, hashEntry } from './chain.ts'
import { chainEarlier } from './chain-earlier.server.ts'
import { auditLog } from './schema.server.ts'

export type AuditActor = {
  kind: 'member' | 'platform' | 'api' | 'system'
  id: number | null
  name: string
}

const LAST = Symbol('audit.last')

/**
 * Appends to the company's audit log, in the caller's transaction. Details hold no secrets. Each
 * entry carries the hash of the one before, so that what was written cannot change unseen.
 */
export function recordAudit(
  db: TenantDb,
  actor: AuditActor,
  entry: {
    action: string
    subjectKind?: string
    subjectId?: string | number
    details?: Record<string, unknown>
  },
): void {
  // Whoever visits for support acts with a number below zero: that is no member.
  const isVisitor = actor.kind === 'member' && (actor.id ?? 0) < 0
  const by = isVisitor ? ({ ...actor, kind: 'platform', id: -(actor.id ?? 0) } as const) : actor
  inTransaction(db, () => {
    const last = findLast(db)
    const previousHash = last?.hash ?? CHAIN_START
    const fields = {
      ...{ id: (last?.id ?? 0) + 1, at: Date.now() },
      ...{ actorKind: by.kind, actorId: by.id, actorName: by.name },
      ...{ action: entry.action, subjectKind: entry.subjectKind ?? null },
      subjectId: entry.subjectId === undefined ? null : String(entry.subjectId),
      detailsJson: JSON.stringify(entry.details ?? {}),
    }
    const hash = hashEntry(previousHash, fields)
    db.insert(auditLog)
      .values({ ...fields, previousHash, hash })
      .run()
  })
}

function findLast(db: TenantDb): { id: number; hash: string | null } | undefined {
  const last = prepared(db, LAST, selectLast).get()
  if (!last || last.hash !== null) return last
  chainEarlier(db)
  return prepared(db, LAST, selectLast).get()
}

function selectLast(db: TenantDb) {
  return db
    .select({ id: auditLog.id, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.id))
    .limit(1)
    .prepare()
}
