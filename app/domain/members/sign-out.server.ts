import { recordAudit } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { revokeSession, revokeSessions } from './sessions.server.ts'
import type { SignedInMember } from './sessions.server.ts'

type Self = Pick<SignedInMember, 'id' | 'name' | 'sessionId'>

/** Ends the session somebody is in. */
export function signOut(db: TenantDb, self: Self): void {
  inTransaction(db, () => {
    if (revokeSession(db, self.id, self.sessionId)) note(db, self, 'member.signed_out')
  })
}

/** Ends another of one's own sessions. @returns false when there is no such session */
export function endSession(db: TenantDb, self: Self, sessionId: number): boolean {
  return inTransaction(db, () => {
    const isEnded = revokeSession(db, self.id, sessionId)
    if (isEnded) note(db, self, 'member.session_ended')
    return isEnded
  })
}

/** Ends all of one's sessions but this one. */
export function endOtherSessions(db: TenantDb, self: Self): void {
  inTransaction(db, () => {
    revokeSessions(db, self.id, self.sessionId)
    note(db, self, 'member.sessions_ended')
  })
}

function note(db: TenantDb, { id, name }: Self, action: string): void {
  const actor = { kind: 'member', id, name } as const
  recordAudit(db, actor, { action, subjectKind: 'member', subjectId: id })
}
