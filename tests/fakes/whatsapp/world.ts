import { z } from 'zod'
import { createBackground } from '../http/background.ts'
import type { Background } from '../http/background.ts'
import { createClock } from '../http/clock.ts'
import type { Clock } from '../http/clock.ts'
import { UnknownName } from '../http/control-call.ts'
import { createFaults } from '../http/faults.ts'
import type { FaultSwitch } from '../http/faults.ts'
import type { StoredMedia } from './media-store.ts'
import { seedTemplates } from './seed-templates.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import type { Settings, WhatsAppFault } from './settings.ts'
import type { Template } from './template-schema.ts'
import type { Delivery } from './webhooks.ts'

export const numberSchema = z.object({
  phoneNumberId: z.string().regex(/^\d{5,20}$/),
  displayPhoneNumber: z.string().min(5),
  wabaId: z.string().regex(/^\d{5,20}$/),
  accessToken: z.string().min(1),
  verifiedName: z.string().optional(),
  webhookUrl: z.url().optional(),
  verifyToken: z.string().optional(),
  appSecret: z.string().optional(),
})
export type NumberConfig = z.output<typeof numberSchema>

/** One accepted message: `body` is the request as it came. */
export type SentMessage = {
  id: string
  to: string
  type: string
  body: Record<string, unknown>
  callbackData?: string
  acceptedAt: number
}

export type ReadMark = { messageId: string; typing: boolean; at: number }

export type WaNumber = NumberConfig & {
  sent: SentMessage[]
  reads: ReadMark[]
  inboundIds: Set<string>
  /** Provider time (ms) of the last inbound message, by wa_id and by user id. */
  lastInboundAt: Map<string, number>
  sendTimes: number[]
  lastSentTo: Map<string, number>
}

export type World = {
  origin: string
  appSecret: string
  settings: Settings
  clock: Clock
  background: Background
  numbers: Map<string, WaNumber>
  media: Map<string, StoredMedia>
  templates: Template[]
  /** by handle */
  uploads: Map<string, { byteSize: number; isDone: boolean }>
  faults: FaultSwitch<WhatsAppFault>
  deliveries: Delivery[]
  /** While an array, webhook deliveries are parked here instead of being posted. */
  held: Delivery[] | undefined
}

/** An empty vendor: no numbers, default settings, origin filled in once it listens. */
export function createWorld(appSecret: string): World {
  return {
    origin: '',
    appSecret,
    settings: DEFAULT_SETTINGS,
    clock: createClock(),
    background: createBackground(),
    numbers: new Map(),
    media: new Map(),
    templates: [],
    uploads: new Map(),
    faults: createFaults<WhatsAppFault>(),
    deliveries: [],
    held: undefined,
  }
}

/** Register a number, or change an existing one and keep its outbox and windows. */
export function addNumber(world: World, input: NumberConfig): WaNumber {
  const config = numberSchema.parse(input)
  const fresh: Omit<WaNumber, keyof NumberConfig> = {
    sent: [],
    reads: [],
    inboundIds: new Set(),
    lastInboundAt: new Map(),
    sendTimes: [],
    lastSentTo: new Map(),
  }
  const number = { ...fresh, ...world.numbers.get(config.phoneNumberId), ...config }
  world.numbers.set(config.phoneNumberId, number)
  if (!world.templates.some((template) => template.wabaId === config.wabaId)) {
    world.templates.push(...seedTemplates(config.wabaId))
  }
  return number
}

/** The number, or an `UnknownName` (404 over the control address). */
export function getNumber(world: World, phoneNumberId: string): WaNumber {
  const number = world.numbers.get(phoneNumberId)
  if (!number) throw new UnknownName(`no number ${phoneNumberId}`)
  return number
}
