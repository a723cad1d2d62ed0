import { findMedia, settleMedia } from '#app/domain/conversations/media-rows.server.ts'
import type { MediaRow } from '#app/domain/conversations/media-rows.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import { setEndpointStatus } from '#app/domain/endpoints/connections.server.ts'
import { putFile, removeFile } from '#app/domain/files/store.server.ts'
import { soundLengthMs } from '#app/domain/files/voice.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FetchedMedia } from './channel.ts'
import type { ChannelDeps } from './channel-deps.ts'
import { connect } from './connect.server.ts'
import type { Connection } from './connect.server.ts'

const HELD_RECHECK_MS = 10 * 60_000
/** Vendors forget a received file after a week. */
const GIVE_UP_AFTER_MS = 7 * 24 * 3_600_000

type Place = JobPayload<'media.fetch'>

/** Job media.fetch: brings a customer's file home before the vendor forgets it. */
export async function fetchMediaLater(
  db: TenantDb,
  place: Place,
  job: JobContext,
  deps: ChannelDeps,
): Promise<JobOutcome> {
  const media = findMedia(db, place.messageId, place.position)
  const message = findMessage(db, place.messageId)
  if (!message || media?.state !== 'pending') return undefined
  const connection = connect(db, message.endpointId)
  if (!connection?.channel.fetchMedia) return settleAs(db, place, job, 'failed', 'no_connection')
  const fetched = await connection.channel.fetchMedia(toItem(media), connection.endpoint, deps.env)
  if (fetched.ok) return keep(db, place, job, { ...fetched, media })
  const isOld = Date.now() - message.createdAt > GIVE_UP_AFTER_MS
  return settleMiss(db, place, job, { fetched, connection, isOld })
}

async function keep(
  db: TenantDb,
  place: Place,
  job: JobContext,
  { bytes, fileName, media }: Extract<FetchedMedia, { ok: true }> & { media: MediaRow },
): Promise<JobOutcome> {
  const name = media.fileName ?? fileName ?? ''
  const durationMs = media.kind === 'audio' ? await soundLengthMs(bytes) : undefined
  const put = await putFile(db, { name, bytes, purpose: 'message', durationMs })
  if (!put.ok) return settleAs(db, place, job, 'refused', put.reason)
  // The sender may have taken the message back while its file was on the way.
  if (!findMedia(db, place.messageId, place.position)) {
    await removeFile(db, put.fileId)
    return undefined
  }
  const { fileId, mimeType, byteSize } = put
  job.complete(() => settleMedia(db, place, { state: 'stored', fileId, mimeType, byteSize }))
  return undefined
}

function settleMiss(
  db: TenantDb,
  place: Place,
  job: JobContext,
  miss: {
    fetched: Extract<FetchedMedia, { ok: false }>
    connection: Connection
    isOld: boolean
  },
): JobOutcome {
  const { fetched, connection, isOld } = miss
  if (fetched.flagsEndpoint && !isOld) {
    setEndpointStatus(db, connection.row.id, 'needs_reconnect', 'credentials')
    return { retryAfterMs: HELD_RECHECK_MS, error: fetched.reason }
  }
  if (fetched.retry === 'later' && !job.isLastAttempt) throw new MediaMissError(fetched.reason)
  return settleAs(db, place, job, fetched.state, fetched.reason)
}

/** Puts the job back with the queue's own growing pauses. */
class MediaMissError extends Error {
  override name = 'MediaMissError'
}

function settleAs(
  db: TenantDb,
  place: Place,
  job: JobContext,
  state: 'failed' | 'refused',
  failureReason: string,
): undefined {
  job.complete(() => settleMedia(db, place, { state, failureReason }))
}

function toItem(media: MediaRow) {
  return {
    kind: media.kind,
    providerMediaId: media.providerMediaId ?? undefined,
    providerUrl: media.providerUrl ?? undefined,
    mimeType: media.mimeType ?? undefined,
    fileName: media.fileName ?? undefined,
    sha256: media.sha256 ?? undefined,
  }
}
