import type { z } from 'zod'
import { parseJson } from './body.ts'
import { json } from './exchange.ts'
import type { FakeReply, FakeRequest, Params } from './exchange.ts'
import type { RouteAnswer } from './router.ts'

/**
 * A control route: checks the JSON body with `schema`, runs `act`, answers its result as JSON.
 * A body that does not fit is 400 with the problems; an `UnknownName` thrown by `act` is 404.
 */
export function control<S extends z.ZodType>(
  schema: S,
  act: (input: z.output<S>, params: Params, request: FakeRequest) => unknown,
): RouteAnswer {
  return (request, params) => {
    const body = parseJson(request)
    if (!body.ok) return json({ error: 'body is not JSON' }, 400)
    const parsed = schema.safeParse(body.value)
    if (!parsed.success) return json({ error: 'invalid', issues: parsed.error.issues }, 400)
    return answer(() => act(parsed.data, params, request))
  }
}

/** A control route without a body. */
export function controlRead(act: (params: Params, request: FakeRequest) => unknown): RouteAnswer {
  return (request, params) => answer(() => act(params, request))
}

/** Thrown when a caller names a number, bot or message that the fake does not have. */
export class UnknownName extends Error {}

async function answer(act: () => unknown): Promise<FakeReply> {
  try {
    return json((await act()) ?? { ok: true })
  } catch (error) {
    if (error instanceof UnknownName) return json({ error: error.message }, 404)
    throw error
  }
}
