import { and, desc, eq, gt } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { withoutFlush } from '#app/tenancy/sqlite.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMemberByEmail } from './find.server.ts'
import type { Client } from './sessions.server.ts'

/** A door that stays shut is noted once in this time, however often somebody knocks. */
const LOCKED_OUT_EVERY_MS = 15 * 60_000

/** Nobody has shown who they are, so nobody is named as the one who did it. */
const somebody = { kind: 'system', id: null, name: '' } as const

/**
 * A wrong password or code for an account there is. It waits for no disk: an answer that takes
 * longer for known accounts would tell which ones are.
 */
export function noteSignInFailed(
  db: TenantDb,
  memberId: number,
  attempt: { step: 'password' | 'code'; ip: string | null },
): void {
  withoutFlush(sqliteOf(db), () =>
    recordAudit(db, somebody, {
      ...{ action: 'member.sign_in_failed', subjectKind: 'member', subjectId: memberId },
      details: attempt,
    }),
  )
}

/** Too many attempts for an account: it takes no more for a while. */
export function noteLockedOut(db: TenantDb, email: string | undefined, client: Client): void {
  const member = email === undefined ? undefined : findMemberByEmail(db, email)
  if (!member) return
  const about = { action: 'member.locked_out', subjectKind: 'member', subjectId: member.id }
  withoutFlush(sqliteOf(db), () =>
    inTransaction(db, () => {
      if (wasLately(db, about)) return
      recordAudit(db, somebody, { ...about, details: { ip: client.ip } })
    }),
  )
}

function wasLately(
  db: TenantDb,
  about: { action: string; subjectKind: string; subjectId: number },
): boolean {
  const row = db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        ...[eq(auditLog.action, about.action), eq(auditLog.subjectKind, about.subjectKind)],
        eq(auditLog.subjectId, String(about.subjectId)),
        gt(auditLog.at, Date.now() - LOCKED_OUT_EVERY_MS),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1)
    .get()
  return row !== undefined
}
