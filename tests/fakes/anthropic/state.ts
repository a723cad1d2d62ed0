import type { FaultMode, FaultOptions, QueuedFault } from './faults.ts'
import type { ScriptEntry } from './script.ts'

/** A demo runs for days: only the newest requests are kept. */
const MAX_RECORDED_REQUESTS = 1_000

/** One request as it arrived; `raw` is for "no other company's text was in it" assertions. */
export type RecordedRequest = {
  requestId: string
  method: string
  path: string
  headers: Record<string, string>
  apiKey: string
  raw: string
  body: unknown
  /** The status answered; null while it hangs or when the connection was reset. */
  status: number | null
  fault: FaultMode | null
  /** True once the connection ended, from either side, before the answer was complete. */
  aborted: boolean
}

export type FakeState = {
  /** Null: any key that is not empty is good. */
  apiKeys: string[] | null
  script: ScriptEntry[]
  faults: QueuedFault[]
  requests: RecordedRequest[]
  latencyMs: number
  isGullible: boolean
  /** Cached prompt prefixes by API key. */
  prefixes: Map<string, Set<string>>
  serial: number
}

export function createState(options: Partial<FakeState>): FakeState {
  return {
    apiKeys: null,
    script: [],
    faults: [],
    requests: [],
    latencyMs: 0,
    isGullible: false,
    prefixes: new Map(),
    serial: 0,
    ...options,
  }
}

export function recordRequest(state: FakeState, request: RecordedRequest): void {
  state.requests.push(request)
  if (state.requests.length > MAX_RECORDED_REQUESTS) state.requests.shift()
}

export function queueFault(
  state: FakeState,
  mode: FaultMode,
  times = 1,
  options: FaultOptions = {},
): void {
  state.faults.push({ mode, times, options })
}

/** Forgets requests, script, faults and moods; keys and latency stay. */
export function resetState(state: FakeState): void {
  state.script = []
  state.faults = []
  state.requests.length = 0
  state.isGullible = false
  state.prefixes.clear()
}

export function findPrefixes(state: FakeState, apiKey: string): Set<string> {
  const known = state.prefixes.get(apiKey) ?? new Set<string>()
  state.prefixes.set(apiKey, known)
  return known
}
