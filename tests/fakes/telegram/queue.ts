import { callReceiver } from '../http/post.ts'
import type { PostResult } from '../http/post.ts'
import type { Bot, Webhook, World } from './world.ts'

const SECOND_MS = 1000
const HOUR_MS = 3600 * SECOND_MS
/** Lifetimes and delays of the vendor's own server (contract, section 3). */
const UPDATE_LIFE_MS = 24 * HOUR_MS
const CALLBACK_LIFE_MS = 150 * SECOND_MS
const FIRST_DELAY_MS = SECOND_MS
const RETRY_AFTER_MAX_MS = HOUR_MS
const GONE_LIMIT_MS = 23 * HOUR_MS
/** Not delivered unless asked for by name. */
const OPT_IN_UPDATES = ['chat_member', 'message_reaction', 'message_reaction_count']

export type Update = { update_id: number; [kind: string]: unknown }

export type PendingUpdate = {
  update: Update
  kind: string
  /** Updates of one key are delivered strictly one after the other. */
  key: string
  createdAt: number
  state: 'pending' | 'delivered' | 'expired' | 'unwanted' | 'dropped'
  attempts: Array<{ at: number; status: number; error?: string }>
  /** Resolves after the first attempt, or when the update is given up before one. */
  attempted: Promise<void>
  markAttempted: () => void
}

/** Queue an update and start delivering; returns at once. */
export function pushUpdate(world: World, bot: Bot, update: Update): PendingUpdate {
  let markAttempted = () => {}
  const attempted = new Promise<void>((resolve) => (markAttempted = resolve))
  const kind = Object.keys(update).find((name) => name !== 'update_id') ?? ''
  const createdAt = world.clock.now()
  const state = isWanted(bot.webhook, kind) ? 'pending' : 'unwanted'
  const entry: PendingUpdate = {
    ...{ update, kind, key: queueOf(kind, update[kind]), createdAt, state, attempts: [] },
    ...{ attempted, markAttempted },
  }
  bot.updates.push(entry)
  if (state === 'unwanted') markAttempted()
  else bot.pending.push(entry)
  pump(world, bot)
  return entry
}

/** Start a runner for every queue that has something to deliver, within max_connections. */
export function pump(world: World, bot: Bot): void {
  for (const { key, kind } of bot.pending) {
    if (!bot.webhook || bot.held.has(kind) || bot.running.has(key)) continue
    if (bot.running.size - bot.waiting >= bot.webhook.maxConnections) return
    bot.running.add(key)
    world.background.run(async () => {
      await runQueue(world, bot, key)
      bot.running.delete(key)
      pump(world, bot)
    })
  }
}

/** Forget everything that waits, as `drop_pending_updates` asks. */
export function dropPending(bot: Bot): void {
  for (const entry of bot.pending) finish(bot, entry, 'dropped')
}

async function runQueue(world: World, bot: Bot, key: string): Promise<void> {
  // The cap is drawn once per queue so that many chats do not retry in step.
  const capMs = (60 + Math.random() * 60) * SECOND_MS
  let delayMs = FIRST_DELAY_MS
  for (;;) {
    const entry = bot.pending.find((one) => one.key === key)
    if (!entry || !bot.webhook || bot.held.has(entry.kind)) return
    if (isExpired(world, entry)) {
      finish(bot, entry, 'expired')
      continue
    }
    const result = await attempt(world, bot, bot.webhook, entry)
    if (isSuccess(result)) {
      if (world.settings.duplicateUpdates) await attempt(world, bot, bot.webhook, entry)
      finish(bot, entry, 'delivered')
      world.runReply(bot, result.body)
      delayMs = FIRST_DELAY_MS
      continue
    }
    noteFailure(world, bot, result)
    if (!(await pause(world, bot, retryAfterOf(result) ?? delayMs))) return
    delayMs = Math.min(delayMs * 2, capMs)
  }
}

async function attempt(
  world: World,
  bot: Bot,
  webhook: Webhook,
  entry: PendingUpdate,
): Promise<PostResult> {
  const result = await postUpdate(world, webhook.url, JSON.stringify(entry.update), webhook)
  entry.attempts.push({ at: world.clock.now(), status: result.status, error: result.error })
  entry.markAttempted()
  if (isSuccess(result)) bot.goneSince = undefined
  return result
}

/** One POST to the receiver, outside any queue. */
export function postUpdate(
  world: World,
  url: string,
  body: string,
  { secretToken }: { secretToken?: string },
): Promise<PostResult> {
  const secret: Record<string, string> = secretToken
    ? { 'x-telegram-bot-api-secret-token': secretToken }
    : {}
  return callReceiver(url, {
    headers: { 'content-type': 'application/json', ...secret },
    body: Buffer.from(body, 'utf8'),
    timeoutMs: world.settings.webhookTimeoutMs,
  })
}

function noteFailure(world: World, bot: Bot, result: PostResult) {
  const at = world.clock.now()
  const message = result.error ?? `Wrong response from the webhook: ${result.status}`
  bot.lastError = { at, message }
  bot.goneSince = result.status === 410 ? (bot.goneSince ?? at) : undefined
  const isGone =
    bot.goneSince !== undefined && at - bot.goneSince >= GONE_LIMIT_MS * world.timeScale
  if (isGone) bot.webhook = undefined
}

async function pause(world: World, bot: Bot, delayMs: number): Promise<boolean> {
  bot.waiting += 1
  pump(world, bot)
  const isAlive = await world.background.sleep(delayMs * world.timeScale)
  bot.waiting -= 1
  return isAlive
}

function finish(bot: Bot, entry: PendingUpdate, state: PendingUpdate['state']) {
  entry.state = state
  entry.markAttempted()
  bot.pending = bot.pending.filter((one) => one !== entry)
}

/** Button presses queue per person, everything else per chat; each kind has its own queues. */
function queueOf(kind: string, content: unknown): string {
  const { chat, from } = (content ?? {}) as Record<'chat' | 'from', { id?: unknown } | undefined>
  const owner = kind === 'callback_query' ? from : (chat ?? from)
  return `${kind}:${String(owner?.id)}`
}

/** Counted from when the update was made; the vendor counts messages from their own date. */
function isExpired(world: World, entry: PendingUpdate): boolean {
  const lifeMs = entry.kind === 'callback_query' ? CALLBACK_LIFE_MS : UPDATE_LIFE_MS
  return world.clock.now() - entry.createdAt >= lifeMs * world.timeScale
}

function isWanted(webhook: Webhook | undefined, kind: string): boolean {
  const asked = webhook?.allowedUpdates ?? []
  return asked.length > 0 ? asked.includes(kind) : !OPT_IN_UPDATES.includes(kind)
}

function isSuccess(result: PostResult): boolean {
  return result.status >= 200 && result.status < 300
}

function retryAfterOf(result: PostResult): number | undefined {
  const seconds = Number(result.headers['retry-after'])
  if (!Number.isFinite(seconds) || seconds < 0) return undefined
  return Math.min(seconds * SECOND_MS, RETRY_AFTER_MAX_MS)
}
