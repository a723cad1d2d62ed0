import type { Channel, ChannelEnv, WebhookRequest } from '#app/channels/channel.ts'
import { connect } from '#app/channels/connect.server.ts'
import type { Connection } from '#app/channels/connect.server.ts'
import { storeInboundEvent } from '#app/domain/endpoints/inbound-events.server.ts'
import { extendLogScope } from '#app/server/log-scope.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { FoundAddress } from '#app/platform/endpoints/directory.server.ts'
import { flushToDisk } from '#app/tenancy/flush.server.ts'
import { lookThenWrite, withoutFlush } from '#app/tenancy/sqlite.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** How long a vendor waits for a second node to hold its message. */
const REPLICA_WAIT_MAX_MS = 500

/** 200 only after the event and its job are on the disk of the company it belongs to. */
export type WebhookStatus = 200 | 400 | 401 | 404 | 503

/**
 * One vendor call to one endpoint: verify over the raw bytes, take this endpoint's part, store
 * it once with its job, and answer when both are on the disk.
 */
export function storeWebhook(
  runtime: Runtime,
  call: { kind: Channel['kind']; key: string; request: WebhookRequest; env: ChannelEnv },
): Promise<WebhookStatus> {
  const address = runtime.endpoints.findByKey(call.key)
  if (address?.channel !== call.kind) return Promise.resolve(404)
  return insideTenant(runtime, address, (db, connection) =>
    storeVerified(runtime, db, connection, call),
  )
}

/**
 * Does synchronous work with an endpoint's company file open, also for a suspended company.
 * What it wrote is on the disk when a 200 comes back.
 */
export async function insideTenant(
  runtime: Runtime,
  address: FoundAddress,
  work: (db: TenantDb, connection: Connection) => WebhookStatus,
): Promise<WebhookStatus> {
  const { tenantId } = address
  const about = { tenant: tenantId, endpointId: address.endpointId }
  extendLogScope({ tenant: tenantId })
  try {
    const db = openFor(runtime, address)
    if (!db) return 404
    try {
      const status = withoutFlush(sqliteOf(db), () =>
        lookThenWrite(sqliteOf(db), () => {
          const connection = connect(db, address.endpointId)
          return connection ? work(db, connection) : 404
        }),
      )
      if (status === 200) await flushToDisk(db)
      return status === 200 && !(await isOnReplica(runtime, tenantId)) ? 503 : status
    } finally {
      runtime.tenancy.release(tenantId, db)
    }
  } catch (err) {
    // The vendor tries again for days; a 503 says that it should.
    runtime.log.error({ ...about, err }, 'webhook could not be stored')
    return 503
  }
}

/** With ACK_AFTER_REPLICA: whether another node has said that it holds what was just written. */
async function isOnReplica({ env, replication }: Runtime, tenantId: string): Promise<boolean> {
  if (!env.ACK_AFTER_REPLICA || !replication.isReplicated) return true
  const file = `${tenantId}.db`
  const txid = replication.positionOf(file)
  return txid !== undefined && replication.reports.holds(file, txid, REPLICA_WAIT_MAX_MS)
}

/** Most calls come for a file that is open: they need no second look into the platform's file. */
function openFor(
  { tenancy, directory }: Runtime,
  { tenantId, isDeleted }: FoundAddress,
): TenantDb | undefined {
  const open = isDeleted ? undefined : tenancy.acquireOpen(tenantId)
  if (open) return open
  const entry = directory.findById(tenantId)
  return entry && tenancy.acquire(entry)
}

function storeVerified(
  runtime: Runtime,
  db: TenantDb,
  { row, channel, endpoint }: Connection,
  { request, env }: { request: WebhookRequest; env: ChannelEnv },
): WebhookStatus {
  const { webhook } = channel
  if (!webhook) return 404
  if (!webhook.verify(request, endpoint.settings, env)) return 401
  const part = webhook.partOf(request.rawBody, endpoint)
  if (part.kind === 'refuse') return part.status
  if (part.kind === 'drop' || row.status === 'disabled') {
    const reason = part.kind === 'drop' ? part.reason : 'endpoint_disabled'
    runtime.log.warn({ endpointId: row.id, channel: row.channel, reason }, 'webhook dropped')
    return 200
  }
  storeInboundEvent(db, { endpointId: row.id, eventId: part.eventId, raw: part.raw })
  return 200
}
