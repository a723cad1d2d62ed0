import { eq } from 'drizzle-orm'
import { checkPassword, hashPassword, isPasswordRight } from '#app/credentials/passwords.server.ts'
import type { PasswordCheck } from '#app/credentials/passwords.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { getMember } from './find.server.ts'
import { members } from './schema.server.ts'
import { revokeSessions } from './sessions.server.ts'
import { findTokenBearer, revokeTokens, useToken } from './tokens.server.ts'

type Refused = Exclude<PasswordCheck, { ok: true }>
export type ChangePasswordResult = { ok: true } | Refused | { ok: false; reason: 'password_wrong' }
export type ResetPasswordResult =
  { ok: true; memberId: number } | Refused | { ok: false; reason: 'link_expired' }

export async function isOwnPassword(
  db: TenantDb,
  memberId: number,
  password: string,
): Promise<boolean> {
  return isPasswordRight(getMember(db, memberId).passwordHash, password)
}

/** A member changes the own password: every other session ends, every link dies. */
export async function changePassword(
  db: TenantDb,
  member: { id: number; sessionId: number },
  passwords: { current: string; next: string },
): Promise<ChangePasswordResult> {
  if (!(await isOwnPassword(db, member.id, passwords.current))) {
    return { ok: false, reason: 'password_wrong' }
  }
  const check = checkPassword(passwords.next)
  if (!check.ok) return check
  const hash = await hashPassword(passwords.next)
  inTransaction(db, () => setPassword(db, member.id, hash, member.sessionId))
  return { ok: true }
}

/** Follows a reset link: a new password, and nobody stays signed in. */
export async function resetPassword(
  db: TenantDb,
  token: string,
  password: string,
): Promise<ResetPasswordResult> {
  if (!findTokenBearer(db, 'password_reset', token)) return { ok: false, reason: 'link_expired' }
  const check = checkPassword(password)
  if (!check.ok) return check
  const hash = await hashPassword(password)
  return inTransaction(db, () => {
    const member = useToken(db, 'password_reset', token)
    if (!member) return { ok: false, reason: 'link_expired' }
    setPassword(db, member.id, hash)
    return { ok: true, memberId: member.id }
  })
}

/** Writes a password's hash, in the caller's transaction; only the session named stays. */
export function setPassword(
  db: TenantDb,
  memberId: number,
  passwordHash: string,
  keepSessionId?: number,
): void {
  db.update(members)
    .set({ passwordHash, updatedAt: Date.now() })
    .where(eq(members.id, memberId))
    .run()
  revokeTokens(db, memberId)
  revokeSessions(db, memberId, keepSessionId)
  const actor = { kind: 'member', id: memberId, name: getMember(db, memberId).name } as const
  const action = 'member.password_changed'
  recordAudit(db, actor, { action, subjectKind: 'member', subjectId: memberId })
}
