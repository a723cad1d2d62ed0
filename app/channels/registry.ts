import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import type { Channel } from './channel.ts'
import { telegram } from './telegram/channel.server.ts'
import { webChat } from './web-chat/channel.server.ts'
import { whatsAppCloud } from './whatsapp-cloud/channel.server.ts'

/** Every channel there is, one line each. */
export const channels = {
  'whatsapp-cloud': whatsAppCloud,
  telegram,
  'web-chat': webChat,
} satisfies Record<ChannelKind, Channel>

export function findChannel(kind: string): Channel | undefined {
  return (channels as Partial<Record<string, Channel>>)[kind]
}

/** @throws when the channel is not built in; endpoints of it are never made */
export function getChannel(kind: string): Channel {
  const channel = findChannel(kind)
  if (!channel) throw new Error(`No channel ${kind}`)
  return channel
}
