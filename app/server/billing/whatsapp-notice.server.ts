import { z } from 'zod'
import { callGraph } from '#app/channels/whatsapp-cloud/graph.server.ts'
import type { GraphResult } from '#app/channels/whatsapp-cloud/graph.server.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { openReminderChannel } from '#app/platform/billing/reminders/channel.server.ts'
import { reminderMark } from '#app/platform/billing/reminders/mark.ts'
import {
  findBillingMessage,
  noteBillingMessage,
} from '#app/platform/billing/reminders/messages.server.ts'
import type { PlatformVault } from '#app/platform/vault.server.ts'
import { channelEnvOf } from '../channel-env.server.ts'
import type { Env } from '../env.server.ts'

const accepted = z.looseObject({
  messages: z.array(z.looseObject({ id: z.string().min(1) })).min(1),
})
const values = z.array(z.string())

/** What a template takes is one line. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim() || '-'

/**
 * Job billing.whatsapp: sends one reminder by the platform's own number, as its approved
 * template. A request that may have got there is not repeated: Meta has no key against doubles.
 */
export async function sendWhatsAppNotice(
  platform: PlatformDb,
  { messageId }: { messageId: number },
  job: JobContext,
  { env, vault }: { env: Env; vault: PlatformVault },
): Promise<JobOutcome> {
  const message = findBillingMessage(platform, messageId)
  if (message?.channel !== 'whatsapp' || message.status !== 'waiting') return undefined
  const channel = openReminderChannel(platform, vault)
  const fail = (reason: string) =>
    noteBillingMessage(platform, { id: messageId }, { status: 'failed', reason, at: Date.now() })
  if (!channel) {
    fail('not_configured')
    return undefined
  }
  const parameters = values
    .parse(JSON.parse(message.valuesJson ?? '[]'))
    .map((text) => ({ type: 'text', text: oneLine(text) }))
  const sent = await callGraph(channelEnvOf(env), channel.accessToken, {
    method: 'POST',
    path: `${channel.phoneNumberId}/messages`,
    json: {
      ...{ messaging_product: 'whatsapp', recipient_type: 'individual' },
      ...{ to: message.recipient.replace('+', ''), type: 'template' },
      biz_opaque_callback_data: reminderMark.write(messageId),
      template: {
        ...{ name: channel.template, language: { code: channel.language } },
        components: [{ type: 'body', parameters }],
      },
    },
  })
  const read = sent.kind === 'ok' ? accepted.safeParse(sent.body) : undefined
  if (read?.success) {
    const vendorId = read.data.messages[0]!.id
    noteBillingMessage(platform, { id: messageId }, { status: 'sent', vendorId, at: Date.now() })
    return undefined
  }
  if (!job.isLastAttempt && mayTryAgain(sent)) throw new NotTakenError(reasonOf(sent))
  fail(reasonOf(sent))
  return undefined
}

/** WhatsApp has surely sent nothing, and later it may. */
class NotTakenError extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = `NotTaken ${reason}`
  }
}

function mayTryAgain(result: GraphResult): boolean {
  if (result.kind === 'unreachable') return true
  return result.kind === 'refused' && ['later', 'rate'].includes(result.failure.action)
}

function reasonOf(result: GraphResult): string {
  if (result.kind === 'refused') return `refused_${result.code}`
  return result.kind === 'unreachable' ? 'unreachable' : 'unconfirmed'
}
