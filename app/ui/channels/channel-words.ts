import type { ChannelName } from '../channel-icon.tsx'
import type { MessageKey } from '#app/i18n/translate.ts'

/** What each kind of channel is called, and what it is when one chooses. */
export const channelWords: Record<ChannelName, { name: MessageKey; lead: MessageKey }> = {
  'whatsapp-cloud': { name: 'common.channelWhatsapp', lead: 'channels.add_whatsappLead' },
  telegram: { name: 'common.channelTelegram', lead: 'channels.add_telegramLead' },
  'web-chat': { name: 'common.channelWebChat', lead: 'channels.add_webChatLead' },
}
