import { randomBytes } from 'node:crypto'
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { decryptSecret, encryptSecret } from '#app/tenancy/secrets.server.ts'
import { inTransaction, prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelKind } from './channel-kinds.ts'
import { endpoints, messageTemplates } from './schema.server.ts'

export type EndpointRow = typeof endpoints.$inferSelect

/** What the endpoints page shows. Secrets are never part of it. */
export type Endpoint = Pick<
  EndpointRow,
  'id' | 'key' | 'channel' | 'name' | 'externalId' | 'status' | 'statusReason' | 'createdAt'
> & { config: Record<string, unknown> }

export type EndpointSettings = {
  externalId: string | null
  config: Record<string, unknown>
  secrets: Record<string, unknown>
}

/** A removed endpoint that conversations still point at. */
const REMOVED = 'removed'
const SECRET_PURPOSE = 'endpoint'
const KEY_BYTES = 18

const GET = Symbol('endpoints.get')

/** Random and unguessable: the address of a webhook is found by nobody. */
export function makeEndpointKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url').replace(/[-_]/g, 'x')
}

export function createEndpoint(
  db: TenantDb,
  endpoint: EndpointSettings & { channel: ChannelKind; name: string; key?: string },
): Endpoint {
  const now = Date.now()
  const { channel, name, externalId, config, secrets } = endpoint
  const row = db
    .insert(endpoints)
    .values({
      ...{ key: endpoint.key ?? makeEndpointKey(), channel, name, externalId },
      configJson: JSON.stringify(config),
      secretsEncrypted: encryptSecret(db, SECRET_PURPOSE, JSON.stringify(secrets)),
      ...{ createdAt: now, updatedAt: now },
    })
    .returning()
    .get()
  noteChanged(db, row.id)
  return toEndpoint(row)
}

/** Connected endpoints, oldest first; disabled ones included, removed ones not. */
export function listEndpoints(db: TenantDb): Endpoint[] {
  return db
    .select()
    .from(endpoints)
    .where(isThere())
    .orderBy(asc(endpoints.id))
    .all()
    .map(toEndpoint)
}

export function findEndpoint(db: TenantDb, id: number): Endpoint | undefined {
  const row = findEndpointRow(db, id)
  return row && row.statusReason !== REMOVED ? toEndpoint(row) : undefined
}

/** The row as it is stored, for the webhook's fast path. */
export function findEndpointRow(db: TenantDb, id: number): EndpointRow | undefined {
  return prepared(db, GET, selectById).get(id)
}

/** The settings with secrets opened: for channels only, never for a page. */
export function readSettings(db: TenantDb, row: EndpointRow): Record<string, unknown> {
  const secrets = row.secretsEncrypted
    ? (JSON.parse(decryptSecret(db, SECRET_PURPOSE, row.secretsEncrypted)) as object)
    : {}
  return { ...(JSON.parse(row.configJson) as object), ...secrets }
}

/** New settings connect again: what was waiting for it is the caller's to release. */
export function updateEndpoint(
  db: TenantDb,
  id: number,
  change: Partial<EndpointSettings> & { name?: string },
): void {
  const { secrets, config, externalId, name } = change
  const encrypted = secrets && encryptSecret(db, SECRET_PURPOSE, JSON.stringify(secrets))
  db.update(endpoints)
    .set({
      ...(name !== undefined && { name }),
      ...(externalId !== undefined && { externalId }),
      ...(config && { configJson: JSON.stringify(config) }),
      ...(encrypted && { secretsEncrypted: encrypted }),
      updatedAt: Date.now(),
    })
    .where(eq(endpoints.id, id))
    .run()
  noteChanged(db, id)
}

/** @param reason a vendor's word, shown on the endpoints page; no secrets */
export function setEndpointStatus(
  db: TenantDb,
  id: number,
  status: EndpointRow['status'],
  reason: string | null = null,
): void {
  const changed = db
    .update(endpoints)
    .set({ status, statusReason: reason, updatedAt: Date.now() })
    .where(and(eq(endpoints.id, id), or(ne(endpoints.status, status), reasonDiffers(reason))))
    .run()
  if (changed.changes > 0) noteChanged(db, id)
}

/** Forgets the secrets; the row stays as long as conversations point at it. */
export function removeEndpoint(db: TenantDb, id: number): void {
  inTransaction(db, () => {
    db.delete(messageTemplates).where(eq(messageTemplates.endpointId, id)).run()
    const isUsed = db
      .select({ id: conversations.id })
      .from(conversations)
      .where(eq(conversations.endpointId, id))
      .limit(1)
      .get()
    db.update(endpoints)
      .set({
        ...{ status: 'disabled', statusReason: REMOVED, externalId: null, configJson: '{}' },
        ...{ secretsEncrypted: null, updatedAt: Date.now() },
      })
      .where(eq(endpoints.id, id))
      .run()
    if (!isUsed) deleteIfUnused(db, id)
    noteChanged(db, id)
  })
}

/** Where the vendor has to call: the path answers on every host, the key decides. */
export function endpointPath(endpoint: { channel: string; key: string }): string {
  return `/webhooks/${endpoint.channel}/${endpoint.key}`
}

/** @param origin scheme and host, e.g. `https://hotel.baraza.example` */
export function endpointAddress(
  origin: string,
  endpoint: { channel: string; key: string },
): string {
  return `${origin}${endpointPath(endpoint)}`
}

function deleteIfUnused(db: TenantDb, id: number): void {
  db.run(sql`delete from inbound_events where endpoint_id = ${id}`)
  db.run(sql`delete from early_statuses where endpoint_id = ${id}`)
  db.run(sql`delete from web_chat_visitors where endpoint_id = ${id}`)
  db.delete(endpoints).where(eq(endpoints.id, id)).run()
}

function isThere() {
  return or(isNull(endpoints.statusReason), ne(endpoints.statusReason, REMOVED))
}

function reasonDiffers(reason: string | null) {
  return sql`${endpoints.statusReason} is not ${reason}`
}

function noteChanged(db: TenantDb, endpointId: number): void {
  recordChange(db, 'endpoint.changed', { data: { endpointId } })
}

function toEndpoint({ configJson, ...row }: EndpointRow): Endpoint {
  const { id, key, channel, name, externalId, status, statusReason, createdAt } = row
  const config = JSON.parse(configJson) as Record<string, unknown>
  return { id, key, channel, name, externalId, status, statusReason, createdAt, config }
}

/** Plain SQL: every webhook begins with this look. */
function selectById(db: TenantDb) {
  return sqliteOf(db).prepare<[number], EndpointRow>(
    `select id, key, channel, name, external_id as externalId, config_json as configJson,
       secrets_encrypted as secretsEncrypted, status, status_reason as statusReason,
       assignment_strategy as assignmentStrategy, created_at as createdAt, updated_at as updatedAt
     from endpoints where id = ?`,
  )
}
