import { randomBytes } from 'node:crypto'
import { parseJson } from '../http/body.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { answerWithFault } from '../http/faults.ts'
import type { Facts } from '../http/faults.ts'
import { describeNumber, listNumbers, subscribe } from './account-route.ts'
import { digitsOf } from './envelope.ts'
import { graphError, unknownObject } from './errors.ts'
import {
  DOWNLOAD_PATH,
  deleteMedia,
  describeMedia,
  downloadMedia,
  uploadMedia,
} from './media-route.ts'
import { findMedia } from './media-store.ts'
import { postMessage } from './messages-route.ts'
import type { WhatsAppFault } from './settings.ts'
import { createTemplate, deleteTemplates, editTemplate, listTemplates } from './templates-route.ts'
import { beginUpload, takeUpload } from './upload-route.ts'
import type { WaNumber, World } from './world.ts'

const API_FAULTS = ['error', 'hang', 'drop', 'accept-then-drop', 'latency']

/** Answer a call of the Graph API: version, token, faults, then the object and its edge. */
export async function answerGraph(world: World, request: FakeRequest): Promise<FakeReply> {
  const fault = world.faults.take(factsOf(request), API_FAULTS)
  const reply = await answerWithFault(fault, toError, () => answerAuthorized(world, request))
  return withTraceHeaders(reply)
}

async function answerAuthorized(world: World, request: FakeRequest): Promise<FakeReply> {
  const token = /^(?:Bearer|OAuth) (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const owned = [...world.numbers.values()].filter((number) => number.accessToken === token)
  if (owned.length === 0) {
    const details = token ? 'Cannot parse access token' : 'An access token is required'
    return graphError({ code: 190, details })
  }
  if (request.path.startsWith(DOWNLOAD_PATH)) return downloadMedia(world, owned, request)
  const { version, id, edge, rest } = splitPath(request.path)
  if (!/^v\d+\.0$/.test(version) || rest.length > 0) {
    return graphError({ code: 100, subcode: 2500, details: 'Unknown path components' })
  }
  return answerObject(world, owned, request, id, edge)
}

async function answerObject(
  world: World,
  owned: WaNumber[],
  request: FakeRequest,
  id: string,
  edge: string,
): Promise<FakeReply> {
  const call = `${request.method} ${edge}`.trim()
  const number = owned.find((one) => one.phoneNumberId === id)
  if (number) return answerNumber(world, number, request, call)
  const account = owned.filter((one) => one.wabaId === id)
  if (account.length > 0) return answerAccount(world, account, request, id, call)
  const ids = owned.map((one) => one.phoneNumberId)
  const media = findMedia(world, id, ids)
  if (media && call === 'GET') return describeMedia(world, media, request)
  if (media && call === 'DELETE') return deleteMedia(world, media)
  const wabaIds = owned.map((one) => one.wabaId)
  const template = world.templates.find((one) => one.id === id && wabaIds.includes(one.wabaId))
  if (template && call === 'POST') return editTemplate(world, template, request)
  if (call === 'POST uploads' && id === 'app') return beginUpload(world, request)
  const taken = call === 'POST' ? takeUpload(world, id, request) : undefined
  if (taken) return taken
  return unknownObject(id)
}

function answerNumber(world: World, number: WaNumber, request: FakeRequest, call: string) {
  switch (call) {
    case 'GET':
      return describeNumber(number)
    case 'POST messages':
      return postMessage(world, number, request)
    case 'POST media':
      return uploadMedia(world, number, request)
    default:
      return unsupported(call)
  }
}

function answerAccount(
  world: World,
  numbers: WaNumber[],
  request: FakeRequest,
  wabaId: string,
  call: string,
) {
  switch (call) {
    case 'GET phone_numbers':
      return listNumbers(numbers)
    case 'POST subscribed_apps':
      return subscribe(world, numbers, request)
    case 'GET message_templates':
      return listTemplates(world, wabaId, request)
    case 'POST message_templates':
      return createTemplate(world, wabaId, request)
    case 'DELETE message_templates':
      return deleteTemplates(world, wabaId, request)
    default:
      return unsupported(call)
  }
}

/** A method or edge that the object does not have, such as PUT on messages: 400. */
function unsupported(call: string): FakeReply {
  return graphError({ code: 100, subcode: 33, details: `Unsupported request: ${call}` })
}

function factsOf(request: FakeRequest): Facts {
  const { id, edge } = splitPath(request.path)
  if (request.path.startsWith(DOWNLOAD_PATH)) return { route: 'download' }
  const body = edge === 'messages' ? parseJson(request) : undefined
  const fields = (body?.ok ? body.value : undefined) as Record<string, unknown> | undefined
  const routes: Record<string, string> = { message_templates: 'templates', media: 'media' }
  const route = edge === 'messages' ? (fields?.status ? 'read' : 'messages') : routes[edge]
  const to = typeof fields?.to === 'string' ? digitsOf(fields.to) : fields?.recipient
  const recipient = typeof to === 'string' ? to : undefined
  return { route: route ?? 'other', phoneNumberId: id, to: recipient }
}

function splitPath(path: string) {
  const [, version = '', id = '', edge = '', ...rest] = path.replace(/\/$/, '').split('/')
  return { version, id, edge, rest }
}

function toError(fault: WhatsAppFault): FakeReply {
  const { code, subcode, status, retryAfterSeconds } = fault
  const details = fault.details ?? 'Switched on for a test'
  return graphError({ code, subcode, status, retryAfterSeconds, details })
}

function withTraceHeaders(reply: FakeReply): FakeReply {
  if ('silence' in reply) return reply
  const trace = randomBytes(8).toString('base64url')
  const headers = { 'x-fb-trace-id': trace, 'x-fb-request-id': trace, ...reply.headers }
  return { ...reply, headers }
}
