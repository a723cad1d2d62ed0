import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { ChannelWebhook, ConnectedEndpoint, WebhookPart } from '../channel.ts'
import { phoneNumberIdOf, readEnvelope, toBody } from './envelope.ts'
import type { Change, Entry, Envelope } from './envelope.ts'
import type { WhatsAppSettings } from './settings.ts'

/** Meta's batches are said to reach 3 MB. */
const BODY_BYTES_MAX = 4 * 1024 * 1024
const SIGNATURE = /^sha256=([0-9a-f]{64})$/

export const whatsAppWebhook: ChannelWebhook<WhatsAppSettings> = {
  bodyMax: BODY_BYTES_MAX,
  handshake: (query, settings, env) =>
    answerHandshake(query, settings.verifyToken ?? env.whatsApp.verifyToken),
  verify: ({ rawBody, headers }, settings, env) =>
    isSigned(rawBody, headers['x-hub-signature-256'], settings.appSecret ?? env.whatsApp.appSecret),
  partOf: (rawBody, endpoint) => {
    const read = readEnvelope(rawBody)
    return read.ok
      ? ownPart(read.envelope, rawBody, endpoint)
      : { kind: 'refuse', status: read.status }
  },
}

/** Meta asks once whether the address is ours: the challenge goes back as it came. */
export function answerHandshake(
  query: Record<string, unknown>,
  verifyToken: string | undefined,
): { status: 200; body: string } | { status: 400 | 403 } {
  const [mode, token, challenge] = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map(
    (name) => query[name],
  )
  if (typeof mode !== 'string' || typeof token !== 'string' || typeof challenge !== 'string') {
    return { status: 400 }
  }
  const isOurs = mode === 'subscribe' && verifyToken !== undefined && isSame(token, verifyToken)
  return isOurs ? { status: 200, body: challenge } : { status: 403 }
}

/** HMAC over the bytes as they came: re-written JSON has other bytes and another signature. */
export function isSigned(
  rawBody: Buffer,
  header: string | string[] | undefined,
  secret: string | undefined,
): boolean {
  const hex = typeof header === 'string' ? SIGNATURE.exec(header)?.[1] : undefined
  if (!hex || !secret) return false
  const expected = createHmac('sha256', secret).update(rawBody).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** What of a body is about this endpoint's number, or about its account as a whole. */
export function ownPart(
  envelope: Envelope,
  rawBody: Buffer,
  endpoint: ConnectedEndpoint<WhatsAppSettings>,
): WebhookPart {
  const isOwn = (entry: Entry, change: Change) => belongs(entry, change, endpoint)
  const own = envelope.entries
    .map((entry) => ({ ...entry, changes: entry.changes.filter((one) => isOwn(entry, one)) }))
    .filter((entry) => entry.changes.length > 0)
  if (own.length === 0) return { kind: 'drop', reason: 'unknown_number' }
  const isWhole = countChanges(own) === countChanges(envelope.entries)
  const raw = isWhole ? rawBody : toBody(own)
  return { kind: 'store', eventId: createHash('sha256').update(raw).digest('base64url'), raw }
}

function belongs(
  entry: Entry,
  change: Change,
  { settings }: ConnectedEndpoint<WhatsAppSettings>,
): boolean {
  const phoneNumberId = phoneNumberIdOf(change)
  if (phoneNumberId !== undefined) return phoneNumberId === settings.phoneNumberId
  return settings.wabaId !== undefined && entry.wabaId === settings.wabaId
}

function countChanges(entries: Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.changes.length, 0)
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
