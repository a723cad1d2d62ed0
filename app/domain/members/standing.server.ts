import { eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { releaseAll } from '#app/domain/team/leaving.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { countActiveOwners, findMember, toActor } from './find.server.ts'
import type { Member } from './find.server.ts'
import { mayManage, permissions } from './permissions.ts'
import type { Actor, Permission, Role } from './permissions.ts'
import { members } from './schema.server.ts'
import { revokeSessions } from './sessions.server.ts'
import { revokeTokens } from './tokens.server.ts'

type Acting = Actor & { name: string }
export type StandingResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'not_allowed' | 'last_owner' }

/** Gives a member another role, and single permissions beyond it. */
export function changeRole(
  db: TenantDb,
  actor: Acting,
  memberId: number,
  next: { role: Role; extra: readonly string[] },
): StandingResult {
  return change(db, actor, memberId, (member) => {
    const extra = permissions.filter((permission) => next.extra.includes(permission))
    if (!mayManage(actor, { role: next.role, extra })) return { ok: false, reason: 'not_allowed' }
    if (next.role !== 'owner' && isLastOwner(db, member)) return { ok: false, reason: 'last_owner' }
    write(db, memberId, { role: next.role, permissionsJson: JSON.stringify(extra) })
    note(db, actor, 'member.role_changed', memberId, { from: member.role, to: next.role, extra })
    return { ok: true }
  })
}

/**
 * Signs a member out everywhere and keeps them out. What they wrote stays; what they owned goes
 * back to the queue.
 */
export function deactivateMember(db: TenantDb, actor: Acting, memberId: number): StandingResult {
  return change(db, actor, memberId, (member) => {
    if (member.status !== 'active') return { ok: false, reason: 'not_found' }
    if (isLastOwner(db, member)) return { ok: false, reason: 'last_owner' }
    write(db, memberId, { status: 'deactivated' })
    releaseAll(db, actor, memberId)
    revokeSessions(db, memberId)
    revokeTokens(db, memberId)
    note(db, actor, 'member.deactivated', memberId)
    return { ok: true }
  })
}

/** Lets a deactivated member in again, with the password they had. */
export function reactivateMember(db: TenantDb, actor: Acting, memberId: number): StandingResult {
  return change(db, actor, memberId, (member) => {
    if (member.status !== 'deactivated') return { ok: false, reason: 'not_found' }
    write(db, memberId, { status: 'active' })
    revokeSessions(db, memberId)
    note(db, actor, 'member.reactivated', memberId)
    return { ok: true }
  })
}

function change(
  db: TenantDb,
  actor: Acting,
  memberId: number,
  apply: (member: Member) => StandingResult,
): StandingResult {
  return inTransaction(db, () => {
    const member = findMember(db, memberId)
    if (!member) return { ok: false, reason: 'not_found' }
    if (!mayManage(actor, toActor(member))) return { ok: false, reason: 'not_allowed' }
    return apply(member)
  })
}

function isLastOwner(db: TenantDb, member: Member): boolean {
  return member.role === 'owner' && member.status === 'active' && countActiveOwners(db) === 1
}

function write(
  db: TenantDb,
  memberId: number,
  values: Partial<Pick<Member, 'role' | 'permissionsJson' | 'status'>>,
): void {
  db.update(members)
    .set({ ...values, updatedAt: Date.now() })
    .where(eq(members.id, memberId))
    .run()
}

function note(
  db: TenantDb,
  actor: Acting,
  action: string,
  subjectId: number,
  details?: Record<string, unknown> & { extra?: Permission[] },
): void {
  const by = { kind: 'member', id: actor.id, name: actor.name } as const
  recordAudit(db, by, { action, subjectKind: 'member', subjectId, details })
}
