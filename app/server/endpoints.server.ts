import type { Channel, ChannelEnv, EndpointCheck, SettingsParts } from '#app/channels/channel.ts'
import { checkEndpoint } from '#app/channels/account-jobs.server.ts'
import { connect } from '#app/channels/connect.server.ts'
import { findChannel } from '#app/channels/registry.ts'
import { releaseOutbox } from '#app/domain/conversations/send-order.server.ts'
import {
  createEndpoint,
  findEndpoint,
  findEndpointRow,
  makeEndpointKey,
  removeEndpoint,
  setEndpointStatus,
  updateEndpoint,
} from '#app/domain/endpoints/connections.server.ts'
import type { Endpoint } from '#app/domain/endpoints/connections.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { EndpointDirectory } from '#app/platform/endpoints/directory.server.ts'
import { inTransaction, tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { hasRoomFor } from './billing/room.server.ts'
import type { Runtime } from './runtime.server.ts'

export type NewEndpoint = { channel: string; settings: unknown; name?: string }
export type SettingsIssue = { field: string; message: string }

export type EndpointRefusal =
  | { ok: false; reason: 'unknown_channel' | 'number_taken' | 'not_found' | 'limit_endpoints' }
  | { ok: false; reason: 'invalid_settings'; issues: SettingsIssue[] }

export type EndpointResult = { ok: true; endpoint: Endpoint } | EndpointRefusal

export type EndpointService = ReturnType<typeof createEndpoints>

/**
 * Connecting a channel touches two files: the company's own, and the directory through which a
 * vendor's call finds the company. A vendor's number is claimed by one endpoint of all.
 */
export function createEndpoints(runtime: Runtime, env: ChannelEnv) {
  const { endpoints: directory } = runtime
  return {
    add: (db: TenantDb, endpoint: NewEndpoint): EndpointResult =>
      hasRoomFor(runtime, db, 'endpoints')
        ? addEndpoint(db, directory, endpoint)
        : { ok: false, reason: 'limit_endpoints' },
    /** settings left out or empty stay as they are; new ones connect the endpoint again */
    update: (db: TenantDb, id: number, change: Partial<Omit<NewEndpoint, 'channel'>>) =>
      changeEndpoint(db, directory, id, change),
    /** a disabled endpoint takes nothing in and sends nothing */
    setEnabled: (db: TenantDb, id: number, isEnabled: boolean): boolean => {
      const isNew = isEnabled && findEndpoint(db, id)?.status === 'disabled'
      if (isNew && !hasRoomFor(runtime, db, 'endpoints')) return false
      setEndpointStatus(db, id, isEnabled ? 'active' : 'disabled')
      if (isEnabled) releaseOutbox(db, id)
      return true
    },
    remove: (db: TenantDb, id: number): boolean => {
      const endpoint = findEndpoint(db, id)
      if (!endpoint) return false
      directory.remove(endpoint.key)
      removeEndpoint(db, id)
      return true
    },
    /** asks the vendor now; undefined when the channel has nothing to ask */
    check: (db: TenantDb, id: number): Promise<EndpointCheck | undefined> =>
      checkEndpoint(db, id, env),
    syncTemplates: (db: TenantDb, id: number): void => {
      enqueue(db, 'templates.sync', { endpointId: id }, { key: `${id}:${Date.now()}` })
    },
  }
}

function addEndpoint(
  db: TenantDb,
  directory: EndpointDirectory,
  { channel: kind, settings, name }: NewEndpoint,
): EndpointResult {
  const channel = findChannel(kind)
  if (!channel) return { ok: false, reason: 'unknown_channel' }
  const parsed = parseSettings(channel, settings)
  if (!parsed.ok) return parsed
  const { parts } = parsed
  if (!isFree(db, directory, channel, parts)) return { ok: false, reason: 'number_taken' }
  const key = makeEndpointKey()
  const { externalId, hasOwnSecret } = parts
  const endpoint = inTransaction(db, () => {
    const row = createEndpoint(db, {
      ...parts,
      channel: channel.kind,
      key,
      name: name || parts.name,
    })
    const at = { tenantId: tenantIdOf(db), channel: channel.kind, endpointId: row.id }
    directory.register({ ...at, key, externalId, hasOwnSecret })
    return row
  })
  startUse(db, channel, endpoint.id)
  return { ok: true, endpoint }
}

function changeEndpoint(
  db: TenantDb,
  directory: EndpointDirectory,
  id: number,
  change: { settings?: unknown; name?: string },
): EndpointResult {
  const connection = connect(db, id)
  if (!connection || !findEndpoint(db, id)) return { ok: false, reason: 'not_found' }
  const { channel, endpoint, row } = connection
  const parsed = parseSettings(channel, withKnown(endpoint.settings, change.settings))
  if (!parsed.ok) return parsed
  const { externalId, config, secrets, hasOwnSecret } = parsed.parts
  if (!isFree(db, directory, channel, parsed.parts, id))
    return { ok: false, reason: 'number_taken' }
  inTransaction(db, () => {
    updateEndpoint(db, id, { externalId, config, secrets, name: change.name })
    directory.update({ key: row.key, externalId, hasOwnSecret })
    if (change.settings !== undefined && row.status === 'needs_reconnect') {
      setEndpointStatus(db, id, 'active')
      releaseOutbox(db, id)
    }
  })
  if (change.settings !== undefined) startUse(db, channel, id)
  return { ok: true, endpoint: findEndpoint(db, id) as Endpoint }
}

/** A page never shows a secret, so an empty field means: as before. */
function withKnown(known: unknown, given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given ?? known
  const filled = Object.entries(given).filter(([, value]) => value !== '' && value !== undefined)
  return { ...(known as object), ...Object.fromEntries(filled) }
}

function parseSettings(
  channel: Channel,
  settings: unknown,
): { ok: true; parts: SettingsParts } | Extract<EndpointRefusal, { reason: 'invalid_settings' }> {
  const parsed = channel.settings.safeParse(settings)
  if (parsed.success) return { ok: true, parts: channel.toParts(parsed.data) }
  const issues = parsed.error.issues.map(({ path, message }) => ({
    ...{ field: path.join('.'), message },
  }))
  return { ok: false, reason: 'invalid_settings', issues }
}

/** Free, or claimed by an endpoint of ours that never came to be (a crash between two files). */
function isFree(
  db: TenantDb,
  directory: EndpointDirectory,
  channel: Channel,
  { externalId }: SettingsParts,
  ownId?: number,
): boolean {
  const holder = externalId ? directory.findByExternalId(channel.kind, externalId) : undefined
  if (!holder) return true
  if (holder.tenantId !== tenantIdOf(db)) return false
  if (holder.endpointId === ownId) return true
  if (findEndpointRow(db, holder.endpointId)?.key === holder.key) return false
  directory.remove(holder.key)
  return true
}

function startUse(db: TenantDb, channel: Channel, endpointId: number): void {
  const key = `${endpointId}:${Date.now()}`
  if (channel.listTemplates) enqueue(db, 'templates.sync', { endpointId }, { key })
  if (channel.connect) enqueue(db, 'endpoint.check', { endpointId, isNew: true }, { key })
}
