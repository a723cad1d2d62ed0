import { setImmediate } from 'node:timers/promises'
import type { Channel } from '../channel.ts'
import { receive } from './receive.ts'
import { toParts, webChatSettings } from './settings.ts'
import type { WebChatSettings } from './settings.ts'
import { signalTyping } from './typing.ts'

/**
 * The chat on a company's website. There is no vendor: what is stored is sent, the visitor's
 * page fetches it from us, and its receipts move the message on.
 */
export const webChat: Channel<WebChatSettings> = {
  kind: 'web-chat',
  settings: webChatSettings,
  toParts,
  receive,
  send: async (message) => {
    // Messages that wait their turn look first whether it is theirs: an answer in the very same
    // turn of the loop would come before that, and wake nobody.
    await setImmediate()
    return { kind: 'accepted', providerId: `out:${message.id}`, at: Date.now() }
  },
  // The visitor's page hears of the change as of any other.
  react: () => Promise.resolve({ kind: 'done' }),
  edit: () => Promise.resolve({ kind: 'done' }),
  remove: () => Promise.resolve({ kind: 'done' }),
  markRead: async ({ to, isTyping }, endpoint) => {
    if (isTyping && to.userId) signalTyping(endpoint.key, to.userId)
  },
}
