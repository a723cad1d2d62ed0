import type { ClientLoaderFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react'
import type { ThreadData } from './page-data.ts'
import { hasStayedHere, isLostConnection } from './send-action.ts'
import { islandsAtHand } from '../island.tsx'
import {
  epochOf,
  findFreshThread,
  findKnownThread,
  isFreshShown,
  keepThread,
} from './thread-cache.ts'

/**
 * A conversation that was read before and has not changed since is there at once; any other is
 * asked for. Without a connection the last known state is shown.
 */
export async function loadThread({ request, params, serverLoader }: ClientLoaderFunctionArgs) {
  const id = Number(params['id'])
  const { searchParams } = new URL(request.url)
  const isNewest = !searchParams.has('before')
  const fresh = isNewest ? findFreshThread(id) : undefined
  if (fresh) return fresh
  const askedAt = epochOf(id)
  const atHand = islandsAtHand()
  try {
    const thread = await serverLoader<ThreadData>()
    await atHand
    if (isNewest) keepThread(thread, askedAt)
    return thread
  } catch (error) {
    // Nobody asked to see it yet: what goes wrong then is said when somebody does.
    if (searchParams.has(AHEAD)) return null
    const known = findKnownThread(id)
    if (known && (isLostConnection(error) || request.signal.aborted)) return known
    throw error
  }
}

/** In an address: only to have it at hand. */
export const AHEAD = 'ahead'

/** Loads again for another conversation or another page of it, and when it has changed. */
export function isThreadStale(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentParams, nextParams, currentUrl, nextUrl, formAction } = args
  const id = nextParams['id']
  if (currentParams['id'] !== id) return true
  if (hasStayedHere(args.actionResult)) return false
  // What is said of a lead beside the thread is shown beside it.
  if (formAction?.startsWith('/leads/')) return true
  if (formAction) return isOwn(formAction, id) && !isQuiet(formAction)
  const pageOf = (url: URL) => url.searchParams.get('before')
  if (pageOf(currentUrl) !== pageOf(nextUrl)) return true
  return !isFreshShown(Number(id)) && currentUrl.href === nextUrl.href
}

/** Of this conversation; what is to be done about it stands beside it. */
function isOwn(formAction: string, id: string | undefined): boolean {
  return [`/conversations/${id}/`, '/tasks/', '/transfers/'].some((path) =>
    formAction.startsWith(path),
  )
}

function isQuiet(formAction: string): boolean {
  return /\/(mention-)?reads$/.test(formAction) || formAction.endsWith('/suggestion')
}
