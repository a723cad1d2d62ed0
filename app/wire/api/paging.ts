import type { Request, Response } from 'express'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import type { Page } from '#app/domain/conversations/records.server.ts'
import { sendProblem } from './problem.ts'

const LIMIT_DEFAULT = 30
const LIMIT_MAX = 100

/** Reads `cursor` and `limit`. Answers 422 itself and returns undefined when they do not fit. */
export function readPaging(
  request: Request,
  response: Response,
): { after: Cursor | undefined; limit: number } | undefined {
  const { cursor, limit } = request.query
  const after = typeof cursor === 'string' && cursor !== '' ? decodeCursor(cursor) : undefined
  if (cursor !== undefined && cursor !== '' && !after) {
    sendProblem(response, 'invalid_cursor')
    return undefined
  }
  const size = limit === undefined ? LIMIT_DEFAULT : toWholeNumber(limit)
  if (size === undefined || size < 1 || size > LIMIT_MAX) {
    sendProblem(response, 'invalid_limit')
    return undefined
  }
  return { after, limit: size }
}

export function sendList<T>(response: Response, page: Page<T>, toItem: (row: T) => object): void {
  response.json({
    items: page.rows.map(toItem),
    nextCursor: page.next ? encodeCursor(page.next) : null,
  })
}

/** A path id: a positive safe integer, or undefined. */
export function readId(request: Request): number | undefined {
  return toWholeNumber(request.params['id'])
}

/** Digits only: `1e1` and `0x1` are not how a number is written in an address. */
function toWholeNumber(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined
}
