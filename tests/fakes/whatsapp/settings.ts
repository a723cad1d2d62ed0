import { z } from 'zod'
import { faultBase } from '../http/faults.ts'

/** How the statuses of an accepted message play out. */
const statusFlow = z.strictObject({
  upTo: z.enum(['sent', 'delivered', 'read', 'played']),
  skipDelivered: z.boolean(),
  reversed: z.boolean(),
  duplicate: z.boolean(),
  /** All statuses in one POST, each in an entry of its own. */
  batched: z.boolean(),
  /** Post them before the send is answered, so that they overtake the answer. */
  early: z.boolean(),
  delayMs: z.number().int().min(0).max(60_000),
})

const settings = z.strictObject({
  statuses: z.enum(['auto', 'manual']),
  statusFlow,
  /** Free text outside 24 h: refused at once, accepted and then failed, or let through. */
  window: z.enum(['reject', 'status', 'off']),
  /** Whether read marks must name a message that this fake delivered. */
  readMarks: z.enum(['known', 'any']),
  /** After so many ms a template is reviewed by itself; null: by whoever plays the vendor. */
  reviewMs: z.number().int().min(0).max(600_000).nullable(),
  throughputPerSecond: z.number().int().positive().nullable(),
  pairIntervalMs: z.number().int().positive().nullable(),
  duplicateDeliveries: z.boolean(),
  retryBaseMs: z.number().int().positive(),
  /** Meta retries for 7 days; the doubling delay stops growing here. */
  retryMaxMs: z.number().int().positive(),
  maxRetries: z.number().int().min(0).max(50),
  webhookTimeoutMs: z.number().int().positive(),
})
export type Settings = z.output<typeof settings>

/** The vendor as it behaves by itself; 80 messages a second is its documented throughput. */
export const DEFAULT_SETTINGS: Settings = {
  statuses: 'auto',
  statusFlow: {
    upTo: 'read',
    skipDelivered: false,
    reversed: false,
    duplicate: false,
    batched: false,
    early: false,
    delayMs: 10,
  },
  window: 'reject',
  readMarks: 'known',
  reviewMs: null,
  throughputPerSecond: 80,
  pairIntervalMs: null,
  duplicateDeliveries: false,
  retryBaseMs: 1000,
  retryMaxMs: 60_000,
  maxRetries: 8,
  webhookTimeoutMs: 20_000,
}

/** Some settings; `statusFlow` may be partial too, an unknown name is refused. */
export const settingsPatch = settings.partial().extend({
  statusFlow: statusFlow.partial().optional(),
})
export type SettingsPatch = z.output<typeof settingsPatch>

/** Merge a patch into settings; throws a ZodError when a value does not fit. */
export function mergeSettings(current: Settings, input: SettingsPatch): Settings {
  const patch = settingsPatch.parse(input)
  return { ...current, ...patch, statusFlow: { ...current.statusFlow, ...patch.statusFlow } }
}

/**
 * Faults of the API. Facts to match on: `route` (messages, read, media, templates, other),
 * `phoneNumberId`, `to`. `failed-status` accepts the message and then reports `code`;
 * `garbage` does the work and answers with a page instead of JSON.
 */
export const whatsAppFault = faultBase.extend({
  kind: z.enum([
    'error',
    'hang',
    'drop',
    'accept-then-drop',
    'latency',
    'failed-status',
    'garbage',
  ]),
  code: z.number().int().default(131000),
  subcode: z.number().int().optional(),
  status: z.number().int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  details: z.string().optional(),
})
export type WhatsAppFault = z.output<typeof whatsAppFault>
export type WhatsAppFaultInput = z.input<typeof whatsAppFault>
