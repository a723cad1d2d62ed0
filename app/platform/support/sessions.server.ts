import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformCan } from '../users/permissions.ts'
import type { PlatformActor, PlatformRole } from '../users/permissions.ts'

/** From the button on the app host to the company's host; nobody needs longer. */
const TICKET_LIFETIME_MS = 60_000
const SECRET_BYTES = 32
const MINUTE_MS = 60_000

/** A platform user who is inside a company for support, for as long as it lasts. */
export type SupportSession = {
  id: number
  tenantId: string
  userId: number
  userName: string
  userEmail: string
  language: 'en' | 'sw'
  theme: 'system' | 'light' | 'dark'
  reason: string
  enteredAt: number
  expiresAt: number
}

export type SupportEnd = 'user' | 'company' | 'platform'

/**
 * Prepares a visit and gives out the ticket to it, which works once, for a minute, on this
 * company's host alone. Only a keyed hash of it is stored.
 *
 * @param actor a person whose reach over the company has been checked
 * @param visit.key what tickets are signed with
 */
export function beginSupport(
  platform: PlatformDb,
  actor: PlatformActor & { sessionId: number },
  visit: { tenantId: string; reason: string; minutes: number; key: string; at: number },
): string {
  const { tenantId, reason, minutes, key, at } = visit
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return inPlatformTransaction(platform, () => {
    const { lastInsertRowid } = platformSqliteOf(platform)
      .prepare(
        `insert into support_sessions (tenant_id, user_id, platform_session_id, reason, minutes,
           ticket_expires_at, created_at) values (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(tenantId, actor.id, actor.sessionId, reason, minutes, at + TICKET_LIFETIME_MS, at)
    const id = Number(lastInsertRowid)
    platformSqliteOf(platform)
      .prepare('update support_sessions set ticket_hash = ? where id = ?')
      .run(signSecret(key, ['ticket', tenantId, id, secret]), id)
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    const details = { session: id, reason, minutes }
    recordPlatformAudit(platform, by, { action: 'support.begun', tenantId, details })
    return `${id}.${secret}`
  })
}

/** Uses a ticket up. @returns the session and the token of its cookie; undefined for any other */
export function enterSupport(
  platform: PlatformDb,
  visit: { tenantId: string; ticket: string; key: string; at: number },
): { session: SupportSession; token: string } | undefined {
  const { tenantId, ticket, key, at } = visit
  const [, id, secret = ''] = /^(\d{1,12})\.([\w-]{43})$/.exec(ticket) ?? []
  if (!id) return undefined
  return inPlatformTransaction(platform, () => {
    const row = platformSqliteOf(platform)
      .prepare<[number, string, number], { hash: string | null; minutes: number }>(
        `select ticket_hash as hash, minutes from support_sessions
         where id = ? and tenant_id = ? and entered_at is null and ticket_expires_at > ?`,
      )
      .get(Number(id), tenantId, at)
    const signed = signSecret(key, ['ticket', tenantId, Number(id), secret])
    if (!row?.hash || !isSame(row.hash, signed)) return undefined
    const tokenSecret = randomBytes(SECRET_BYTES).toString('base64url')
    platformSqliteOf(platform)
      .prepare(
        `update support_sessions set ticket_hash = null, token_hash = ?, entered_at = ?,
           expires_at = ? where id = ?`,
      )
      .run(hashCookie(key, tenantId, tokenSecret), at, at + row.minutes * MINUTE_MS, Number(id))
    const session = findSupport(platform, { tenantId, token: tokenSecret, key, at })
    return session && { session, token: tokenSecret }
  })
}

const FIND = `select s.id, s.tenant_id as tenantId, s.user_id as userId, u.name as userName,
    u.email as userEmail, u.role, u.language, u.theme, s.reason, s.entered_at as enteredAt,
    s.expires_at as expiresAt,
    exists (select 1 from tenant_supporters g where g.tenant_id = s.tenant_id
      and g.user_id = s.user_id) as isGiven
  from support_sessions s
  join platform_users u on u.id = s.user_id and u.status = 'active'
  join platform_sessions p on p.id = s.platform_session_id and p.user_id = s.user_id
    and p.expires_at > @at
  join tenants t on t.id = s.tenant_id and t.status <> 'deleted' and t.deletes_at is null
  where s.ended_at is null and s.expires_at > @at`

type Row = Omit<SupportSession, 'language' | 'theme'> & {
  role: PlatformRole
  isGiven: number
  language: string
  theme: string
}

/**
 * The visit behind a cookie, as things stand now: not ended, not expired, by somebody who is
 * active, still signed in on the app host and still allowed to be in this company.
 */
export function findSupport(
  platform: PlatformDb,
  visit: { tenantId: string; token: string; key: string; at: number },
): SupportSession | undefined {
  const { tenantId, token, key, at } = visit
  const row = platformSqliteOf(platform)
    .prepare<[object], Row>(`${FIND} and s.tenant_id = @tenantId and s.token_hash = @hash`)
    .get({ tenantId, at, hash: hashCookie(key, tenantId, token) })
  return row && isStillAllowed(row) ? toSession(row) : undefined
}

/** The visits that go on now, to one company or to any. */
export function listAllowedSupport(
  platform: PlatformDb,
  { tenantId = null, at }: { tenantId?: string | null; at: number },
): SupportSession[] {
  return platformSqliteOf(platform)
    .prepare<[object], Row>(`${FIND} and (@tenantId is null or s.tenant_id = @tenantId)`)
    .all({ tenantId, at })
    .filter(isStillAllowed)
    .map(toSession)
}

/** Who ended the visit behind a cookie; undefined while it goes on or where its time was up. */
export function findSupportEnd(
  platform: PlatformDb,
  { tenantId, token, key }: { tenantId: string; token: string; key: string },
): SupportEnd | undefined {
  return (
    platformSqliteOf(platform)
      .prepare<[string, string], SupportEnd | null>(
        'select ended_by from support_sessions where tenant_id = ? and token_hash = ?',
      )
      .pluck()
      .get(tenantId, hashCookie(key, tenantId, token)) ?? undefined
  )
}

/** @returns false when it had ended before */
export function endSupport(
  platform: PlatformDb,
  actor: PlatformAuditActor,
  end: { tenantId: string; id: number; by: SupportEnd; at: number },
): boolean {
  const { tenantId, id, by, at } = end
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update support_sessions set ended_at = ?, ended_by = ?
         where id = ? and tenant_id = ? and ended_at is null`,
      )
      .run(at, by, id, tenantId)
    if (changes === 0) return false
    const details = { session: id, by }
    recordPlatformAudit(platform, actor, { action: 'support.ended', tenantId, details })
    return true
  })
}

/** Owners and admins everywhere, people of support where a company is given to them. */
function isStillAllowed({ role, isGiven }: Pick<Row, 'role' | 'isGiven'>): boolean {
  if (!platformCan(role, 'support.enter')) return false
  return platformCan(role, 'admin.read') || isGiven === 1
}

function toSession({ role: _, isGiven: __, language, theme, ...row }: Row): SupportSession {
  return {
    ...row,
    language: language === 'sw' ? 'sw' : 'en',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  }
}

function hashCookie(key: string, tenantId: string, token: string): string {
  return signSecret(key, ['cookie', tenantId, token])
}

function signSecret(key: string, parts: (string | number)[]): string {
  return createHmac('sha256', key)
    .update(`support\n${parts.join('\n')}`)
    .digest('hex')
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
