import { z } from 'zod'
import type {
  ChannelEnv,
  ConnectedEndpoint,
  OutboundFile,
  OutboundMessage,
  SendResult,
} from '../channel.ts'
import { callGraph } from './graph.server.ts'
import type { GraphResult } from './graph.server.ts'
import { sendKindOf, toSendBody } from './payloads.ts'
import type { WhatsAppSettings } from './settings.ts'

/** A 100 MB document on a slow line. */
const UPLOAD_TIMEOUT_FACTOR = 8

const accepted = z.looseObject({
  messages: z.array(z.looseObject({ id: z.string().min(1) })).min(1),
  contacts: z
    .array(z.looseObject({ wa_id: z.string().optional(), user_id: z.string().optional() }))
    .optional()
    .catch(undefined),
})
const uploaded = z.looseObject({ id: z.coerce.string().min(1) })

type Endpoint = ConnectedEndpoint<WhatsAppSettings>

/**
 * Sends one message. A file is uploaded first, which may be repeated safely; the message itself
 * is asked for exactly once, because Meta has no key against doubles.
 */
export async function send(
  message: OutboundMessage,
  endpoint: Endpoint,
  env: ChannelEnv,
): Promise<SendResult> {
  const { phoneNumberId, accessToken } = endpoint.settings
  const upload = message.file && (await uploadFile(message.file, endpoint, env))
  if (upload && !upload.ok) return upload.result
  const json = toSendBody(message, upload?.media)
  if (!json) return failed('no_address', 'The contact has no address on WhatsApp.')
  const path = `${phoneNumberId}/messages`
  return toSendResult(await callGraph(env, accessToken, { method: 'POST', path, json }))
}

function toSendResult(result: GraphResult): SendResult {
  if (result.kind === 'refused') return refused(result)
  if (result.kind === 'unreachable') return unreachable(result.reason)
  if (result.kind === 'unknown') return { kind: 'unknown', reason: result.reason }
  const read = accepted.safeParse(result.body)
  const providerId = read.success ? read.data.messages[0]?.id : undefined
  if (!providerId) return { kind: 'unknown', reason: 'answer_without_id' }
  const contact = read.data?.contacts?.[0]
  const address = contact && { phone: contact.wa_id, userId: contact.user_id }
  return { kind: 'accepted', providerId, address }
}

async function uploadFile(
  file: OutboundFile,
  { settings }: Endpoint,
  env: ChannelEnv,
): Promise<
  | { ok: true; media: { kind: ReturnType<typeof sendKindOf>; id: string } }
  | { ok: false; result: SendResult }
> {
  const form = new FormData()
  const bytes = new Uint8Array(await file.read())
  form.set('messaging_product', 'whatsapp')
  form.set('type', file.mimeType)
  form.set('file', new Blob([bytes], { type: file.mimeType }), file.name)
  const result = await callGraph(env, settings.accessToken, {
    ...{ method: 'POST', path: `${settings.phoneNumberId}/media`, form },
    timeoutMs: env.requestTimeoutMs * UPLOAD_TIMEOUT_FACTOR,
  })
  if (result.kind === 'refused') return { ok: false, result: refused(result) }
  if (result.kind !== 'ok') return { ok: false, result: unreachable(result.reason) }
  const read = uploaded.safeParse(result.body)
  if (!read.success) return { ok: false, result: unreachable('upload_without_id') }
  return { ok: true, media: { kind: sendKindOf(file), id: read.data.id } }
}

function refused({ code, failure }: Extract<GraphResult, { kind: 'refused' }>): SendResult {
  return {
    ...{ kind: 'failed', code: String(code), reason: failure.reason },
    retry: failure.action === 'never' ? 'never' : 'later',
    retryAfterMs: failure.retryAfterMs,
    isRateLimit: failure.action === 'rate',
    flagsEndpoint: failure.action === 'credentials',
    isUnreachable: failure.isUnreachable,
  }
}

function unreachable(code: string): SendResult {
  return { kind: 'failed', code, reason: 'WhatsApp could not be reached.', retry: 'later' }
}

function failed(code: string, reason: string): SendResult {
  return { kind: 'failed', code, reason, retry: 'never' }
}
