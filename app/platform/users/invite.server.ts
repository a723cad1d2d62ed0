import { eq } from 'drizzle-orm'
import { parseEmail } from '#app/credentials/email.ts'
import { checkPassword, hashPassword } from '#app/credentials/passwords.server.ts'
import type { PasswordCheck } from '#app/credentials/passwords.server.ts'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import { setUserPassword } from './change-password.server.ts'
import { findPlatformUserByEmail } from './find.server.ts'
import { mailUserLinkLater } from './mails.server.ts'
import { mayManageUser } from './permissions.ts'
import type { PlatformActor, PlatformRole } from './permissions.ts'
import { findUserTokenBearer, useUserToken } from './tokens.server.ts'

type Refusal<R extends string> = { ok: false; reason: R }

/** Adds a platform user who has yet to accept, and mails the link. */
export function invitePlatformUser(
  platform: PlatformDb,
  inviter: PlatformActor,
  invited: { email: string; name: string; role: PlatformRole; origin: string },
): { ok: true; id: number } | Refusal<'invalid_email' | 'email_taken' | 'not_allowed'> {
  const email = parseEmail(invited.email)
  const { role, origin } = invited
  if (!email) return { ok: false, reason: 'invalid_email' }
  if (!mayManageUser(inviter, { role })) return { ok: false, reason: 'not_allowed' }
  return inPlatformTransaction(platform, () => {
    if (findPlatformUserByEmail(platform, email)) return { ok: false, reason: 'email_taken' }
    const now = Date.now()
    const name = invited.name.trim() || (email.split('@')[0] ?? email)
    const { id } = platform
      .insert(platformUsers)
      .values({ email, name, role, status: 'invited', createdAt: now, updatedAt: now })
      .returning({ id: platformUsers.id })
      .get()
    const by = { kind: 'user', id: inviter.id, name: inviter.name } as const
    recordPlatformAudit(platform, by, { action: 'user.invited', details: { id, role } })
    mailUserLinkLater(platform, 'invitation', { to: email, origin, sender: inviter.name })
    return { ok: true, id }
  })
}

/** The invited person joins with a name and a password of their own. */
export async function acceptUserInvitation(
  platform: PlatformDb,
  token: string,
  joining: { name: string; password: string },
): Promise<
  { ok: true; userId: number } | Exclude<PasswordCheck, { ok: true }> | Refusal<'link_expired'>
> {
  if (!findUserTokenBearer(platform, 'invitation', token)) {
    return { ok: false, reason: 'link_expired' }
  }
  const check = checkPassword(joining.password)
  if (!check.ok) return check
  const passwordHash = await hashPassword(joining.password)
  return inPlatformTransaction(platform, () => {
    const user = useUserToken(platform, 'invitation', token)
    if (!user) return { ok: false, reason: 'link_expired' }
    const change = { status: 'active', name: joining.name.trim(), updatedAt: Date.now() } as const
    platform.update(platformUsers).set(change).where(eq(platformUsers.id, user.id)).run()
    setUserPassword(platform, user.id, passwordHash)
    return { ok: true, userId: user.id }
  })
}
