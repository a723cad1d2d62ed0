import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'

export type ReplyWindow = {
  isOpen: boolean
  /** UTC ms; null when the channel has no window or the customer never wrote */
  closesAt: number | null
}

/**
 * Whether free text may go out now. Counts from the provider's time of the customer's last
 * message on this endpoint; outside of it only approved templates may be sent.
 *
 * @param now UTC ms
 */
export function replyWindow(
  conversation: { lastInboundProviderAt: number | null },
  channel: string,
  now: number = Date.now(),
): ReplyWindow {
  const rules = channelRules[channel as ChannelKind] as
    (typeof channelRules)[ChannelKind] | undefined
  if (!rules || rules.replyWindowMs === null) return { isOpen: true, closesAt: null }
  const last = conversation.lastInboundProviderAt
  if (last === null) return { isOpen: false, closesAt: null }
  const closesAt = last + rules.replyWindowMs
  return { isOpen: now < closesAt, closesAt }
}
