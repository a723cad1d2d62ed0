import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { members, memberSessions } from './schema.server.ts'
import { hashToken, SESSION_LIFETIME_MS } from './sessions.server.ts'
import type { Client } from './sessions.server.ts'

const TOKEN_BYTES = 32

/** How long a session may wait for what it is still missing. */
export const WAITING_MS = { second_step: 10 * 60_000, hand_over: 2 * 60_000 } as const

/** `second_step`: the password was right. `hand_over`: signed up on the app host a moment ago. */
export type Waiting = keyof typeof WAITING_MS

/**
 * A session that is not one yet. It lies among the sessions, so that whatever ends a member's
 * sessions ends it too; its stored hash has a prefix that no session cookie can ever match.
 *
 * @returns the token that picks it up
 */
export function startWaitingSession(
  db: TenantDb,
  memberId: number,
  waiting: Waiting,
  client: Client,
): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  db.insert(memberSessions)
    .values({
      ...{ tokenHash: waitingHash(waiting, token), memberId, createdAt: now, lastSeenAt: now },
      ...{ expiresAt: now + WAITING_MS[waiting], ip: client.ip },
      userAgent: client.userAgent?.slice(0, 300) ?? null,
    })
    .run()
  return token
}

/** Whose session waits behind a token; only an active member's. */
export function findWaitingSession(
  db: TenantDb,
  waiting: Waiting,
  token: string,
): number | undefined {
  return db
    .select({ memberId: memberSessions.memberId })
    .from(memberSessions)
    .innerJoin(members, eq(members.id, memberSessions.memberId))
    .where(
      and(
        eq(memberSessions.tokenHash, waitingHash(waiting, token)),
        gt(memberSessions.expiresAt, Date.now()),
        eq(members.status, 'active'),
      ),
    )
    .get()?.memberId
}

/** Turns a waiting session into a real one, once. @returns the cookie's token */
export function pickUpSession(db: TenantDb, waiting: Waiting, token: string): string | undefined {
  const sessionToken = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  const { changes } = db
    .update(memberSessions)
    .set({
      tokenHash: hashToken(sessionToken),
      ...{ createdAt: now, lastSeenAt: now, expiresAt: now + SESSION_LIFETIME_MS },
    })
    .where(
      and(
        eq(memberSessions.tokenHash, waitingHash(waiting, token)),
        gt(memberSessions.expiresAt, now),
      ),
    )
    .run()
  return changes > 0 ? sessionToken : undefined
}

function waitingHash(waiting: Waiting, token: string): string {
  return `${waiting}.${hashToken(token)}`
}
