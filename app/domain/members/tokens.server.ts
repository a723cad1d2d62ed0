import { and, eq, gt, isNull } from 'drizzle-orm'
import { bearerIdOf, hashLinkToken, makeLinkToken } from '#app/credentials/tokens.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMember } from './find.server.ts'
import type { Member } from './find.server.ts'
import { memberTokens } from './schema.server.ts'

const HOUR_MS = 3_600_000

export type TokenKind = 'invitation' | 'password_reset' | 'email_verification'

export const TOKEN_LIFETIME_MS: Record<TokenKind, number> = {
  invitation: 7 * 24 * HOUR_MS,
  password_reset: HOUR_MS,
  email_verification: 7 * 24 * HOUR_MS,
}

/** A link's token for a member; the one of the same kind made before stops working. */
export function issueToken(db: TenantDb, member: Member, kind: TokenKind): string {
  const { token, hash } = makeLinkToken(member)
  const now = Date.now()
  revokeTokens(db, member.id, kind)
  db.insert(memberTokens)
    .values({
      ...{ tokenHash: hash, kind, memberId: member.id, createdAt: now },
      expiresAt: now + TOKEN_LIFETIME_MS[kind],
    })
    .run()
  return token
}

/**
 * The member a token still works for: it has not expired, was not used, and neither e-mail,
 * password nor standing changed since. An invitation needs an invited member, the rest an
 * active one.
 */
export function findTokenBearer(db: TenantDb, kind: TokenKind, token: string): Member | undefined {
  const member = findMember(db, bearerIdOf(token) ?? 0)
  if (member?.status !== (kind === 'invitation' ? 'invited' : 'active')) return undefined
  const row = db
    .select({ kind: memberTokens.kind })
    .from(memberTokens)
    .where(
      and(
        eq(memberTokens.tokenHash, hashLinkToken(token, member)),
        eq(memberTokens.kind, kind),
        eq(memberTokens.memberId, member.id),
        isNull(memberTokens.usedAt),
        gt(memberTokens.expiresAt, Date.now()),
      ),
    )
    .get()
  return row && member
}

/** Uses a token up, in the caller's transaction. */
export function useToken(db: TenantDb, kind: TokenKind, token: string): Member | undefined {
  const member = findTokenBearer(db, kind, token)
  if (!member) return undefined
  db.update(memberTokens)
    .set({ usedAt: Date.now() })
    .where(eq(memberTokens.tokenHash, hashLinkToken(token, member)))
    .run()
  return member
}

/** Makes a member's links worthless, all or one kind. */
export function revokeTokens(db: TenantDb, memberId: number, kind?: TokenKind): void {
  const own = eq(memberTokens.memberId, memberId)
  db.delete(memberTokens)
    .where(kind ? and(own, eq(memberTokens.kind, kind)) : own)
    .run()
}
