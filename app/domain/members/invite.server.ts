import { eq } from 'drizzle-orm'
import { parseEmail } from '#app/credentials/email.ts'
import { checkPassword, hashPassword } from '#app/credentials/passwords.server.ts'
import type { PasswordCheck } from '#app/credentials/passwords.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { setPassword } from './change-password.server.ts'
import { findMember, findMemberByEmail, toActor } from './find.server.ts'
import { mailLinkLater } from './mails.server.ts'
import { mayManage } from './permissions.ts'
import type { Actor, Role } from './permissions.ts'
import { members } from './schema.server.ts'
import { findTokenBearer, revokeTokens, useToken } from './tokens.server.ts'

type Inviter = Actor & { name: string }
type Refusal<R extends string> = { ok: false; reason: R }

/**
 * Adds a member who has yet to accept, and mails the link.
 *
 * @param origin of the company's host, for the link
 */
export function inviteMember(
  db: TenantDb,
  inviter: Inviter,
  invited: { email: string; name: string; role: Role; language?: string; origin: string },
):
  | { ok: true; id: number }
  | Refusal<'invalid_email' | 'email_taken' | 'not_allowed' | 'email_unverified'> {
  const email = parseEmail(invited.email)
  const { role, origin, language = 'en' } = invited
  if (!email) return { ok: false, reason: 'invalid_email' }
  if (!mayManage(inviter, { role, extra: [] })) return { ok: false, reason: 'not_allowed' }
  if (getCompany(db).ownerVerifiedAt === null) return { ok: false, reason: 'email_unverified' }
  return inTransaction(db, () => {
    if (findMemberByEmail(db, email)) return { ok: false, reason: 'email_taken' }
    const now = Date.now()
    const name = invited.name.trim() || (email.split('@')[0] ?? email)
    const { id } = db
      .insert(members)
      .values({ email, name, role, language, status: 'invited', createdAt: now, updatedAt: now })
      .returning({ id: members.id })
      .get()
    note(db, inviter, 'member.invited', id, { role })
    mailLinkLater(db, 'invitation', { to: email, origin, sender: inviter.name })
    return { ok: true, id }
  })
}

/** Mails a fresh link; the old one dies as it is sent. */
export function resendInvitation(
  db: TenantDb,
  inviter: Inviter,
  memberId: number,
  origin: string,
): { ok: true } | Refusal<'not_found' | 'not_allowed'> {
  const member = findMember(db, memberId)
  if (member?.status !== 'invited') return { ok: false, reason: 'not_found' }
  if (!mayManage(inviter, toActor(member))) return { ok: false, reason: 'not_allowed' }
  inTransaction(db, () => {
    revokeTokens(db, memberId, 'invitation')
    note(db, inviter, 'member.invited_again', memberId)
    mailLinkLater(db, 'invitation', { to: member.email, origin, sender: inviter.name })
  })
  return { ok: true }
}

/** Takes an invitation back: the link is dead, the e-mail free again. */
export function revokeInvitation(
  db: TenantDb,
  actor: Inviter,
  memberId: number,
): { ok: true } | Refusal<'not_found' | 'not_allowed'> {
  const member = findMember(db, memberId)
  if (member?.status !== 'invited') return { ok: false, reason: 'not_found' }
  if (!mayManage(actor, toActor(member))) return { ok: false, reason: 'not_allowed' }
  inTransaction(db, () => {
    db.delete(members).where(eq(members.id, memberId)).run()
    note(db, actor, 'member.invitation_revoked', memberId)
  })
  return { ok: true }
}

/** The invited person joins with a name and a password of their own. */
export async function acceptInvitation(
  db: TenantDb,
  token: string,
  joining: { name: string; password: string },
): Promise<
  { ok: true; memberId: number } | Exclude<PasswordCheck, { ok: true }> | Refusal<'link_expired'>
> {
  if (!findTokenBearer(db, 'invitation', token)) return { ok: false, reason: 'link_expired' }
  const check = checkPassword(joining.password)
  if (!check.ok) return check
  const passwordHash = await hashPassword(joining.password)
  return inTransaction(db, () => {
    const member = useToken(db, 'invitation', token)
    if (!member) return { ok: false, reason: 'link_expired' }
    const change = { status: 'active', name: joining.name.trim(), updatedAt: Date.now() } as const
    db.update(members).set(change).where(eq(members.id, member.id)).run()
    setPassword(db, member.id, passwordHash)
    note(db, { ...toActor(member), name: change.name }, 'member.joined', member.id)
    return { ok: true, memberId: member.id }
  })
}

function note(
  db: TenantDb,
  actor: Inviter,
  action: string,
  subjectId: number,
  details?: Record<string, unknown>,
): void {
  const by = { kind: 'member', id: actor.id, name: actor.name } as const
  recordAudit(db, by, { action, subjectKind: 'member', subjectId, details })
}
