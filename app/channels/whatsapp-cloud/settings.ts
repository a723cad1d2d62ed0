import { z } from 'zod'
import type { SettingsParts } from '../channel.ts'

/** Meta's ids are decimal strings beyond what a number can hold. */
const metaId = z
  .string()
  .trim()
  .regex(/^\d{1,32}$/)

/** What an owner types in to connect a number. */
export const whatsAppSettings = z.strictObject({
  phoneNumberId: metaId,
  /** without it templates cannot be listed */
  wabaId: metaId.optional(),
  accessToken: z.string().trim().min(1).max(2000),
  /** with it the number is reached only at its own address */
  appSecret: z.string().trim().min(1).max(500).optional(),
  verifyToken: z.string().trim().min(1).max(500).optional(),
  displayPhoneNumber: z.string().trim().min(1).max(40).optional(),
})

export type WhatsAppSettings = z.infer<typeof whatsAppSettings>

export function toParts(settings: WhatsAppSettings): SettingsParts {
  const { phoneNumberId, wabaId, displayPhoneNumber, ...secrets } = settings
  return {
    externalId: phoneNumberId,
    config: { phoneNumberId, wabaId, displayPhoneNumber },
    secrets,
    hasOwnSecret: settings.appSecret !== undefined,
    name: displayPhoneNumber ?? `WhatsApp ${phoneNumberId.slice(-4)}`,
  }
}
