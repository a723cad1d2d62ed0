import type { Request, Response } from 'express'
import {
  findConversationRecord,
  listConversationRecords,
} from '#app/domain/conversations/records.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import { readId, readPaging, sendList } from './paging.ts'
import { sendProblem } from './problem.ts'
import { toApiConversation } from './shapes.ts'

export function listConversations(
  request: Request,
  response: Response,
  { db }: PortalContext,
): void {
  const paging = readPaging(request, response)
  if (paging) sendList(response, listConversationRecords(db, paging), toApiConversation)
}

export function showConversation(
  request: Request,
  response: Response,
  { db }: PortalContext,
): void {
  const id = readId(request)
  const row = id === undefined ? undefined : findConversationRecord(db, id)
  if (!row) return sendProblem(response, 'not_found')
  response.json(toApiConversation(row))
}
