import type { ChangeResult, ChannelEnv, ConnectedEndpoint, SentTarget } from '../channel.ts'
import { callGraph } from './graph.server.ts'
import { toRecipient } from './payloads.ts'
import type { WhatsAppSettings } from './settings.ts'

/** A message of the type reaction; an empty emoji takes it back. */
export async function react(
  { emoji, providerId, to }: SentTarget & { emoji: string | null },
  { settings }: ConnectedEndpoint<WhatsAppSettings>,
  env: ChannelEnv,
): Promise<ChangeResult> {
  const recipient = toRecipient(to)
  if (!recipient) return { kind: 'failed', reason: 'no_address', retry: 'never' }
  const result = await callGraph(env, settings.accessToken, {
    method: 'POST',
    path: `${settings.phoneNumberId}/messages`,
    json: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...recipient,
      type: 'reaction',
      reaction: { message_id: providerId, emoji: emoji ?? '' },
    },
  })
  if (result.kind === 'ok') return { kind: 'done' }
  if (result.kind !== 'refused') return { kind: 'failed', reason: result.reason, retry: 'later' }
  const { action, retryAfterMs } = result.failure
  const retry = action === 'never' ? 'never' : 'later'
  return { kind: 'failed', reason: `whatsapp_${result.code}`, retry, retryAfterMs }
}
