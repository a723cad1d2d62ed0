import type { ClientActionFunctionArgs } from '@remix-run/react'
import type { BulkOutcome } from '#app/domain/conversations/shown.ts'
import type { Answered } from './page-data.ts'
import { markThreadOld } from './thread-cache.ts'

/** How a write ended, told to whoever listens: toasts, and the messages still on their way. */
export type ActionEnd = {
  path: string
  /** the form as it was sent */
  form: FormData
  result:
    | {
        ok: true
        messageId?: number
        text?: string
        fileCount?: number
        /** of translations: how many were made */
        count?: number
        /** of a snooze: UTC ms, null for the customer's reply */
        until?: number | null
        /** of a bulk action */
        outcome?: BulkOutcome
      }
    | { ok: false; reason: string; answered?: Answered }
}

const listeners = new Set<(end: ActionEnd) => void>()

export function onActionEnd(listener: (end: ActionEnd) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The browser's side of every inbox write: a lost connection becomes a result like any other
 * refusal, so that no page breaks over it and nothing typed is lost.
 */
export async function sendAction({ request, params, serverAction }: ClientActionFunctionArgs) {
  const path = new URL(request.url).pathname
  const form = await request.clone().formData()
  const id = Number(params['id'])
  const result = await serverAction<ActionEnd['result']>().catch((error: unknown) => {
    if (isLostConnection(error)) return { ok: false as const, reason: 'offline' }
    // A refusal by the road to the page (signed out, not allowed) is not an Error, and is shown.
    if (error instanceof Error) return { ok: false as const, reason: 'unknown' }
    // The way back after a page of its own; the live update may come after the conversation is
    // shown again.
    if (id) markThreadOld(id)
    throw error
  })
  if (id && (result.ok || result.reason !== 'offline')) markThreadOld(id)
  for (const listener of listeners) listener({ path, form, result })
  return result
}

/** Whether an action never reached the server, so that there is nothing to ask again for. */
export function hasStayedHere(actionResult: unknown): boolean {
  return (actionResult as { reason?: unknown } | undefined)?.reason === 'offline'
}

/** What fetch throws when there is no answer; an answer with an error status is something else. */
export function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError
}
