import { bytes } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { answerWithFault } from '../http/faults.ts'
import { refused, toReply, tooMany } from './answers.ts'
import type { Answer, Refusal } from './answers.ts'
import { findShared } from './files.ts'
import { callMethod } from './methods.ts'
import { readParams, textOf } from './params.ts'
import type { TelegramFault } from './settings.ts'
import type { Bot, World } from './world.ts'

const TOKEN_MAX = 80

/** Answer `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export async function answerApi(world: World, request: FakeRequest): Promise<FakeReply> {
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.path)
  if (file) return answerFile(world, file[1] ?? '', file[2] ?? '')
  const call = /^\/bot(.+)\/([^/]+)$/.exec(request.path)
  if (!call || !/^(GET|POST)$/.test(request.method)) return toReply(refused(404))
  const found = findByToken(world, call[1] ?? '')
  if (!found.ok) return toReply(found.refusal)
  return answerCall(world, found.bot, call[2] ?? '', request)
}

async function answerCall(
  world: World,
  bot: Bot,
  name: string,
  request: FakeRequest,
): Promise<FakeReply> {
  const params = await readParams(request)
  if (!params) return toReply(refused(400, "can't parse request body"))
  const chatId = params.chat_id === undefined ? undefined : textOf(params.chat_id)
  const facts = { method: name.toLowerCase(), chatId, botId: String(bot.id) }
  const fault = world.faults.take(facts)
  return answerWithFault(
    fault,
    (one) => toReply(toRefusal(one)),
    async () => toReply(await callMethod(world, bot, name, params)),
  )
}

function answerFile(world: World, token: string, path: string): FakeReply {
  const found = findByToken(world, token)
  if (!found.ok) return toReply(found.refusal)
  const file = findShared(world, found.bot, path)
  return file ? bytes(file.bytes, 'application/octet-stream') : toReply(refused(404))
}

function findByToken(
  world: World,
  token: string,
): { ok: true; bot: Bot } | { ok: false; refusal: Refusal } {
  const isMalformed =
    token.length > TOKEN_MAX || token.startsWith('0') || token.includes('/') || !token.includes(':')
  if (isMalformed) return { ok: false, refusal: refused(401, 'invalid token specified') }
  const bot = world.bots.get(token)
  return bot ? { ok: true, bot } : { ok: false, refusal: refused(401) }
}

function toRefusal(fault: TelegramFault): Answer {
  if (fault.migrateTo !== undefined) {
    const parameters = { migrate_to_chat_id: fault.migrateTo }
    return refused(400, 'group chat was upgraded to a supergroup chat', parameters)
  }
  if (fault.errorCode === 429 || fault.retryAfter !== undefined) {
    return tooMany(fault.retryAfter ?? 1)
  }
  return refused(fault.errorCode, fault.description)
}
