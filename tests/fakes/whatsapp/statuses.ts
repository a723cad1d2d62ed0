import { titleOf } from './errors.ts'
import { toSeconds } from '../http/clock.ts'
import { envelope } from './envelope.ts'
import type { SentMessage, WaNumber, World } from './world.ts'
import { postWebhook } from './webhooks.ts'
import type { Delivery } from './webhooks.ts'

export type StatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed'
export type StatusInput = {
  /** The message's id; `message` may be given instead to fill in recipient and callback data. */
  id: string
  status: StatusName
  /** Unix seconds; now unless given. */
  timestamp?: number
  recipient?: string
  callbackData?: string
  /** Error code of a failed status (131026 unless given). */
  code?: number
  details?: string
}

/** Post statuses of the number's messages: one POST each, or one with an entry per status. */
export async function deliverStatuses(
  world: World,
  number: WaNumber,
  inputs: StatusInput[],
  options: { batched?: boolean } = {},
): Promise<Delivery[]> {
  const values = inputs.map((input) => ({ statuses: [toStatus(world, number, input)] }))
  if (options.batched) return [await postWebhook(world, number, envelope(number, values))]
  const deliveries: Delivery[] = []
  for (const value of values) {
    deliveries.push(await postWebhook(world, number, envelope(number, [value])))
  }
  return deliveries
}

/** Play the statuses of an accepted message as the settings say. */
export async function playStatuses(
  world: World,
  number: WaNumber,
  message: SentMessage,
  failure?: { code: number; details?: string },
): Promise<void> {
  const { statusFlow } = world.settings
  const names = failure ? (['failed'] as const) : namesOf(statusFlow)
  const inputs = names.map((status) => ({ id: message.id, status, ...failure }))
  if (statusFlow.batched) {
    if (!(await pause(world))) return
    await deliverStatuses(world, number, inputs, { batched: true })
    return
  }
  for (const input of inputs) {
    if (!(await pause(world))) return
    await deliverStatuses(world, number, [input])
    if (statusFlow.duplicate) await deliverStatuses(world, number, [input])
  }
}

async function pause(world: World): Promise<boolean> {
  const { early, delayMs } = world.settings.statusFlow
  return early ? true : world.background.sleep(delayMs)
}

function namesOf(flow: World['settings']['statusFlow']): StatusName[] {
  const all = ['sent', 'delivered', 'read', 'played'] as const
  const reached = all.slice(0, all.indexOf(flow.upTo) + 1)
  const kept = reached.filter((name) => !(flow.skipDelivered && name === 'delivered'))
  return flow.reversed ? kept.reverse() : kept
}

function toStatus(world: World, number: WaNumber, input: StatusInput): Record<string, unknown> {
  const message = number.sent.find((one) => one.id === input.id)
  const recipient = input.recipient ?? message?.to ?? '254700000000'
  const isUserId = recipient.includes('.')
  return {
    id: input.id,
    status: input.status,
    timestamp: String(input.timestamp ?? toSeconds(world.clock.now())),
    ...(isUserId ? { recipient_user_id: recipient } : { recipient_id: recipient }),
    biz_opaque_callback_data: input.callbackData ?? message?.callbackData,
    ...(input.status === 'failed' ? { errors: [failureOf(input)] } : pricingOf(message)),
  }
}

function failureOf({ code = 131026, details }: StatusInput) {
  const title = titleOf(code)
  return { code, title, message: title, error_data: { details: details ?? `${title}.` } }
}

function pricingOf(message: SentMessage | undefined) {
  const isTemplate = message?.type === 'template'
  const type = isTemplate ? 'regular' : 'free_customer_service'
  const category = isTemplate ? 'utility' : 'service'
  return { pricing: { billable: isTemplate, pricing_model: 'PMP', type, category } }
}
