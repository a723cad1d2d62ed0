export type FileView = { ticket: string; name: string; mimeType: string; byteSize: number }

/** A message as the server gives it. */
export type Item = {
  id: number
  key: string | null
  by: 'visitor' | 'ai' | 'person'
  name: string | null
  text: string | null
  files: FileView[]
  status: string
  at: number
  isEdited: boolean
  isDeleted: boolean
  /** the company's */
  reaction: string | null
  /** what it answers, cut short; empty where that has no words */
  quote: string | null
}

type Tokens = { light: Theme; dark: Theme }
export type Theme = { accent: string; strong: string; on: string; soft: string; ink: string }
export type Settings = { company: { name: string; look: Tokens }; language: string }

export type Answer<T> =
  | { ok: true; data: T }
  /** status 0: no answer came */
  | { ok: false; status: number; retryAfterMs: number }

const PATIENCE_MS = 20_000
const UPLOAD_PATIENCE_MS = 180_000

export type Api = ReturnType<typeof createApi>

/** The chat's addresses on our server. The token goes in a header, never into an address. */
export function createApi(base: string) {
  let token: string | undefined

  async function ask<T>(path: string, init: RequestInit = {}, patienceMs = PATIENCE_MS) {
    try {
      const response = await fetch(`${base}/${path}`, {
        ...init,
        headers: { ...authorization(), ...(init.headers as Record<string, string>) },
        credentials: 'omit',
        signal: AbortSignal.timeout(patienceMs),
      })
      if (!response.ok) return refused(response)
      const text = await response.text()
      return { ok: true, data: (text ? JSON.parse(text) : undefined) as T } satisfies Answer<T>
    } catch {
      return { ok: false, status: 0, retryAfterMs: 0 } satisfies Answer<T>
    }
  }

  function authorization(): Record<string, string> {
    return token ? { authorization: `Bearer ${token}` } : {}
  }

  const post = <T>(path: string, body: unknown): Promise<Answer<T>> =>
    ask<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  return {
    setToken: (value: string | undefined) => void (token = value),
    hasToken: () => token !== undefined,
    settings: (): Promise<Answer<Settings>> => ask('settings'),
    session: (body: object) =>
      post<{ token: string; isIdentified: boolean; language: string }>('session', body),
    history: (before?: number): Promise<Answer<{ items: Item[]; hasEarlier: boolean }>> =>
      ask(before ? `messages?before=${before}` : 'messages'),
    send: (body: object) => post<{ key: string; isNew: boolean }>('messages', body),
    receipt: (status: 'delivered' | 'read', upTo: number) => post('receipts', { status, upTo }),
    typing: () => post('typing', {}),
    upload: (file: File): Promise<Answer<{ ticket: string }>> => {
      const headers = { 'x-file-name': encodeURIComponent(file.name), 'content-type': BYTES }
      return ask('files', { method: 'POST', headers, body: file }, UPLOAD_PATIENCE_MS)
    },
    fileUrl: (ticket: string) => `${base}/files/${ticket}`,
    events: (signal: AbortSignal) =>
      fetch(`${base}/events`, { headers: authorization(), credentials: 'omit', signal }),
  }
}

const BYTES = 'application/octet-stream'

function refused(response: Response): { ok: false; status: number; retryAfterMs: number } {
  const seconds = Number(response.headers.get('retry-after') ?? 0)
  return { ok: false, status: response.status, retryAfterMs: seconds * 1000 }
}
