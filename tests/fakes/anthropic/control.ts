import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { isFaultMode } from './faults.ts'
import type { FaultMode } from './faults.ts'
import { sendJson } from './http.ts'
import type { ScriptEntry } from './script.ts'
import { queueFault, resetState } from './state.ts'
import type { FakeState } from './state.ts'

const entry = z.custom<ScriptEntry>(
  (value) => typeof (value as ScriptEntry | null)?.reply === 'object',
  'an entry needs a reply',
)
const scriptBody = z.object({ entries: z.array(entry) })
const faultBody = z.object({
  mode: z.custom<FaultMode>(isFaultMode, 'unknown fault mode'),
  times: z.union([z.int().min(1), z.literal('always')]).default(1),
  options: z
    .object({ retryAfterS: z.number().optional(), errorCode: z.string().optional() })
    .default({}),
})
const settingsBody = z.object({
  gullible: z.boolean().optional(),
  latencyMs: z.int().min(0).optional(),
})

type Action = (state: FakeState, body: unknown) => unknown

/**
 * For tests in another process:
 * `GET|DELETE /_control/requests`, `PUT /_control/script {entries}`,
 * `POST /_control/faults {mode, times?: n | "always", options?}`, `DELETE /_control/faults`,
 * `PATCH /_control/settings {gullible?, latencyMs?}`, `POST /_control/reset`.
 */
const ACTIONS: Record<string, Action> = {
  'GET /_control/requests': (state) => ({ requests: state.requests }),
  'DELETE /_control/requests': (state) => void (state.requests.length = 0),
  'PUT /_control/script': (state, body) => void (state.script = scriptBody.parse(body).entries),
  'POST /_control/faults': (state, body) => {
    const { mode, times, options } = faultBody.parse(body)
    queueFault(state, mode, times === 'always' ? Infinity : times, options)
  },
  'DELETE /_control/faults': (state) => void (state.faults = []),
  'PATCH /_control/settings': (state, body) => {
    const { gullible, latencyMs } = settingsBody.parse(body)
    state.isGullible = gullible ?? state.isGullible
    state.latencyMs = latencyMs ?? state.latencyMs
  },
  'POST /_control/reset': (state) => resetState(state),
}

export function answerControl(
  state: FakeState,
  res: ServerResponse,
  call: { method: string; path: string; body: unknown },
): void {
  const action = ACTIONS[`${call.method} ${call.path}`]
  if (!action) return sendJson(res, 404, { error: 'no such control' })
  try {
    sendJson(res, 200, action(state, call.body) ?? { ok: true })
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    sendJson(res, 422, { error: z.prettifyError(error) })
  }
}
