import { addressOf } from '#app/domain/contacts/identities.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import {
  finishRemoval,
  giveUpRemoval,
  ownReactionOf,
  revertEdit,
  revertReaction,
} from '#app/domain/message-actions/settle.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { ChangeResult, Channel, ChannelEnv, SentTarget } from './channel.ts'
import { connect } from './connect.server.ts'

type Ask = (
  channel: Channel,
  target: SentTarget,
  endpoint: Parameters<Channel['send']>[1],
) => Promise<ChangeResult> | undefined

/** Job message.react: the company's reaction as it is now; the last choice wins. */
export function sendReaction(
  db: TenantDb,
  { messageId, before }: JobPayload<'message.react'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const emoji = ownReactionOf(db, messageId) ?? null
  const ask: Ask = (channel, target, endpoint) =>
    channel.react?.({ ...target, emoji }, endpoint, env)
  return settle(db, messageId, job, {
    ask,
    onRefused: () => revertReaction(db, messageId, { refused: emoji, before }),
  })
}

/** Job message.edit: the words as they are now. What the vendor refuses is as it was before. */
export function sendEdit(
  db: TenantDb,
  { messageId, editId }: JobPayload<'message.edit'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const text = findMessage(db, messageId)?.text ?? ''
  const ask: Ask = (channel, target, endpoint) => channel.edit?.({ ...target, text }, endpoint, env)
  return settle(db, messageId, job, { ask, onRefused: () => revertEdit(db, messageId, editId) })
}

/** Job message.remove: gone here once it is gone there. */
export function sendRemoval(
  db: TenantDb,
  { messageId }: JobPayload<'message.remove'>,
  job: JobContext,
  env: ChannelEnv,
): Promise<JobOutcome> {
  const ask: Ask = (channel, target, endpoint) => channel.remove?.(target, endpoint, env)
  return settle(db, messageId, job, {
    ask,
    onDone: () => finishRemoval(db, messageId),
    onRefused: () => giveUpRemoval(db, messageId),
  })
}

async function settle(
  db: TenantDb,
  messageId: number,
  job: JobContext,
  change: { ask: Ask; onDone?: () => void; onRefused: () => void },
): Promise<JobOutcome> {
  const message = findMessage(db, messageId)
  const conversation = message && findConversation(db, message.conversationId)
  if (!message?.providerId || !conversation) return undefined
  const connection = connect(db, message.endpointId)
  const to = addressOf(db, conversation.contactId, conversation.channel)
  const target = { providerId: message.providerId, to }
  const result = connection && (await change.ask(connection.channel, target, connection.endpoint))
  if (result?.kind === 'done') return job.complete(change.onDone)
  if (result?.retry === 'later' && !job.isLastAttempt) {
    if (result.retryAfterMs) return { retryAfterMs: result.retryAfterMs, error: result.reason }
    // Thrown, so that the attempt counts and the waits grow.
    throw new Error(result.reason)
  }
  return job.complete(change.onRefused)
}
