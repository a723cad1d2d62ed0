import { z } from 'zod'
import { HISTORY_PAGE, listVisitorMessages } from '#app/channels/web-chat/history.server.ts'
import { noteReceipt } from '#app/channels/web-chat/receipts.server.ts'
import { readTicket } from '#app/channels/web-chat/tickets.server.ts'
import type { Written } from '#app/channels/web-chat/written.ts'
import { withoutControls } from '#app/domain/conversations/controls.ts'
import { storeInboundEvent } from '#app/domain/endpoints/inbound-events.server.ts'
import { mediaKindOf } from '#app/domain/files/kinds.ts'
import { findFile } from '#app/domain/files/store.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { ChatRefusal, readBody } from './chat.ts'
import type { ChatDoor, VisitorChat } from './chat.ts'
import { FILES_PER_MESSAGE_MAX, TEXT_CHARS_MAX } from './limits.ts'

const words = z.string().transform((text) => withoutControls(text).trim())
const claim = words.pipe(z.string().max(200)).optional().catch(undefined)

/** A conversation that the browser sends along is not looked at: ours is the one that counts. */
const written = z.object({
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  text: words.optional(),
  files: z.array(z.string().max(2000)).max(FILES_PER_MESSAGE_MAX).default([]),
  profile: z
    .object({ name: claim, email: claim, phone: claim, page: claim })
    .optional()
    .catch(undefined),
})

const receipt = z.object({
  status: z.enum(['delivered', 'read']),
  upTo: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
})

/** Keeps what a visitor wrote, once, before saying yes: the same road as a vendor's webhook. */
export async function takeMessage(door: ChatDoor, chat: VisitorChat): Promise<void> {
  const { db, endpoint, visitor, response, address } = chat
  await door.limit(chat, { 'message.visitor': visitor.id, 'message.address': address })
  const { key, text, files, profile } = readBody(chat.request, written)
  if ((text?.length ?? 0) > TEXT_CHARS_MAX) throw new ChatRefusal(422, 'message_too_long')
  if (!text && files.length === 0) throw new ChatRefusal(422, 'empty_message')
  const event: Written = {
    ...{ visitorId: visitor.id, externalId: visitor.externalId, key, text: text || null },
    files: files.map((ticket) => openUpload(chat, ticket)),
    claims: profile ?? {},
  }
  const raw = Buffer.from(JSON.stringify(event))
  const eventId = `${visitor.id}:${key}`
  const stored = { endpointId: endpoint.id, eventId, raw }
  const isNew = inTransaction(db, () => storeInboundEvent(db, stored))
  response.json({ key, isNew })
}

/** One page of the conversation, oldest first; `before` leads to the earlier one. */
export async function showHistory(door: ChatDoor, chat: VisitorChat): Promise<void> {
  const { db, visitor, request, response } = chat
  await door.limit(chat, { 'history.visitor': visitor.id })
  const given = request.query['before']
  const before = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined
  const items = listVisitorMessages(db, visitor, { before })
  response.json({ items: items.toReversed(), hasEarlier: items.length === HISTORY_PAGE })
}

export async function takeReceipt(door: ChatDoor, chat: VisitorChat): Promise<void> {
  const { db, visitor, request, response } = chat
  await door.limit(chat, { 'receipt.visitor': visitor.id })
  noteReceipt(db, visitor, readBody(request, receipt))
  response.status(204).end()
}

/** Only who uploaded a file may put it into a message. */
function openUpload(
  { db, endpoint, visitor }: VisitorChat,
  text: string,
): Written['files'][number] {
  const ticket = readTicket(db, text, { use: 'upload', endpointId: endpoint.id })
  const file = ticket?.visitorId === visitor.id ? findFile(db, ticket.fileId) : undefined
  if (!file) throw new ChatRefusal(422, 'unknown_file')
  const { id: fileId, name, mimeType, byteSize } = file
  return { fileId, kind: mediaKindOf(mimeType), name, mimeType, byteSize }
}
