import type { Request } from 'express'
import { findDecidedRoute } from '../decide.server.ts'
import type { PortalContext, RequestContext } from '../load-context.ts'

/**
 * Writes down what a visitor for support asked for, once for each request to a page: the address
 * without its search, and with ids only, so that no name, token or word gets into a log.
 */
export function noteSupportRequest(context: RequestContext, request: Request): void {
  if (context.surface !== 'portal' || !context.support) return
  const route = findDecidedRoute('portal', request.path)
  if (!route || context.decision === 'support-ignored') return
  if (context.decision === 'go-home' || route.path.startsWith('/support')) return
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const kind = context.decision !== 'allow' ? 'refused' : isRead ? 'viewed' : 'changed'
  context.services.support.note(context.db, context.support, {
    ...{ kind, page: toNotedPage(route.path, request.path) },
    isRepeat: isRead && request.path.endsWith('.data'),
  })
}

/** `/conversations/:id` at `/conversations/7.data` as `/conversations/7`; a token stays `:token`. */
export function toNotedPage(pattern: string, pathname: string): string {
  const given = pathname.replace(/\.data$/, '').split('/')
  return pattern
    .split('/')
    .map((part, index) => (/^:.*id$/i.test(part) ? (given[index] ?? part) : part))
    .join('/')
}

/** The same for what is no page, such as files; live news of a page that is open is no view. */
export function noteWireRead(context: PortalContext, path: string, pathname: string): void {
  if (!context.support || path === '/events') return
  const page = toNotedPage(path, pathname)
  context.services.support.note(context.db, context.support, { kind: 'viewed', page })
}
