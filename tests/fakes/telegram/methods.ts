import { done, refused } from './answers.ts'
import type { Answer } from './answers.ts'
import { answerCallback } from './call-callback.ts'
import { deleteMessage, editCaption, editMarkup, editText } from './call-edit.ts'
import { getChat, getFile, sendAction } from './call-lookup.ts'
import { sendAlbum } from './call-album.ts'
import { sendFile } from './call-file.ts'
import { setReaction } from './call-reaction.ts'
import { sendContact, sendLocation, sendText } from './call-text.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './call-webhook.ts'
import { FILE_KINDS } from './file-content.ts'
import type { CallParams } from './params.ts'
import { toBotUser } from './post.ts'
import type { Bot, World } from './world.ts'

export type Call = { world: World; bot: Bot; params: CallParams }
type Method = (call: Call) => Answer | Promise<Answer>

const METHODS: Record<string, Method> = {
  getme: ({ bot }) => done({ ...toBotUser(bot), can_join_groups: true }),
  setwebhook: setWebhook,
  deletewebhook: deleteWebhook,
  getwebhookinfo: getWebhookInfo,
  getupdates: getUpdates,
  sendmessage: sendText,
  sendlocation: sendLocation,
  sendcontact: sendContact,
  sendmediagroup: sendAlbum,
  editmessagetext: editText,
  editmessagecaption: editCaption,
  editmessagereplymarkup: editMarkup,
  deletemessage: deleteMessage,
  setmessagereaction: setReaction,
  answercallbackquery: answerCallback,
  sendchataction: sendAction,
  getchat: getChat,
  getfile: getFile,
  setmycommands: () => done(true),
  ...Object.fromEntries(
    FILE_KINDS.map((kind) => [
      'send' + kind.replace('_', ''),
      (call: Call) => sendFile(call, kind),
    ]),
  ),
}

/** Run a method by its name in any case, and remember the call. */
export async function callMethod(
  world: World,
  bot: Bot,
  name: string,
  params: CallParams,
): Promise<Answer> {
  const method = METHODS[name.toLowerCase()]
  if (!method) return refused(404, 'method not found')
  const answer = await method({ world, bot, params })
  const { ok, description } = answer
  bot.calls.push({ method: name, params, at: world.clock.now(), ok, description })
  return answer
}
