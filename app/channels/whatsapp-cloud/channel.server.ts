import type { Channel } from '../channel.ts'
import { check, listTemplates, markRead } from './account.server.ts'
import { fetchMedia } from './media.server.ts'
import { react } from './react.server.ts'
import { receive } from './receive.server.ts'
import { send } from './send.server.ts'
import { deleteTemplate, submitTemplate } from './templates.server.ts'
import { toParts, whatsAppSettings } from './settings.ts'
import type { WhatsAppSettings } from './settings.ts'
import { whatsAppWebhook } from './webhook.server.ts'

/** WhatsApp Business Cloud API (contract whatsapp-cloud.md). */
export const whatsAppCloud: Channel<WhatsAppSettings> = {
  kind: 'whatsapp-cloud',
  settings: whatsAppSettings,
  toParts,
  webhook: whatsAppWebhook,
  receive,
  send,
  markRead,
  react,
  fetchMedia,
  check,
  listTemplates,
  submitTemplate,
  deleteTemplate,
}
