import { eq } from 'drizzle-orm'
import { checkPassword, hashPassword } from '#app/credentials/passwords.server.ts'
import { noSecondFactor } from '#app/credentials/second-factor.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { setPassword } from './change-password.server.ts'
import type { ResetPasswordResult } from './change-password.server.ts'
import { members } from './schema.server.ts'
import { findTokenBearer, useToken } from './tokens.server.ts'

/** Whether somebody has shown that the owner's e-mail is theirs; until then nothing is sent. */
export function isOwnerVerified(db: TenantDb): boolean {
  return getCompany(db).ownerVerifiedAt !== null
}

/** Confirms the e-mail as the owner who is signed in: password and mailbox are one person's. */
export function verifyAsOwner(db: TenantDb, token: string, memberId: number): boolean {
  return inTransaction(db, () => {
    if (findTokenBearer(db, 'email_verification', token)?.id !== memberId) return false
    useToken(db, 'email_verification', token)
    markVerified(db, memberId)
    return true
  })
}

/**
 * Confirms the e-mail as somebody who only has the mail. They choose a new password: whoever
 * signed up with this address before loses theirs, their sessions and their second step.
 */
export async function verifyWithPassword(
  db: TenantDb,
  token: string,
  password: string,
): Promise<ResetPasswordResult> {
  if (!findTokenBearer(db, 'email_verification', token)) {
    return { ok: false, reason: 'link_expired' }
  }
  const check = checkPassword(password)
  if (!check.ok) return check
  const hash = await hashPassword(password)
  return inTransaction(db, () => {
    const member = useToken(db, 'email_verification', token)
    if (!member) return { ok: false, reason: 'link_expired' }
    db.update(members).set(noSecondFactor).where(eq(members.id, member.id)).run()
    setPassword(db, member.id, hash)
    markVerified(db, member.id)
    return { ok: true, memberId: member.id }
  })
}

function markVerified(db: TenantDb, memberId: number): void {
  const now = Date.now()
  db.update(company).set({ ownerVerifiedAt: now, updatedAt: now }).where(eq(company.id, 1)).run()
  recordAudit(
    db,
    { kind: 'member', id: memberId, name: '' },
    { action: 'company.verified', subjectKind: 'member', subjectId: memberId },
  )
}
