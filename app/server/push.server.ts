import webpush from 'web-push'
import type { PushKeys } from '#app/domain/notifications/push-subscriptions.server.ts'
import { isPushService } from '#app/domain/notifications/push-services.ts'
import { EnvError } from './env.server.ts'
import type { Env } from './env.server.ts'

const TIMEOUT_MS = 10_000
/** What nobody's device could be told in this time is no news any more. */
const TTL_S = 4 * 3_600
const RETRY_AFTER_S = { least: 5, most: 3_600, usual: 60 }

export type PushMessage = { title: string; body: string; url: string; tag: string }
export type PushTarget = { endpoint: string; keys: PushKeys }

/**
 * `gone`: the device is no longer there. `wait`: the service asks to come back later. `refused`:
 * it will never take this. `failed`: it may take it another time.
 */
export type PushResult =
  | { kind: 'sent' | 'gone' }
  | { kind: 'wait'; retryAfterMs: number }
  | { kind: 'refused' | 'failed'; reason: string }

export type PushService = {
  /** the key a browser needs to subscribe; undefined: nothing is pushed on this installation */
  publicKey: string | undefined
  /** whether an address may be posted to at all */
  isAllowed: (endpoint: string) => boolean
  send: (target: PushTarget, message: PushMessage, isUrgent: boolean) => Promise<PushResult>
}

/**
 * Browser push after RFC 8030, 8291 and 8292. A browser names the address that is posted to, so
 * only known push services and those of the operator are, and no redirect is followed.
 *
 * @throws EnvError when only one of the two keys is there
 */
export function createPush(env: Env): PushService {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env
  if (Boolean(publicKey) !== Boolean(privateKey))
    throw new EnvError('VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together')
  const extra = env.PUSH_SERVICE_URLS
  const isAllowed = (endpoint: string) => isPushService(endpoint, extra)
  const subject = env.VAPID_SUBJECT ?? `mailto:${addressOf(env.MAIL_FROM)}`
  return {
    publicKey,
    isAllowed,
    send: async (target, message, isUrgent) => {
      if (!publicKey || !privateKey) return { kind: 'refused', reason: 'not_configured' }
      if (!isAllowed(target.endpoint)) return { kind: 'gone' }
      const vapidDetails = { subject, publicKey, privateKey }
      const request = await seal(target, message, { vapidDetails, isUrgent })
      return request ? post(request) : { kind: 'gone' }
    },
  }
}

type Sealed = ReturnType<typeof webpush.generateRequestDetails>

/** Keys that are no keys make no request. */
async function seal(
  target: PushTarget,
  message: PushMessage,
  how: {
    vapidDetails: { subject: string; publicKey: string; privateKey: string }
    isUrgent: boolean
  },
): Promise<Sealed | undefined> {
  try {
    return webpush.generateRequestDetails(target, JSON.stringify(message), {
      ...{ vapidDetails: how.vapidDetails, TTL: TTL_S, contentEncoding: 'aes128gcm' },
      urgency: how.isUrgent ? 'high' : 'normal',
    })
  } catch {
    return undefined
  }
}

async function post({ endpoint, method, headers, body }: Sealed): Promise<PushResult> {
  try {
    const response = await fetch(endpoint, {
      ...{ method, headers: headers as Record<string, string>, redirect: 'manual' },
      body: body && new Uint8Array(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return toResult(response)
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.name : 'unknown' }
  }
}

function toResult({ status, headers }: Response): PushResult {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status === 429) return { kind: 'wait', retryAfterMs: waitOf(headers.get('retry-after')) }
  return { kind: status >= 500 ? 'failed' : 'refused', reason: `http_${status}` }
}

/** Seconds or a date; believed between five seconds and an hour. */
function waitOf(header: string | null): number {
  const { least, most, usual } = RETRY_AFTER_S
  const date = header ? Date.parse(header) : Number.NaN
  const seconds = /^\d+$/.test(header ?? '') ? Number(header) : (date - Date.now()) / 1000
  const believed = Number.isFinite(seconds) ? seconds : usual
  return Math.min(Math.max(believed, least), most) * 1000
}

function addressOf(mailFrom: string): string {
  return /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim()
}
