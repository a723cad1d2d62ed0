import { parseEmail } from '#app/credentials/email.ts'
import { checkPasswordLength, hashPassword } from '#app/credentials/passwords.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import { findPlatformUserByEmail } from './find.server.ts'
import type { PlatformRole } from './permissions.ts'

export const USER_NAME_LENGTH_MAX = 80

/** `name` defaults to the part of the address before the @. */
export type NewPlatformUser = { email: string; password: string; role: PlatformRole; name?: string }

export type CreatePlatformUserResult =
  | { ok: true; id: number }
  | {
      ok: false
      reason:
        | 'invalid_email'
        | 'invalid_name'
        | 'email_taken'
        | 'password_too_short'
        | 'password_too_common'
        | 'too_long'
    }

const BY_COMMAND: PlatformAuditActor = { kind: 'system', id: null, name: 'command' }

/** Adds one of the platform's own people, who can sign in at once on the app host. */
export async function createPlatformUser(
  platform: PlatformDb,
  user: NewPlatformUser,
  actor: PlatformAuditActor = BY_COMMAND,
): Promise<CreatePlatformUserResult> {
  const email = parseEmail(user.email)
  if (!email) return { ok: false, reason: 'invalid_email' }
  const name = user.name?.trim() || (email.split('@')[0] ?? email)
  if (name.length > USER_NAME_LENGTH_MAX) return { ok: false, reason: 'invalid_name' }
  const password = checkPasswordLength(user.password)
  if (!password.ok) return password
  const passwordHash = await hashPassword(user.password)
  return inPlatformTransaction(platform, () => {
    if (findPlatformUserByEmail(platform, email)) return { ok: false, reason: 'email_taken' }
    const now = Date.now()
    const { id } = platform
      .insert(platformUsers)
      .values({ email, name, passwordHash, role: user.role, createdAt: now, updatedAt: now })
      .returning({ id: platformUsers.id })
      .get()
    recordPlatformAudit(platform, actor, { action: 'user.created', details: { id } })
    return { ok: true, id }
  })
}
