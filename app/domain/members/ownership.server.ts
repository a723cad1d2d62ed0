import { and, eq, ne } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { AuditActor } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMemberByEmail } from './find.server.ts'
import { mailLinkLater } from './mails.server.ts'
import { members } from './schema.server.ts'

export type OwnershipResult =
  { ok: true; memberId: number } | { ok: false; reason: 'member_not_active' | 'is_owner' }

/** Makes an active member the company's one owner; who was it becomes an administrator. */
export function giveOwnership(db: TenantDb, actor: AuditActor, email: string): OwnershipResult {
  return inTransaction(db, (): OwnershipResult => {
    const member = findMemberByEmail(db, email)
    if (member?.status !== 'active') return { ok: false, reason: 'member_not_active' }
    if (member.role === 'owner') return { ok: false, reason: 'is_owner' }
    const updatedAt = Date.now()
    const before = db
      .update(members)
      .set({ role: 'admin', updatedAt })
      .where(and(eq(members.role, 'owner'), ne(members.id, member.id)))
      .returning({ id: members.id })
      .all()
    db.update(members).set({ role: 'owner', updatedAt }).where(eq(members.id, member.id)).run()
    recordAudit(db, actor, {
      ...{ action: 'member.ownership_moved', subjectKind: 'member', subjectId: member.id },
      details: { from: before.map(({ id }) => id) },
    })
    return { ok: true, memberId: member.id }
  })
}

const FIRST_OWNER_ID = 1

/** The owner of a company that somebody else made has yet to join: they get the link by mail. */
export function giveOwnerInvitation(db: TenantDb, actor: AuditActor, origin: string): void {
  inTransaction(db, () => {
    const { email } = db
      .update(members)
      .set({ status: 'invited', passwordHash: null, updatedAt: Date.now() })
      .where(eq(members.id, FIRST_OWNER_ID))
      .returning({ email: members.email })
      .get()
    recordAudit(db, actor, {
      ...{ action: 'member.invited', subjectKind: 'member', subjectId: FIRST_OWNER_ID },
    })
    mailLinkLater(db, 'invitation', { to: email, origin, sender: actor.name })
  })
}
