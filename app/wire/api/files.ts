import type { Request, Response } from 'express'
import { openFile } from '#app/domain/files/store.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import { sendStoredFile } from '../files/route.ts'
import { readId } from './paging.ts'
import { sendProblem } from './problem.ts'

/** The bytes behind a message's media, always as a download. */
export function downloadFile(request: Request, response: Response, { db }: PortalContext): void {
  const id = readId(request)
  const found = id === undefined ? undefined : openFile(db, id)
  if (!found) return sendProblem(response, 'not_found')
  sendStoredFile(response, found, true)
}
