import type { FakeReply, FakeRequest, Params } from './exchange.ts'

export type RouteAnswer = (request: FakeRequest, params: Params) => FakeReply | Promise<FakeReply>
export type Route = { method: string; pattern: string; answer: RouteAnswer }

/** A row of a route table: `route('GET', '/numbers/:id/sent', answer)`. */
export function route(method: string, pattern: string, answer: RouteAnswer): Route {
  return { method, pattern, answer }
}

/** Answer by the first row whose method and pattern fit; undefined when none does. */
export function answerFrom(
  routes: Route[],
  request: FakeRequest,
  path = request.path,
): FakeReply | Promise<FakeReply> | undefined {
  for (const row of routes) {
    if (row.method !== request.method) continue
    const params = matchPath(row.pattern, path)
    if (params) return row.answer(request, params)
  }
  return undefined
}

/** Compare a path with a pattern of fixed and `:named` segments. */
export function matchPath(pattern: string, path: string): Params | undefined {
  const expected = pattern.split('/')
  const actual = path.replace(/\/$/, '').split('/')
  if (expected.length !== actual.length) return undefined
  const params: Params = {}
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? ''
    if (segment.startsWith(':') && value) params[segment.slice(1)] = value
    else if (segment !== value) return undefined
  }
  return params
}
