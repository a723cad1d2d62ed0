import { UnknownName } from '../http/control-call.ts'
import { rememberChat } from './chats.ts'
import type { ChatInfo, ChatState } from './chats.ts'
import { receiveAlbum, receiveEdit, receiveMessage } from './inbound.ts'
import { receiveBlock, receivePress } from './inbound-events.ts'
import type { Block, ButtonPress, InboundEdit, InboundMessage } from './inbound-schema.ts'
import { postUpdate, pump, pushUpdate } from './queue.ts'
import type { PendingUpdate, Update } from './queue.ts'
import { settingsPatch, telegramFault } from './settings.ts'
import type { SettingsPatch, TelegramFaultInput } from './settings.ts'
import { addBot, getBot } from './world.ts'
import type { Bot, BotConfig, World } from './world.ts'

/** How long a `deliver…` waits for its first attempt: a blocked queue may not have one. */
const FIRST_ATTEMPT_WAIT_MS = 5000

/** `status` is null when no attempt was made yet (blocked or held queue), 0 without an answer. */
export type Delivered = {
  updateId: number
  messageId: number | undefined
  callbackId: string | undefined
  status: number | null
}

/** Everything a test or the control address can do with the vendor, bound to one world. */
export function actionsOf(world: World) {
  return {
    ...inboundActions(world),
    ...networkActions(world),
    ...outboxActions(world),
    ...vendorActions(world),
  }
}
export type TelegramActions = ReturnType<typeof actionsOf>

/** What people do; each resolves after the first attempt of its update. */
function inboundActions(world: World) {
  const deliver = (token: string, receive: (bot: Bot) => PendingUpdate) => {
    const bot = getBot(world, token)
    return toDelivered(bot, receive(bot))
  }
  return {
    deliverMessage: (token: string, message: InboundMessage) =>
      deliver(token, (bot) => receiveMessage(world, bot, message)),
    deliverAlbum: (token: string, messages: InboundMessage[]) => {
      const bot = getBot(world, token)
      const entries = receiveAlbum(world, bot, messages)
      return Promise.all(entries.map((entry) => toDelivered(bot, entry)))
    },
    deliverEdit: (token: string, edit: InboundEdit) =>
      deliver(token, (bot) => receiveEdit(world, bot, edit)),
    pressButton: (token: string, press: ButtonPress) =>
      deliver(token, (bot) => receivePress(world, bot, press)),
    setBlocked: (token: string, block: Block) =>
      deliver(token, (bot) => receiveBlock(world, bot, block)),
    /** Any update, also of a kind that does not exist yet; an id is given when it has none. */
    deliverUpdate: (token: string, content: Record<string, unknown>) => {
      const bot = getBot(world, token)
      const update: Update = { update_id: bot.nextUpdateId, ...content }
      bot.nextUpdateId = Math.max(bot.nextUpdateId, update.update_id) + 1
      return toDelivered(bot, pushUpdate(world, bot, update))
    },
  }
}

/** What the network does. */
function networkActions(world: World) {
  return {
    /** Queue an update again under its old id. */
    redeliver: (token: string, updateId: number) => {
      const bot = getBot(world, token)
      const known = bot.updates.find((one) => one.update.update_id === updateId)
      if (!known) throw new UnknownName(`no update ${updateId}`)
      return toDelivered(bot, pushUpdate(world, bot, known.update))
    },
    /** One POST past all queues; `secretToken` null leaves the header out. */
    deliverRaw: (token: string, body: string, options: { secretToken?: string | null } = {}) => {
      const { webhook } = getBot(world, token)
      if (!webhook) throw new UnknownName('the bot has no webhook')
      const own = options.secretToken === undefined ? webhook.secretToken : options.secretToken
      return postUpdate(world, webhook.url, body, { secretToken: own ?? undefined })
    },
    /** Keep updates of a kind (`message`, `callback_query` …) back, so that others overtake. */
    holdUpdates: (token: string, kind: string) => void getBot(world, token).held.add(kind),
    releaseUpdates: (token: string) => {
      const bot = getBot(world, token)
      bot.held.clear()
      pump(world, bot)
    },
    /** Every update with its attempts, oldest first. */
    updates: (token: string) =>
      getBot(world, token).updates.map(({ update, kind, state, attempts }) => ({
        ...{ update, kind, state, attempts },
      })),
    pendingCount: (token: string) => getBot(world, token).pending.length,
    /** Resolves when no queue has anything left to try; a failing receiver keeps it waiting. */
    settled: () => world.background.settled(),
  }
}

/** What the bot's own calls left behind. */
function outboxActions(world: World) {
  return {
    /** The bot's messages as they stand now (edited, without deleted ones), oldest first. */
    sent: (token: string, filter: { chatId?: number; after?: number } = {}) => {
      const bot = getBot(world, token)
      return bot.messages.filter(
        (one) =>
          one.from?.id === bot.id &&
          (filter.chatId ?? one.chat.id) === one.chat.id &&
          one.message_id > (filter.after ?? 0),
      )
    },
    /** Every call that reached its method, accepted or refused, oldest first. */
    calls: (token: string, method?: string) =>
      getBot(world, token).calls.filter(
        (one) => one.method.toLowerCase() === (method ?? one.method).toLowerCase(),
      ),
    callbackAnswer: (token: string, callbackId: string) =>
      getBot(world, token).callbacks.get(callbackId)?.answer,
    findFile: (token: string, fileId: string) => world.bots.get(token)?.files.get(fileId),
  }
}

/** Configuration, chats, faults, time. */
function vendorActions(world: World) {
  return {
    addBot: (config: BotConfig) => {
      pump(world, addBot(world, config))
    },
    bots: () => [...world.bots.values()].map(({ id, username }) => ({ id, username })),
    webhook: (token: string) => getBot(world, token).webhook,
    /** Somebody else sets the webhook with the same token. */
    stealWebhook: (token: string, url: string) => {
      const webhook = { url, maxConnections: 40, allowedUpdates: [] }
      getBot(world, token).webhook = webhook
    },
    addChat: (token: string, { state, ...info }: ChatInfo & { state?: ChatState }) => {
      const chat = rememberChat(getBot(world, token), info)
      if (state) chat.state = state
    },
    /** A group becomes a supergroup: the old id answers 400 with migrate_to_chat_id. */
    migrateChat: (token: string, chatId: number, toChatId: number) => {
      const bot = getBot(world, token)
      const title = bot.chats.get(chatId)?.title
      rememberChat(bot, { id: toChatId, type: 'supergroup', title })
      rememberChat(bot, { id: chatId, type: 'group', title }).migratedTo = toChatId
    },
    configure: (patch: SettingsPatch) => {
      world.settings = { ...world.settings, ...settingsPatch.parse(patch) }
    },
    fail: (fault: TelegramFaultInput) => world.faults.add(telegramFault.parse(fault)),
    faults: () => world.faults.list(),
    clearFaults: () => world.faults.clear(),
    advanceClock: (ms: number) => world.clock.advance(ms),
  }
}

async function toDelivered(bot: Bot, entry: PendingUpdate): Promise<Delivered> {
  if (bot.webhook && !bot.held.has(entry.kind)) await firstAttempt(entry)
  const content = entry.update[entry.kind] as { message_id?: number; id?: string } | undefined
  return {
    updateId: entry.update.update_id,
    messageId: content?.message_id,
    callbackId: entry.kind === 'callback_query' ? content?.id : undefined,
    status: entry.attempts[0]?.status ?? null,
  }
}

async function firstAttempt(entry: PendingUpdate): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FIRST_ATTEMPT_WAIT_MS)
  })
  await Promise.race([entry.attempted, patience])
  clearTimeout(timer)
}
