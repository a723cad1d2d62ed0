import type { Request, Response } from 'express'
import { findMergedConversation } from '#app/domain/contacts/merge-conversations.server.ts'
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
  // A merged conversation's id leads to what it has become.
  const stayed = id === undefined ? undefined : (findMergedConversation(db, id) ?? id)
  const row = stayed === undefined ? undefined : findConversationRecord(db, stayed)
  if (!row) return sendProblem(response, 'not_found')
  response.json(toApiConversation(row))
}
