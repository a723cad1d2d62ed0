import { eq } from 'drizzle-orm'
import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import { countActivePlatformOwners, findPlatformUser } from './find.server.ts'
import type { PlatformUser } from './find.server.ts'
import { mailUserLinkLater } from './mails.server.ts'
import { mayManageUser } from './permissions.ts'
import type { PlatformActor, PlatformRole } from './permissions.ts'
import { revokePlatformSessions } from './sessions.server.ts'
import { revokeUserTokens } from './tokens.server.ts'

export type UserStandingResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'not_allowed' | 'last_owner' }

export function changeUserRole(
  platform: PlatformDb,
  actor: PlatformActor,
  userId: number,
  role: PlatformRole,
): UserStandingResult {
  return change(platform, actor, userId, (user) => {
    if (!mayManageUser(actor, { role })) return { ok: false, reason: 'not_allowed' }
    if (role !== 'owner' && isLastOwner(platform, user)) return { ok: false, reason: 'last_owner' }
    write(platform, userId, { role })
    note(platform, actor, 'user.role_changed', { id: userId, from: user.role, to: role })
    return { ok: true }
  })
}

/** Signs somebody out everywhere and keeps them out. An invitation is taken back. */
export function deactivateUser(
  platform: PlatformDb,
  actor: PlatformActor,
  userId: number,
): UserStandingResult {
  return change(platform, actor, userId, (user) => {
    if (user.status === 'deactivated') return { ok: false, reason: 'not_found' }
    if (isLastOwner(platform, user)) return { ok: false, reason: 'last_owner' }
    write(platform, userId, { status: 'deactivated' })
    revokePlatformSessions(platform, userId)
    revokeUserTokens(platform, userId)
    note(platform, actor, 'user.deactivated', { id: userId })
    return { ok: true }
  })
}

/** Lets somebody in again; who never had a password gets a new invitation. */
export function reactivateUser(
  platform: PlatformDb,
  actor: PlatformActor,
  userId: number,
  origin: string,
): UserStandingResult {
  return change(platform, actor, userId, (user) => {
    const hasPassword = user.passwordHash !== null
    if (user.status === 'active') return { ok: false, reason: 'not_found' }
    write(platform, userId, { status: hasPassword ? 'active' : 'invited' })
    revokePlatformSessions(platform, userId)
    if (!hasPassword) {
      mailUserLinkLater(platform, 'invitation', { to: user.email, origin, sender: actor.name })
    }
    note(platform, actor, 'user.reactivated', { id: userId })
    return { ok: true }
  })
}

function change(
  platform: PlatformDb,
  actor: PlatformActor,
  userId: number,
  apply: (user: PlatformUser) => UserStandingResult,
): UserStandingResult {
  return inPlatformTransaction(platform, () => {
    const user = findPlatformUser(platform, userId)
    if (!user) return { ok: false, reason: 'not_found' }
    if (!mayManageUser(actor, user)) return { ok: false, reason: 'not_allowed' }
    return apply(user)
  })
}

function isLastOwner(platform: PlatformDb, user: PlatformUser): boolean {
  if (user.role !== 'owner' || user.status !== 'active') return false
  return countActivePlatformOwners(platform) === 1
}

function write(
  platform: PlatformDb,
  userId: number,
  values: Partial<Pick<PlatformUser, 'role' | 'status'>>,
): void {
  platform
    .update(platformUsers)
    .set({ ...values, updatedAt: Date.now() })
    .where(eq(platformUsers.id, userId))
    .run()
}

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  details: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, details })
}
