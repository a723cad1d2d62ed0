import { eq } from 'drizzle-orm'
import { makeRecoveryCodes } from '#app/credentials/recovery-codes.server.ts'
import {
  confirmSecondFactor,
  hasSecondFactor,
  noSecondFactor,
  passSecondFactor,
} from '#app/credentials/second-factor.server.ts'
import type { SecondFactor } from '#app/credentials/second-factor.server.ts'
import { makeTotpSecret } from '#app/credentials/totp.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { decryptSecret, encryptSecret } from '#app/tenancy/secrets.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { getMember } from './find.server.ts'
import { members } from './schema.server.ts'
import { revokeSessions } from './sessions.server.ts'

const PURPOSE = 'totp'

/** Makes the secret that an app is to scan; nothing asks for codes until one was typed. */
export function beginTwoFactor(db: TenantDb, memberId: number): void {
  if (hasSecondFactor(getMember(db, memberId))) return
  const totpSecretEncrypted = encryptSecret(db, PURPOSE, makeTotpSecret())
  write(db, memberId, { ...noSecondFactor, totpSecretEncrypted })
}

/** The secret that waits for its first code, for showing. */
export function findPendingSecret(db: TenantDb, memberId: number): string | undefined {
  const member = getMember(db, memberId)
  if (hasSecondFactor(member) || !member.totpSecretEncrypted) return undefined
  return decryptSecret(db, PURPOSE, member.totpSecretEncrypted)
}

/** Turns the second step on and ends the other sessions. @returns recovery codes, shown once */
export function confirmTwoFactor(
  db: TenantDb,
  memberId: number,
  code: string,
  sessionId: number,
): string[] | undefined {
  return inTransaction(db, () => {
    const secret = findPendingSecret(db, memberId)
    const confirmed = secret ? confirmSecondFactor(secret, code) : undefined
    if (!confirmed) return undefined
    write(db, memberId, confirmed.change)
    revokeSessions(db, memberId, sessionId)
    note(db, memberId, 'member.two_factor_on')
    return confirmed.codes
  })
}

/** Spends a code of the app or a recovery code. @returns whether it was good */
export function passMemberSecondFactor(db: TenantDb, memberId: number, code: string): boolean {
  return inTransaction(db, () => {
    const member = getMember(db, memberId)
    if (!hasSecondFactor(member) || !member.totpSecretEncrypted) return false
    const secret = decryptSecret(db, PURPOSE, member.totpSecretEncrypted)
    const change = passSecondFactor(member, secret, code)
    if (change) write(db, memberId, change)
    return change !== undefined
  })
}

export function removeTwoFactor(db: TenantDb, memberId: number): void {
  inTransaction(db, () => {
    write(db, memberId, noSecondFactor)
    note(db, memberId, 'member.two_factor_off')
  })
}

/** Ten new recovery codes in place of the old ones. */
export function renewRecoveryCodes(db: TenantDb, memberId: number): string[] {
  const { codes, hashesJson } = makeRecoveryCodes()
  inTransaction(db, () => {
    write(db, memberId, { recoveryCodesJson: hashesJson })
    note(db, memberId, 'member.recovery_codes_renewed')
  })
  return codes
}

function write(db: TenantDb, memberId: number, change: Partial<SecondFactor>): void {
  db.update(members)
    .set({ ...change, updatedAt: Date.now() })
    .where(eq(members.id, memberId))
    .run()
}

function note(db: TenantDb, memberId: number, action: string): void {
  const actor = { kind: 'member', id: memberId, name: getMember(db, memberId).name } as const
  recordAudit(db, actor, { action, subjectKind: 'member', subjectId: memberId })
}
