import { findEndpointRow, readSettings } from '#app/domain/endpoints/connections.server.ts'
import type { EndpointRow } from '#app/domain/endpoints/connections.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Channel, ConnectedEndpoint } from './channel.ts'
import { findChannel } from './registry.ts'
import { isSampleLine, withoutVendor } from './sample-line.server.ts'

export type Connection = {
  row: EndpointRow
  channel: Channel
  endpoint: ConnectedEndpoint<unknown>
}

type Opened = { configJson: string; secretsEncrypted: string | null; settings: unknown }

/** Opened settings per company handle: a webhook must not pay for decryption each time. */
const opened = new WeakMap<TenantDb, Map<number, Opened>>()

/** An endpoint with its channel and its settings opened; undefined when it is gone. */
export function connect(db: TenantDb, endpointId: number): Connection | undefined {
  const row = findEndpointRow(db, endpointId)
  const known = row && findChannel(row.channel)
  if (!row || !known || row.secretsEncrypted === null) return undefined
  const { id, key, externalId } = row
  const channel = isSampleLine(row) ? withoutVendor(known) : known
  return { row, channel, endpoint: { id, key, externalId, settings: settingsOf(db, row) } }
}

function settingsOf(db: TenantDb, row: EndpointRow): unknown {
  const known = opened.get(db) ?? new Map<number, Opened>()
  opened.set(db, known)
  const last = known.get(row.id)
  const { configJson, secretsEncrypted } = row
  if (last?.configJson === configJson && last.secretsEncrypted === secretsEncrypted) {
    return last.settings
  }
  const settings = readSettings(db, row)
  known.set(row.id, { configJson, secretsEncrypted, settings })
  return settings
}
