import type { Request } from 'express'
import { sniffMimeType } from '#app/domain/files/sniff.server.ts'
import { openFile, putFile } from '#app/domain/files/store.server.ts'
import { makeTicket, readTicket } from '#app/channels/web-chat/tickets.server.ts'
import { sendStoredFile } from '../files/route.ts'
import { ChatRefusal } from './chat.ts'
import type { Chat, ChatDoor, VisitorChat } from './chat.ts'
import { FILE_BYTES_MAX } from './limits.ts'

const NAME_CHARS_MAX = 200

/** What strangers may hand in, by what the bytes are. Nothing a browser or a desk would run. */
const TYPES = new Set([
  ...['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'image/heif'],
  ...['video/mp4', 'video/webm', 'video/quicktime', 'video/3gpp'],
  ...['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm', 'audio/wav', 'audio/aac', 'audio/amr'],
  ...['application/pdf', 'text/plain', 'text/csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
])
/** A page or drawing that calls itself text is still a page for whoever opens it. */
const MARKUP = /<\s*(!doctype|html|head|body|svg|script|iframe|xml|\?xml|img|style|math|object)/i
const MARKUP_NAME = /\.(html?|xhtml|svgz?|xml|mht(ml)?|js|mjs|hta|swf)$/i
const MARKUP_BYTES = 64 * 1024

/** Takes one file of a visitor; it belongs to nobody's conversation until they send it. */
export async function takeFile(door: ChatDoor, chat: VisitorChat): Promise<void> {
  const { db, endpoint, visitor, request, response, address } = chat
  await door.limit(chat, { 'file.visitor': visitor.id, 'file.address': address })
  const name = fileNameOf(request)
  const bytes = await readBytes(request)
  if (!(await isWelcome(bytes, name))) throw new ChatRefusal(415, 'file_type')
  const put = await putFile(db, { name, bytes, purpose: 'message' })
  if (!put.ok) throw new ChatRefusal(422, put.reason)
  const { fileId, mimeType, byteSize } = put
  const facts = { endpointId: endpoint.id, visitorId: visitor.id, fileId }
  const ticket = makeTicket(db, { ...facts, use: 'upload' })
  response.status(201).json({ ticket, mimeType, byteSize })
}

/** A file of the conversation, by a ticket that only its visitor was given. */
export function showFile({ db, endpoint, request, response }: Chat): void {
  const use = { use: 'download', endpointId: endpoint.id } as const
  const ticket = readTicket(db, request.params['ticket'] ?? '', use)
  if (!ticket) throw new ChatRefusal(404, 'not_found')
  const found = openFile(db, ticket.fileId)
  if (!found) throw new ChatRefusal(404, 'not_found')
  sendStoredFile(response, found, request.query['download'] !== undefined)
  // The page that shows it is another website's; the ticket is what opens it.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}

async function isWelcome(bytes: Buffer, name: string): Promise<boolean> {
  if (MARKUP_NAME.test(name.trim())) return false
  const mimeType = await sniffMimeType(bytes, name)
  if (!TYPES.has(mimeType)) return false
  return !mimeType.startsWith('text/') || !MARKUP.test(bytes.toString('latin1', 0, MARKUP_BYTES))
}

function fileNameOf(request: Request): string {
  const given = request.headers['x-file-name']
  try {
    return decodeURIComponent(typeof given === 'string' ? given : '').slice(0, NAME_CHARS_MAX)
  } catch {
    return ''
  }
}

/** Reads only after the visitor was let in, and never more than the limit. */
async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > FILE_BYTES_MAX) tooLarge(request)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > FILE_BYTES_MAX) tooLarge(request)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(request: Request): never {
  // The rest is not worth reading: the answer goes out, then the line is closed.
  request.res?.setHeader('Connection', 'close')
  throw new ChatRefusal(413, 'file_too_large')
}
