import { parseJson } from '../http/body.ts'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { graphError } from './errors.ts'
import type { GraphProblem } from './errors.ts'
import { newMessageId } from './ids.ts'
import { findMedia } from './media-store.ts'
import { problemOf } from './message-problem.ts'
import { messageSchema, readSchema } from './message-schema.ts'
import type { OutgoingMessage } from './message-schema.ts'
import { readRecipient } from './recipient.ts'
import type { Recipient } from './recipient.ts'
import { isWindowOpen } from './reply-window.ts'
import { noteSend, refuseRate } from './send-limits.ts'
import { playStatuses } from './statuses.ts'
import { refuseTemplate } from './template-use.ts'
import type { SentMessage, WaNumber, World } from './world.ts'

const OUTSIDE_WINDOW = 'More than 24 hours have passed since the customer last replied.'

type Body = Record<string, unknown>
type Failure = { code: number; details?: string }

/** `POST /{phone_number_id}/messages`: a message, or a read mark. */
export async function postMessage(
  world: World,
  number: WaNumber,
  request: FakeRequest,
): Promise<FakeReply> {
  const parsed = parseJson(request)
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) {
    return graphError({ code: 100, details: 'The body is not a JSON object' })
  }
  const body = parsed.value as Body
  if ('status' in body) return markRead(world, number, body)
  const message = messageSchema.safeParse({ type: 'text', ...body })
  if (!message.success) return graphError(problemOf(message.error, body))
  const read = readRecipient(number, message.data)
  if (!read.ok) return graphError(read.problem)
  const problem = refuse(world, number, message.data, read.recipient)
  if (problem) return graphError(problem)
  return accept(world, number, message.data, body, read.recipient)
}

function refuse(
  world: World,
  number: WaNumber,
  message: OutgoingMessage,
  recipient: Recipient,
): GraphProblem | undefined {
  const rate = refuseRate(world, number, recipient.contact)
  if (rate) return rate
  if (message.type === 'template') {
    return refuseTemplate(world.templates, number.wabaId, message.template)
  }
  if (world.settings.window === 'reject' && !isWindowOpen(world, number, recipient.contact)) {
    return { code: 131047, details: OUTSIDE_WINDOW }
  }
  const id = mediaIdOf(message)
  if (id !== undefined && !findMedia(world, id, [number.phoneNumberId])) {
    return { code: 131009, details: `Media ID ${id} does not exist or has expired` }
  }
  const file = id === undefined ? undefined : findMedia(world, id, [number.phoneNumberId])
  const isVoice = message.type === 'audio' && message.audio.voice === true
  if (isVoice && !/^audio\/ogg/.test(file?.mimeType ?? ''))
    return { code: 131053, details: 'A voice message is Opus in an Ogg' }
  return undefined
}

async function accept(
  world: World,
  number: WaNumber,
  message: OutgoingMessage,
  body: Body,
  recipient: Recipient,
): Promise<FakeReply> {
  const sent: SentMessage = {
    id: newMessageId(),
    to: recipient.contact,
    type: message.type,
    body,
    callbackData: message.biz_opaque_callback_data,
    acceptedAt: world.clock.now(),
  }
  const failure = failureOf(world, number, message, recipient)
  number.sent.push(sent)
  noteSend(world, number, recipient.contact)
  await startStatuses(world, number, sent, failure)
  const idField = recipient.kind === 'phone' ? 'wa_id' : 'user_id'
  return json({
    messaging_product: 'whatsapp',
    contacts: [{ input: recipient.input, [idField]: recipient.contact }],
    messages: [
      { id: sent.id, ...(message.type === 'template' ? { message_status: 'accepted' } : {}) },
    ],
  })
}

async function startStatuses(
  world: World,
  number: WaNumber,
  sent: SentMessage,
  failure: Failure | undefined,
) {
  if (world.settings.statuses === 'manual' && !failure) return
  const play = () => playStatuses(world, number, sent, failure)
  if (world.settings.statusFlow.early) await play()
  else world.background.run(play)
}

function failureOf(
  world: World,
  number: WaNumber,
  message: OutgoingMessage,
  { contact }: Recipient,
): Failure | undefined {
  const facts = { route: 'messages', phoneNumberId: number.phoneNumberId, to: contact }
  const fault = world.faults.take(facts, ['failed-status'])
  if (fault) return { code: fault.code, details: fault.details }
  const isLate = world.settings.window === 'status' && !isWindowOpen(world, number, contact)
  return isLate && message.type !== 'template'
    ? { code: 131047, details: OUTSIDE_WINDOW }
    : undefined
}

function markRead(world: World, number: WaNumber, body: Body): FakeReply {
  const mark = readSchema.safeParse(body)
  if (!mark.success) return graphError(problemOf(mark.error, body))
  const messageId = mark.data.message_id
  if (world.settings.readMarks === 'known' && !number.inboundIds.has(messageId)) {
    return graphError({ code: 131009, details: `Message ID ${messageId} is unknown` })
  }
  const typing = mark.data.typing_indicator !== undefined
  number.reads.push({ messageId, typing, at: world.clock.now() })
  return json({ success: true })
}

function mediaIdOf(message: OutgoingMessage): string | undefined {
  switch (message.type) {
    case 'image':
      return message.image.id
    case 'video':
      return message.video.id
    case 'audio':
      return message.audio.id
    case 'sticker':
      return message.sticker.id
    case 'document':
      return message.document.id
    default:
      return undefined
  }
}
