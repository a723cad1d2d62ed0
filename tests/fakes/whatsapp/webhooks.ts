import { toAsciiJson } from '../http/ascii-json.ts'
import { callReceiver } from '../http/post.ts'
import type { PostResult } from '../http/post.ts'
import { noteInbound } from './reply-window.ts'
import { signMeta } from './sign.ts'
import type { WaNumber, World } from './world.ts'

export type Delivery = {
  phoneNumberId: string
  url: string
  body: string
  headers: Record<string, string>
  state: 'held' | 'pending' | 'delivered' | 'gave_up' | 'no_webhook'
  /** HTTP status and answer of every attempt; status 0 = no answer. */
  attempts: Array<{ at: number; status: number; body: string; error?: string }>
}

export type SendOptions = {
  /** A ready header value, or null to leave the header out. */
  signature?: string | null
  /** Sign with this secret instead of the number's or the app's. */
  secret?: string
  headers?: Record<string, string>
  url?: string
}

/** Post a payload, signed over its exact bytes; resolves after the first attempt. */
export async function postWebhook(
  world: World,
  number: WaNumber,
  payload: unknown,
  options: SendOptions = {},
): Promise<Delivery> {
  const bytes = typeof payload === 'string' ? payload : toAsciiJson(payload)
  const url = options.url ?? number.webhookUrl ?? ''
  const delivery: Delivery = {
    phoneNumberId: number.phoneNumberId,
    url,
    body: bytes,
    headers: headersFor(world, number, bytes, options),
    state: url ? 'pending' : 'no_webhook',
    attempts: [],
  }
  world.deliveries.push(delivery)
  if (isGenuine(options)) noteInbound(world, bytes)
  if (!url) return delivery
  if (!world.held) return attemptFirst(world, delivery)
  delivery.state = 'held'
  world.held.push(delivery)
  return delivery
}

/** Park deliveries from now on, as a network that delays them would. */
export function holdDeliveries(world: World): void {
  world.held ??= []
}

/** Post what was parked, one after the other, in the kept or the opposite order. */
export async function releaseDeliveries(
  world: World,
  options: { reversed?: boolean } = {},
): Promise<Delivery[]> {
  const parked = world.held ?? []
  world.held = undefined
  if (options.reversed) parked.reverse()
  for (const delivery of parked) await attemptFirst(world, delivery)
  return parked
}

async function attemptFirst(world: World, delivery: Delivery): Promise<Delivery> {
  delivery.state = 'pending'
  const done = await attempt(world, delivery)
  if (done && world.settings.duplicateDeliveries) await attempt(world, delivery)
  if (!done) world.background.run(() => retry(world, delivery))
  return delivery
}

async function retry(world: World, delivery: Delivery): Promise<void> {
  let delayMs = world.settings.retryBaseMs
  for (let count = 0; count < world.settings.maxRetries; count += 1) {
    if (!(await world.background.sleep(delayMs))) return
    if (await attempt(world, delivery)) return
    delayMs = Math.min(delayMs * 2, world.settings.retryMaxMs)
  }
  delivery.state = 'gave_up'
}

/** True when the receiver answered 200: anything else, also 201 or a redirect, is redelivered. */
async function attempt(world: World, delivery: Delivery): Promise<boolean> {
  const result: PostResult = await callReceiver(delivery.url, {
    headers: delivery.headers,
    body: Buffer.from(delivery.body, 'utf8'),
    timeoutMs: world.settings.webhookTimeoutMs,
  })
  const { status, body, error } = result
  delivery.attempts.push({ at: world.clock.now(), status, body, error })
  if (status !== 200) return false
  delivery.state = 'delivered'
  return true
}

/** A forged body is not something a customer wrote: it opens no window. */
function isGenuine(options: SendOptions): boolean {
  return options.signature === undefined && options.secret === undefined
}

function headersFor(world: World, number: WaNumber, bytes: string, options: SendOptions) {
  const secret = options.secret ?? number.appSecret ?? world.appSecret
  const signature = options.signature === undefined ? signMeta(secret, bytes) : options.signature
  return {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
    ...options.headers,
  }
}
