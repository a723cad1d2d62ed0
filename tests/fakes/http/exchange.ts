/** One request as a fake sees it: the body is the raw bytes, never parsed ahead of the route. */
export type FakeRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: Buffer
}

/** What a fake answers. `silence` is a fault: keep the caller waiting, or cut the connection. */
export type FakeReply =
  | { status: number; headers?: Record<string, string>; json: unknown }
  | { status: number; headers?: Record<string, string>; bytes: Uint8Array }
  | { silence: 'hang' | 'drop' }

export type Params = Record<string, string>

/** Answer JSON with a status (200 unless told). */
export function json(value: unknown, status = 200, headers?: Record<string, string>): FakeReply {
  return { status, json: value, headers }
}

/** Answer plain bytes with their content type. */
export function bytes(value: Uint8Array, contentType: string): FakeReply {
  return { status: 200, bytes: value, headers: { 'content-type': contentType } }
}
