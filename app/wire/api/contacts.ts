import type { Request, Response } from 'express'
import { listContactRecords } from '#app/domain/contacts/records.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import { readPaging, sendList } from './paging.ts'
import { toApiContact } from './shapes.ts'

export function listContacts(request: Request, response: Response, { db }: PortalContext): void {
  const paging = readPaging(request, response)
  if (paging) sendList(response, listContactRecords(db, paging), toApiContact)
}
