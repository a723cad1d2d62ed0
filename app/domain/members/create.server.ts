import { parseEmail } from '#app/credentials/email.ts'
import { checkPasswordLength, hashPassword } from '#app/credentials/passwords.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { AuditActor } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMemberByEmail } from './find.server.ts'
import type { Role } from './permissions.ts'
import { members } from './schema.server.ts'

export const MEMBER_NAME_LENGTH_MAX = 80

export type NewMember = {
  email: string
  password: string
  role: Role
  name: string
  language?: 'en' | 'sw'
}

export type CreateMemberResult =
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

const BY_COMMAND: AuditActor = { kind: 'system', id: null, name: 'command' }

/** Adds a member who can sign in at once; people are otherwise invited and choose a password. */
export async function createMember(
  db: TenantDb,
  member: NewMember,
  actor: AuditActor = BY_COMMAND,
): Promise<CreateMemberResult> {
  const email = parseEmail(member.email)
  if (!email) return { ok: false, reason: 'invalid_email' }
  const name = member.name.trim()
  if (!name || name.length > MEMBER_NAME_LENGTH_MAX) return { ok: false, reason: 'invalid_name' }
  const password = checkPasswordLength(member.password)
  if (!password.ok) return password
  const passwordHash = await hashPassword(member.password)
  return inTransaction(db, () => {
    if (findMemberByEmail(db, email)) return { ok: false, reason: 'email_taken' }
    const now = Date.now()
    const { role, language = 'en' } = member
    const { id } = db
      .insert(members)
      .values({ email, name, passwordHash, role, language, createdAt: now, updatedAt: now })
      .returning({ id: members.id })
      .get()
    recordAudit(db, actor, { action: 'member.created', subjectKind: 'member', subjectId: id })
    return { ok: true, id }
  })
}
