import { z } from 'zod'
import { faultBase } from '../http/faults.ts'

const settings = z.strictObject({
  /** Refuse faster sending than the published guidance (1/s a chat, 30/s a bot, 20/min a group). */
  rateLimits: z.boolean(),
  /** Post every update a second time after its success. */
  duplicateUpdates: z.boolean(),
  webhookTimeoutMs: z.number().int().positive(),
  /** How long a setWebhook is in flight. */
  setWebhookMs: z.number().int().min(0),
})
export type Settings = z.output<typeof settings>
export const settingsPatch = settings.partial()
export type SettingsPatch = z.output<typeof settingsPatch>

export const DEFAULT_SETTINGS: Settings = {
  rateLimits: false,
  duplicateUpdates: false,
  webhookTimeoutMs: 30_000,
  setWebhookMs: 0,
}

/** Faults of the API. Facts to match on: `method` (lower case), `chatId`, `botId`. */
export const telegramFault = faultBase.extend({
  errorCode: z.number().int().min(400).max(599).default(500),
  /** Text after the code's own words, such as `bot was blocked by the user`. */
  description: z.string().optional(),
  retryAfter: z.number().int().positive().optional(),
  migrateTo: z.number().int().negative().optional(),
})
export type TelegramFault = z.output<typeof telegramFault>
export type TelegramFaultInput = z.input<typeof telegramFault>
