import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import type { Channel } from './channel.ts'

/** Every channel there is, one line each. A kind that is missing cannot be connected yet. */
export const channels: Partial<Record<ChannelKind, Channel>> = {}

/** @throws when the channel is not built in; endpoints of it are never made */
export function getChannel(kind: ChannelKind): Channel {
  const channel = channels[kind]
  if (!channel) throw new Error(`No channel ${kind}`)
  return channel
}
