import { z } from 'zod'
import { createBackground } from '../http/background.ts'
import type { Background } from '../http/background.ts'
import { createClock } from '../http/clock.ts'
import type { Clock } from '../http/clock.ts'
import { UnknownName } from '../http/control-call.ts'
import { createFaults } from '../http/faults.ts'
import type { FaultSwitch } from '../http/faults.ts'
import type { Chat, Message } from './chats.ts'
import type { StoredFile } from './files.ts'
import type { PendingUpdate } from './queue.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import type { Settings, TelegramFault } from './settings.ts'

export const botSchema = z.object({
  token: z.string().regex(/^[1-9]\d*:[A-Za-z0-9_-]+$/),
  username: z.string().min(1),
  firstName: z.string().optional(),
  /** Taken as already set: the rules of setWebhook are not applied to it. */
  webhookUrl: z.url().optional(),
  secretToken: z.string().optional(),
  /** People it has never heard of count as having written first: for a demo with a simulator. */
  takesStrangers: z.boolean().optional(),
})
export type BotConfig = z.output<typeof botSchema>

export type Webhook = {
  url: string
  secretToken?: string
  maxConnections: number
  allowedUpdates: string[]
}

export type ApiCall = {
  method: string
  params: Record<string, unknown>
  at: number
  ok: boolean
  description?: string
}

export type Bot = {
  token: string
  id: number
  username: string
  firstName: string
  takesStrangers: boolean
  webhook: Webhook | undefined
  isSettingWebhook: boolean
  lastError: { at: number; message: string } | undefined
  goneSince: number | undefined
  chats: Map<number, Chat>
  messages: Message[]
  files: Map<string, StoredFile>
  callbacks: Map<string, { at: number; answer?: unknown }>
  calls: ApiCall[]
  sendTimes: Array<{ chatId: number; at: number }>
  nextUpdateId: number
  /** Every update ever made; `pending` are those not yet delivered, oldest first. */
  updates: PendingUpdate[]
  pending: PendingUpdate[]
  /** Queues with a runner, and how many of those only wait for a retry. */
  running: Set<string>
  waiting: number
  held: Set<string>
}

export type World = {
  settings: Settings
  allowInsecureWebhooks: boolean
  /** Factor on retry delays and lifetimes: 0.001 makes a second a millisecond. */
  timeScale: number
  clock: Clock
  background: Background
  bots: Map<string, Bot>
  faults: FaultSwitch<TelegramFault>
  /** Runs the call a receiver wrote into its answer; set when the fake starts. */
  runReply: (bot: Bot, body: string) => void
}

/** A vendor without bots. */
export function createWorld(options: {
  allowInsecureWebhooks?: boolean
  timeScale?: number
}): World {
  return {
    settings: DEFAULT_SETTINGS,
    allowInsecureWebhooks: options.allowInsecureWebhooks ?? false,
    timeScale: options.timeScale ?? 1,
    clock: createClock(),
    background: createBackground(),
    bots: new Map(),
    faults: createFaults<TelegramFault>(),
    runReply: () => {},
  }
}

/** Register a bot; an existing one keeps its chats and gets the new webhook when one is given. */
export function addBot(world: World, input: BotConfig): Bot {
  const { token, username, firstName, webhookUrl, secretToken, takesStrangers } =
    botSchema.parse(input)
  const bot = world.bots.get(token) ?? createBot(token)
  bot.username = username
  bot.firstName = firstName ?? username
  bot.takesStrangers = takesStrangers ?? bot.takesStrangers
  if (webhookUrl) {
    bot.webhook = { url: webhookUrl, secretToken, maxConnections: 40, allowedUpdates: [] }
  }
  world.bots.set(token, bot)
  return bot
}

/** The bot, or an `UnknownName` (404 over the control address). */
export function getBot(world: World, token: string): Bot {
  const bot = world.bots.get(token)
  if (!bot) throw new UnknownName('no such bot')
  return bot
}

function createBot(token: string): Bot {
  return {
    token,
    id: Number(token.split(':')[0]),
    username: '',
    firstName: '',
    takesStrangers: false,
    webhook: undefined,
    isSettingWebhook: false,
    lastError: undefined,
    goneSince: undefined,
    chats: new Map(),
    messages: [],
    files: new Map(),
    callbacks: new Map(),
    calls: [],
    sendTimes: [],
    nextUpdateId: 10_000,
    updates: [],
    pending: [],
    running: new Set(),
    waiting: 0,
    held: new Set(),
  }
}
