import { z } from 'zod'

/** Days for which a company that was deleted can be had back. */
const days = z.number().int().min(1).max(90)

/**
 * What the platform's people decide for the whole installation. Each key has a type, which also
 * guards what is read back, and what counts until somebody decides.
 */
export const platformSettings = {
  signUp: { type: z.enum(['open', 'closed']), initial: 'open' },
  deletionGraceDays: { type: days, initial: 14 },
  supportEmail: { type: z.union([z.literal(''), z.email()]), initial: '' },
  /** E.164 */
  supportPhone: { type: z.union([z.literal(''), z.string().regex(/^\+\d{7,15}$/)]), initial: '' },
  /** who stands on invoices; empty as the installation was deployed */
  sellerName: { type: z.string().max(120), initial: '' },
  sellerAddress: { type: z.string().max(400), initial: '' },
  sellerTaxNumber: { type: z.string().max(40), initial: '' },
  /** value added tax on new invoices, percent; Kenya's standard rate (VAT Act 2013) */
  taxPercent: { type: z.number().int().min(0).max(50), initial: 16 },
  /** free days of a new plan */
  trialDays: { type: z.number().int().min(0).max(90), initial: 14 },
  supportMinutesMax: { type: z.union([z.literal(15), z.literal(30), z.literal(60)]), initial: 60 },
} as const satisfies Record<string, { type: z.ZodType; initial: unknown }>

export type SettingName = keyof typeof platformSettings
export type PlatformSettings = {
  -readonly [K in SettingName]: z.infer<(typeof platformSettings)[K]['type']>
}

export const settingNames = Object.keys(platformSettings) as SettingName[]
