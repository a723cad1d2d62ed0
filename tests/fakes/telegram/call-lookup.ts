import { done, refused } from './answers.ts'
import type { Answer } from './answers.ts'
import { openChat, toChatInfo } from './chats.ts'
import { DOWNLOAD_MAX_BYTES, shareFile } from './files.ts'
import type { Call } from './methods.ts'

const ACTIONS =
  /^(typing|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)|choose_sticker|find_location)$/

/** sendChatAction */
export function sendAction({ bot, params }: Call): Answer {
  const opened = openChat(bot, params.chat_id)
  if (!opened.ok) return opened.refusal
  if (!ACTIONS.test(String(params.action))) return refused(400, 'wrong parameter action in request')
  return done(true)
}

/** getChat */
export function getChat({ bot, params }: Call): Answer {
  const opened = openChat(bot, params.chat_id)
  return opened.ok ? done(toChatInfo(opened.chat)) : opened.refusal
}

/** getFile: the address works for an hour, up to 20 MB. */
export function getFile({ world, bot, params }: Call): Answer {
  const file = bot.files.get(String(params.file_id))
  if (!file) return refused(400, 'wrong file_id or the file is temporarily unavailable')
  if (file.size > DOWNLOAD_MAX_BYTES) return refused(400, 'file is too big')
  return done(shareFile(world, file))
}
