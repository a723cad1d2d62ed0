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
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import type { PlatformVault } from '../vault.server.ts'
import { getPlatformUser } from './find.server.ts'
import { revokePlatformSessions } from './sessions.server.ts'

/** Where platform users are and what opens their secrets. */
export type Users = { platform: PlatformDb; vault: PlatformVault }

/** Makes the secret that an app is to scan; nothing asks for codes until one was typed. */
export function beginUserTwoFactor({ platform, vault }: Users, userId: number): void {
  if (hasSecondFactor(getPlatformUser(platform, userId))) return
  const totpSecretEncrypted = vault.encrypt(purposeOf(userId), makeTotpSecret())
  write(platform, userId, { ...noSecondFactor, totpSecretEncrypted })
}

/** The secret that waits for its first code, for showing. */
export function findPendingUserSecret(
  { platform, vault }: Users,
  userId: number,
): string | undefined {
  const user = getPlatformUser(platform, userId)
  if (hasSecondFactor(user) || !user.totpSecretEncrypted) return undefined
  return vault.decrypt(purposeOf(userId), user.totpSecretEncrypted)
}

/** Turns the second step on and ends the other sessions. @returns recovery codes, shown once */
export function confirmUserTwoFactor(
  users: Users,
  userId: number,
  code: string,
  sessionId: number,
): string[] | undefined {
  return inPlatformTransaction(users.platform, () => {
    const secret = findPendingUserSecret(users, userId)
    const confirmed = secret ? confirmSecondFactor(secret, code) : undefined
    if (!confirmed) return undefined
    write(users.platform, userId, confirmed.change)
    revokePlatformSessions(users.platform, userId, sessionId)
    note(users.platform, userId, 'user.two_factor_on')
    return confirmed.codes
  })
}

/** Spends a code of the app or a recovery code. @returns whether it was good */
export function passUserSecondFactor(
  { platform, vault }: Users,
  userId: number,
  code: string,
): boolean {
  return inPlatformTransaction(platform, () => {
    const user = getPlatformUser(platform, userId)
    if (!hasSecondFactor(user) || !user.totpSecretEncrypted) return false
    const secret = vault.decrypt(purposeOf(userId), user.totpSecretEncrypted)
    const change = passSecondFactor(user, secret, code)
    if (change) write(platform, userId, change)
    return change !== undefined
  })
}

export function removeUserTwoFactor(platform: PlatformDb, userId: number): void {
  inPlatformTransaction(platform, () => {
    write(platform, userId, noSecondFactor)
    note(platform, userId, 'user.two_factor_off')
  })
}

/** Ten new recovery codes in place of the old ones. */
export function renewUserRecoveryCodes(platform: PlatformDb, userId: number): string[] {
  const { codes, hashesJson } = makeRecoveryCodes()
  inPlatformTransaction(platform, () => {
    write(platform, userId, { recoveryCodesJson: hashesJson })
    note(platform, userId, 'user.recovery_codes_renewed')
  })
  return codes
}

function purposeOf(userId: number): string {
  return `totp:${userId}`
}

function write(platform: PlatformDb, userId: number, change: Partial<SecondFactor>): void {
  platform
    .update(platformUsers)
    .set({ ...change, updatedAt: Date.now() })
    .where(eq(platformUsers.id, userId))
    .run()
}

function note(platform: PlatformDb, userId: number, action: string): void {
  const { name } = getPlatformUser(platform, userId)
  recordPlatformAudit(platform, { kind: 'user', id: userId, name }, { action })
}
