import type { Request, Response } from 'express'
import { z } from 'zod'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import {
  findConversationRecord,
  findMessageRecord,
  listMessageRecords,
} from '#app/domain/conversations/records.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import { readId, readPaging, sendList } from './paging.ts'
import { isProblemCode, sendProblem } from './problem.ts'
import { toApiMessage } from './shapes.ts'

const TEXT_CHARS_MAX = 10_000
const IDEMPOTENCY_KEY_CHARS_MAX = 200

const newMessage = z.strictObject({ text: z.string().max(TEXT_CHARS_MAX) })

export function listMessages(request: Request, response: Response, { db }: PortalContext): void {
  const id = readId(request)
  if (id === undefined || !findConversationRecord(db, id)) return sendProblem(response, 'not_found')
  const paging = readPaging(request, response)
  if (paging) sendList(response, listMessageRecords(db, id, paging), toApiMessage)
}

/** Queues a reply: 201 with the queued message; a repeated Idempotency-Key returns the first. */
export function createMessage(request: Request, response: Response, { db }: PortalContext): void {
  const id = readId(request)
  if (id === undefined || !findConversationRecord(db, id)) return sendProblem(response, 'not_found')
  const body = newMessage.safeParse(request.body)
  const key = request.headers['idempotency-key']
  const isKeyUsable = key === undefined || isShortText(key)
  if (!body.success || !isKeyUsable) return sendProblem(response, 'invalid_body')
  const queued = queueMessage(db, {
    conversationId: id,
    author: { kind: 'api' },
    text: body.data.text,
    idempotencyKey: key === undefined ? undefined : `api:${id}:${key}`,
  })
  if (!queued.ok) {
    return sendProblem(response, isProblemCode(queued.reason) ? queued.reason : 'bad_request')
  }
  const message = findMessageRecord(db, queued.messageId)
  if (!message) return sendProblem(response, 'not_found')
  response.status(201).json(toApiMessage(message))
}

function isShortText(key: string | string[]): key is string {
  return typeof key === 'string' && key.length > 0 && key.length <= IDEMPOTENCY_KEY_CHARS_MAX
}
