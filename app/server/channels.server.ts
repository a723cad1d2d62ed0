import { fetchMediaLater } from '#app/channels/media-job.server.ts'
import { checkLater, markReadLater, syncTemplates } from '#app/channels/account-jobs.server.ts'
import type { ChannelDeps } from '#app/channels/channel-deps.ts'
import type { InboundEvent } from '#app/domain/conversations/inbound.ts'
import { applyEvent } from '#app/channels/inbound.server.ts'
import { collectInbound, processInbound, spreadInbound } from '#app/channels/inbound-job.server.ts'
import { sendEdit, sendReaction, sendRemoval } from '#app/channels/change-job.server.ts'
import { deleteTemplateLater, submitTemplate } from '#app/channels/template-jobs.server.ts'
import { sendQueued, settleInterrupted } from '#app/channels/send-job.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import type { EndpointRef } from '#app/domain/conversations/open-conversation.server.ts'
import type { Received } from '#app/domain/conversations/inbound.ts'
import { tellRead } from '#app/domain/conversations/tell-read.server.ts'
import { tellAssignee } from '#app/domain/notifications/customer-replied.server.ts'
import { pruneFiles } from '#app/domain/files/prune.server.ts'
import type { AtOnceHandlers } from '#app/jobs/at-once.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { AiService } from './ai.server.ts'
import { channelEnvOf } from './channel-env.server.ts'
import type { Runtime } from './runtime.server.ts'

export type ChannelService = {
  deps: ChannelDeps
  /**
   * Writes what a channel without webhooks (web chat) heard, in one transaction, with the score
   * and the AI's turn that follow.
   */
  apply: (db: TenantDb, endpoint: EndpointRef, event: InboundEvent) => ReturnType<typeof applyEvent>
}

export function createChannels(runtime: Runtime, ai: AiService): ChannelService {
  const afterReceive = (db: TenantDb, received: Received) => {
    ai.afterReceive(db, received)
    tellAssignee(db, received.conversationId)
    markReadWhenAiListens(db, received)
  }
  const deps = { env: channelEnvOf(runtime.env), log: runtime.log, afterReceive }
  return { deps, apply: (db, endpoint, event) => applyEvent(db, endpoint, event, afterReceive) }
}

/** The jobs of channels; the composition root adds them to its table. */
export function channelJobs({ deps }: ChannelService) {
  return {
    'inbound.collect': (db, payload, job) => spreadInbound(db, payload, job),
    'inbound.process': (db, payload, job) => processInbound(db, payload, job, deps),
    'media.fetch': (db, payload, job) => fetchMediaLater(db, payload, job, deps),
    'message.send': (db, payload) => sendQueued(db, payload, deps),
    'message.react': (db, payload, job) => sendReaction(db, payload, job, deps.env),
    'message.edit': (db, payload, job) => sendEdit(db, payload, job, deps.env),
    'message.remove': (db, payload, job) => sendRemoval(db, payload, job, deps.env),
    'message.settle': (db, payload) => settleInterrupted(db, payload),
    'message.mark_read': (db, payload) => markReadLater(db, payload, deps.env),
    'templates.sync': (db, payload, job) => syncTemplates(db, payload, job, deps.env),
    'template.submit': (db, payload, job) => submitTemplate(db, payload, job, deps.env),
    'template.delete': (db, payload, job) => deleteTemplateLater(db, payload, job, deps.env),
    'file.prune': (db) => pruneFiles(db),
    'endpoint.check': (db, payload, job) => checkLater(db, payload, job, deps.env),
  } satisfies JobHandlers<TenantDb>
}

/** What is usually done in no time: taken in together, many in one commit. */
export function channelJobsAtOnce({ deps }: ChannelService) {
  return {
    'inbound.collect': (db, payload) => collectInbound(db, payload, deps),
  } satisfies AtOnceHandlers<TenantDb>
}

/** The customer sees blue ticks and "typing…" while the AI has the word. */
function markReadWhenAiListens(db: TenantDb, { conversationId }: Received): void {
  if (!getCompany(db).aiEnabled || findConversation(db, conversationId)?.aiState !== 'on') return
  tellRead(db, conversationId)
}
