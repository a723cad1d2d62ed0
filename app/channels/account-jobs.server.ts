import { addressOf } from '#app/domain/contacts/identities.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import { setEndpointStatus } from '#app/domain/endpoints/connections.server.ts'
import { saveTemplates } from '#app/domain/endpoints/templates.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChannelEnv, EndpointCheck } from './channel.ts'
import { connect } from './connect.server.ts'

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

/** Job endpoint.check: whether the credentials work, for the endpoints page. */
export async function checkLater(
  db: TenantDb,
  { endpointId }: JobPayload<'endpoint.check'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const checked = await checkEndpoint(db, endpointId, env)
  return checked && !checked.ok ? settleProblem(db, endpointId, job, checked) : undefined
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

function flag(db: TenantDb, endpointId: number, reason: string): void {
  setEndpointStatus(db, endpointId, 'needs_reconnect', reason)
}
