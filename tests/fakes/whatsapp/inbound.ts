import { toSeconds } from '../http/clock.ts'
import { digitsOf, envelope, envelopeOfChanges } from './envelope.ts'
import type { Value } from './envelope.ts'
import { newMessageId } from './ids.ts'
import { toMediaObject } from './inbound-media.ts'
import { echoSchema, inboundSchema } from './inbound-schema.ts'
import type { Echo, InboundMessage, ParsedInbound } from './inbound-schema.ts'
import { postWebhook } from './webhooks.ts'
import type { Delivery } from './webhooks.ts'
import type { WaNumber, World } from './world.ts'

const UNSUPPORTED = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
}

export type InboundResult = { ids: string[]; status: number; delivery: Delivery }
export type BatchShape = 'messages' | 'changes' | 'entries'

/** Let customers write to the number: one POST for all messages, batched as `as` says. */
export async function deliverInbound(
  world: World,
  number: WaNumber,
  inputs: InboundMessage[],
  as: BatchShape = 'messages',
): Promise<InboundResult> {
  const parsed = inputs.map((input) => inboundSchema.parse(input))
  const values = parsed.map((input) => toValue(world, number, input))
  const ids = values.flatMap((value) => value.messages.map((message) => String(message.id)))
  const payload =
    as === 'entries'
      ? envelope(number, values)
      : as === 'changes'
        ? envelopeOfChanges(number, values)
        : envelope(number, [mergeValues(values)])
  const delivery = await postWebhook(world, number, payload)
  return { ids, status: delivery.attempts.at(-1)?.status ?? 0, delivery }
}

/** Report what staff sent from the phone itself (`smb_message_echoes`). */
export async function deliverEcho(
  world: World,
  number: WaNumber,
  input: Echo,
): Promise<InboundResult> {
  const { id = newMessageId(), timestamp, ...rest } = echoSchema.parse(input)
  const at = timestamp ?? toSeconds(world.clock.now())
  const from = digitsOf(number.displayPhoneNumber)
  const value = { message_echoes: [{ from, id, timestamp: String(at), ...rest }] }
  const payload = envelope(number, [value], 'smb_message_echoes')
  const delivery = await postWebhook(world, number, payload)
  return { ids: [id], status: delivery.attempts.at(-1)?.status ?? 0, delivery }
}

type InboundValue = { contacts?: Value[]; messages: Value[] }

function mergeValues(values: InboundValue[]): Value {
  const contacts = values.flatMap((value) => value.contacts ?? [])
  const messages = values.flatMap((value) => value.messages)
  return contacts.length > 0 ? { contacts, messages } : { messages }
}

/** System messages come without `contacts`, as the vendor's do. */
function toValue(world: World, number: WaNumber, input: ParsedInbound): InboundValue {
  const message = {
    context: input.context,
    from: input.from,
    from_user_id: input.userId,
    from_parent_user_id: input.parentUserId,
    group_id: input.groupId,
    id: input.id ?? newMessageId(),
    timestamp: String(input.timestamp ?? toSeconds(world.clock.now())),
    type: input.type === 'other' ? input.typeName : input.type,
    ...contentOf(world, number, input),
    referral: input.referral,
    errors: input.errors ?? (input.type === 'unsupported' ? [UNSUPPORTED] : undefined),
  }
  return input.type === 'system'
    ? { messages: [message] }
    : { contacts: [toContact(input)], messages: [message] }
}

function toContact(input: ParsedInbound): Value {
  const { name, username } = input
  const profile = name || username ? { name, username } : undefined
  const ids = { wa_id: input.from, user_id: input.userId, parent_user_id: input.parentUserId }
  return { profile, ...ids }
}

function contentOf(world: World, number: WaNumber, input: ParsedInbound): Value {
  switch (input.type) {
    case 'text':
      return { text: { body: input.text } }
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return { [input.type]: toMediaObject(world, number, input) }
    case 'other':
      return { [input.typeName]: input.content }
    case 'ephemeral':
    case 'unsupported':
    case 'request_welcome':
      return {}
    default:
      return { [input.type]: (input as Record<string, unknown>)[input.type] }
  }
}
