import { addressOf } from '#app/domain/contacts/identities.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import { releaseOutbox } from '#app/domain/conversations/send-order.server.ts'
import { setEndpointStatus, updateEndpoint } from '#app/domain/endpoints/connections.server.ts'
import { saveTemplates } from '#app/domain/endpoints/templates.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelEnv, EndpointCheck } from './channel.ts'
import { connect } from './connect.server.ts'
import type { Connection } from './connect.server.ts'

/** Job templates.sync: the vendor's list replaces ours. */
export async function syncTemplates(
  db: TenantDb,
  { endpointId }: JobPayload<'templates.sync'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const connection = connect(db, endpointId)
  if (!connection?.channel.listTemplates) return undefined
  const listed = await connection.channel.listTemplates(connection.endpoint, env)
  if (!listed.ok) return settleProblem(db, endpointId, job, listed)
  saveTemplates(db, endpointId, listed.templates)
  return undefined
}

/**
 * Job endpoint.check: whether the credentials work and the vendor still calls us, for the
 * endpoints page. A channel that loses its calls without a word is asked again and again.
 */
export async function checkLater(
  db: TenantDb,
  { endpointId, isNew }: JobPayload<'endpoint.check'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const connection = connect(db, endpointId)
  if (!connection || connection.row.status === 'disabled') return undefined
  repeatCheck(db, endpointId, connection.channel.recheckMs)
  const { channel, endpoint } = connection
  const isConnecting = isNew === true && channel.connect !== undefined
  const checked = await (isConnecting
    ? channel.connect?.(endpoint, env)
    : channel.check?.(endpoint, env))
  if (checked?.ok) return noteWorking(db, connection, checked)
  const isKnown = connection.row.status === 'needs_reconnect' && checked?.flagsEndpoint === true
  return checked && !isKnown ? settleProblem(db, endpointId, job, checked) : undefined
}

/** Asks the vendor now. @returns undefined when there is nothing to ask or it is gone */
export async function checkEndpoint(
  db: TenantDb,
  endpointId: number,
  env: ChannelEnv,
): Promise<EndpointCheck | undefined> {
  const connection = connect(db, endpointId)
  if (!connection?.channel.check) return undefined
  const checked = await connection.channel.check(connection.endpoint, env)
  if (!checked.ok && checked.flagsEndpoint) flag(db, endpointId, checked.reason)
  return checked
}

/** Job message.mark_read: the newest message, which marks all before it. Nothing depends on it. */
export async function markReadLater(
  db: TenantDb,
  { messageId }: JobPayload<'message.mark_read'>,
  env: ChannelEnv,
): Promise<void> {
  const asked = findMessage(db, messageId)
  const conversation = asked && findConversation(db, asked.conversationId)
  const message = conversation?.lastInboundId && findMessage(db, conversation.lastInboundId)
  if (!message || !message.providerId) return
  const connection = connect(db, message.endpointId)
  if (connection?.row.status !== 'active') return
  const to = addressOf(db, conversation.contactId, conversation.channel)
  // While the AI has the word an answer is coming; a person may still think about theirs.
  const isTyping = conversation.aiState === 'on'
  const mark = { providerId: message.providerId, to, isTyping }
  await connection.channel.markRead?.(mark, connection.endpoint, env)
}

function settleProblem(
  db: TenantDb,
  endpointId: number,
  job: JobContext,
  problem: Extract<EndpointCheck, { ok: false }>,
): JobOutcome {
  if (problem.flagsEndpoint) flag(db, endpointId, problem.reason)
  const isOver = problem.flagsEndpoint || problem.retry === 'never' || job.isLastAttempt
  if (isOver) return { failed: problem.reason }
  throw new Error('vendor_unavailable')
}

/** One check in each slot of time, however many ask for it. */
function repeatCheck(db: TenantDb, endpointId: number, everyMs: number | undefined): void {
  if (!everyMs) return
  const slot = Math.floor(Date.now() / everyMs) + 1
  const options = { key: `${endpointId}:slot:${slot}`, runAt: slot * everyMs }
  enqueue(db, 'endpoint.check', { endpointId }, options)
}

/** A name nobody chose gives way to the vendor's; what was lost and is back goes on. */
function noteWorking(
  db: TenantDb,
  { row, channel, endpoint }: Connection,
  { displayName }: Extract<EndpointCheck, { ok: true }>,
): undefined {
  const isUnnamed = row.name === channel.toParts(endpoint.settings).name
  if (displayName && isUnnamed) updateEndpoint(db, row.id, { name: displayName })
  if (row.status !== 'needs_reconnect') return
  setEndpointStatus(db, row.id, 'active')
  releaseOutbox(db, row.id)
}

function flag(db: TenantDb, endpointId: number, reason: string): void {
  setEndpointStatus(db, endpointId, 'needs_reconnect', reason)
}
