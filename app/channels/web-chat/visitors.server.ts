import { createHash, randomBytes } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { findByIdentity } from '#app/domain/contacts/identity-rows.server.ts'
import { webChatVisitors } from '#app/domain/endpoints/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const TOKEN_BYTES = 32
/** A visit is noted at most so often: reads should not write. */
const SEEN_EVERY_MS = 60_000

/** Somebody on a website, on one device. `externalId` is who they are as a contact. */
export type Visitor = {
  id: number
  endpointId: number
  externalId: string
  language: string
  isIdentified: boolean
}

export type Visit = { token: string; visitor: Visitor; isNew: boolean }

const BY_TOKEN = Symbol('webChatVisitors.byToken')

/**
 * Begins or goes on with a visit. A token goes on only as the same person: who has logged in or
 * out on the website since then starts anew, and never reads what another wrote.
 *
 * @param userId vouched for by the website's server; undefined: nobody in particular
 */
export function openVisit(
  db: TenantDb,
  endpointId: number,
  visit: { token?: string; userId?: string; language: string },
): Visit {
  const { token, userId, language } = visit
  const known = token ? findVisitor(db, endpointId, token) : undefined
  const identified = userId === undefined ? undefined : `${endpointId}:u:${userId}`
  const isSame = identified ? known?.externalId === identified : known?.isIdentified === false
  if (known && token && isSame) {
    noteSeen(db, known, language)
    return { token, visitor: { ...known, language }, isNew: false }
  }
  return createVisit(db, endpointId, {
    externalId: identified ?? anonymousId(endpointId),
    language,
  })
}

/** Who holds a token of this endpoint. */
export function findVisitor(db: TenantDb, endpointId: number, token: string): Visitor | undefined {
  const row = prepared(db, BY_TOKEN, selectByToken).get({ tokenHash: hashOf(token) })
  return row?.endpointId === endpointId ? toVisitor(row) : undefined
}

/** The contact a visitor is, once they have written. Never found by a mail or phone they claim. */
export function contactIdOf(db: TenantDb, visitor: Visitor): number | undefined {
  return findByIdentity(db, 'web-chat', 'user_id', visitor.externalId)
}

function createVisit(
  db: TenantDb,
  endpointId: number,
  { externalId, language }: { externalId: string; language: string },
): Visit {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = Date.now()
  const row = db
    .insert(webChatVisitors)
    .values({
      ...{ endpointId, tokenHash: hashOf(token), externalId, language },
      ...{ createdAt: now, lastSeenAt: now },
    })
    .returning()
    .get()
  return { token, visitor: toVisitor(row), isNew: true }
}

function noteSeen(db: TenantDb, visitor: Visitor, language: string): void {
  const now = Date.now()
  const isStale = lt(webChatVisitors.lastSeenAt, now - SEEN_EVERY_MS)
  db.update(webChatVisitors)
    .set({ lastSeenAt: now, language })
    .where(and(eq(webChatVisitors.id, visitor.id), isStale))
    .run()
}

/** Random, so that a removed visitor's number can never mean somebody else. */
function anonymousId(endpointId: number): string {
  return `${endpointId}:v:${randomBytes(12).toString('base64url')}`
}

/** Only a digest is kept: a copy of the file opens nobody's chat. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function toVisitor(row: typeof webChatVisitors.$inferSelect): Visitor {
  const { id, endpointId, language } = row
  const externalId = row.externalId ?? ''
  return { id, endpointId, externalId, language, isIdentified: externalId.includes(':u:') }
}

function selectByToken(db: TenantDb) {
  return db
    .select()
    .from(webChatVisitors)
    .where(eq(webChatVisitors.tokenHash, sql.placeholder('tokenHash')))
    .prepare()
}
