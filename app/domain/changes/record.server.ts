import { gt, lt, max, sql } from 'drizzle-orm'
import { signal } from '#app/tenancy/signals.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { changes } from './schema.server.ts'

const KEPT_MS = 24 * 3_600_000
const BATCH_MAX = 200

/** What live pages are told. Ids only: a page asks for what it may see. */
export const changeKinds = [
  'conversation.changed',
  'message.created',
  'message.changed',
  'contact.changed',
  'typing',
  'viewing',
  'endpoint.changed',
  'knowledge.changed',
  'notification.created',
  'notification.read',
  'presence.changed',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export type Change = {
  id: number
  kind: ChangeKind
  conversationId: number | null
  data: Record<string, unknown>
}

const INSERT = Symbol('changes.insert')
const AFTER = Symbol('changes.after')

/** Notes a change in the caller's transaction; live pages hear of it once it is committed. */
export function recordChange(
  db: TenantDb,
  kind: ChangeKind,
  about: { conversationId?: number; data?: Record<string, unknown> } = {},
): void {
  prepared(db, INSERT, insertChange).run({
    kind,
    conversationId: about.conversationId ?? null,
    dataJson: JSON.stringify(about.data ?? {}),
    at: Date.now(),
  })
  signal(db, 'changes')
}

/** Changes after an id, oldest first, at most 200: the reader asks again from the last one. */
export function listChangesAfter(db: TenantDb, afterId: number): Change[] {
  const rows = prepared(db, AFTER, selectAfter).all({ afterId })
  return rows.map(({ dataJson, kind, ...row }) => ({
    ...row,
    kind: kind as ChangeKind,
    data: JSON.parse(dataJson) as Record<string, unknown>,
  }))
}

/** Id of the newest change, 0 when there is none. */
export function lastChangeId(db: TenantDb): number {
  return (
    db
      .select({ id: max(changes.id) })
      .from(changes)
      .get()?.id ?? 0
  )
}

export function pruneChanges(db: TenantDb): void {
  db.delete(changes)
    .where(lt(changes.at, Date.now() - KEPT_MS))
    .run()
}

function insertChange(db: TenantDb) {
  return db
    .insert(changes)
    .values({
      kind: sql.placeholder('kind'),
      conversationId: sql.placeholder('conversationId'),
      dataJson: sql.placeholder('dataJson'),
      at: sql.placeholder('at'),
    })
    .prepare()
}

function selectAfter(db: TenantDb) {
  return db
    .select({
      id: changes.id,
      kind: changes.kind,
      conversationId: changes.conversationId,
      dataJson: changes.dataJson,
    })
    .from(changes)
    .where(gt(changes.id, sql.placeholder('afterId')))
    .orderBy(changes.id)
    .limit(BATCH_MAX)
    .prepare()
}
