import { z } from 'zod'
import { faultBase } from '../http/faults.ts'

/** How the statuses of an accepted message play out. */
const statusFlow = z.object({
  upTo: z.enum(['sent', 'delivered', 'read', 'played']).default('read'),
  skipDelivered: z.boolean().default(false),
  reversed: z.boolean().default(false),
  duplicate: z.boolean().default(false),
  /** All statuses in one POST, each in an entry of its own. */
  batched: z.boolean().default(false),
  /** Post them before the send is answered, so that they overtake the answer. */
  early: z.boolean().default(false),
  delayMs: z.number().int().min(0).max(60_000).default(10),
})

export const settingsSchema = z.object({
  statuses: z.enum(['auto', 'manual']).default('auto'),
  statusFlow: statusFlow.prefault({}),
  /** Free text outside 24 h: refused at once, accepted and then failed, or let through. */
  window: z.enum(['reject', 'status', 'off']).default('reject'),
  /** Whether read marks must name a message that this fake delivered. */
  readMarks: z.enum(['known', 'any']).default('known'),
  throughputPerSecond: z.number().int().positive().nullable().default(80),
  pairIntervalMs: z.number().int().positive().nullable().default(null),
  duplicateDeliveries: z.boolean().default(false),
  retryBaseMs: z.number().int().positive().default(1000),
  maxRetries: z.number().int().min(0).max(50).default(8),
  webhookTimeoutMs: z.number().int().positive().default(20_000),
})
export type Settings = z.output<typeof settingsSchema>

const patchFlow = z.partialRecord(statusFlow.keyof(), z.unknown())

/** A patch of settings; `statusFlow` may be partial too. */
export const settingsPatch = z
  .partialRecord(settingsSchema.keyof(), z.unknown())
  .and(z.object({ statusFlow: patchFlow.optional() }))
export type SettingsPatch = Partial<Omit<Settings, 'statusFlow'>> & {
  statusFlow?: Partial<Settings['statusFlow']>
}

/** Merge a patch into settings; throws a ZodError when a value does not fit. */
export function mergeSettings(current: Settings, patch: z.output<typeof settingsPatch>): Settings {
  const statusFlow = { ...current.statusFlow, ...patch.statusFlow }
  return settingsSchema.parse({ ...current, ...patch, statusFlow })
}

/**
 * Faults of the API. Facts to match on: `route` (messages, read, media, templates, other),
 * `phoneNumberId`, `to`. `failed-status` accepts the message and then reports `code`.
 */
export const whatsAppFault = faultBase.extend({
  kind: z.enum(['error', 'hang', 'drop', 'accept-then-drop', 'latency', 'failed-status']),
  code: z.number().int().default(131000),
  subcode: z.number().int().optional(),
  status: z.number().int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  details: z.string().optional(),
})
export type WhatsAppFault = z.output<typeof whatsAppFault>
export type WhatsAppFaultInput = z.input<typeof whatsAppFault>
