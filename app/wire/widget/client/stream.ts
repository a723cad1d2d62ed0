import type { Api, Item } from './api.ts'

export type StreamEvents = {
  onReady: () => void
  onItems: (items: Item[]) => void
  onTyping: () => void
  /** too much was missed: ask for the history again */
  onResync: () => void
  /** the visit is over; a new one is needed */
  onRefused: () => void
  onState: (state: 'connecting' | 'online' | 'offline') => void
}

const BACKOFF_FIRST_MS = 800
const BACKOFF_MAX_MS = 30_000
/** The server says something every 15 seconds; a line that says nothing is dead. */
const SILENCE_MAX_MS = 40_000

export type Stream = ReturnType<typeof openStream>

/**
 * A line to the server that is held for as long as the page is there: broken lines are
 * connected again, later and later, and at once when the browser is back online.
 */
export function openStream(api: Api, events: StreamEvents) {
  let failures = 0
  let current: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    clearTimeout(timer)
    current?.abort()
    const line = (current = new AbortController())
    events.onState(navigator.onLine ? 'connecting' : 'offline')
    const isRefused = await follow(line).catch(() => false)
    if (line !== current || isClosed) return
    if (isRefused) return events.onRefused()
    events.onState(navigator.onLine ? 'connecting' : 'offline')
    const waitMs = Math.min(BACKOFF_FIRST_MS * 2 ** failures++, BACKOFF_MAX_MS)
    timer = setTimeout(() => void connect(), waitMs * (0.7 + Math.random() * 0.6))
  }

  /** @returns true when the server does not know the visit any more */
  async function follow(line: AbortController): Promise<boolean> {
    let watch = setTimeout(() => line.abort(), SILENCE_MAX_MS)
    try {
      const response = await api.events(line.signal)
      if (response.status === 401 || response.status === 403) return true
      if (!response.ok || !response.body) return false
      await readEvents(response.body, (event, data) => {
        clearTimeout(watch)
        watch = setTimeout(() => line.abort(), SILENCE_MAX_MS)
        tell(event, data)
      })
      return false
    } finally {
      clearTimeout(watch)
    }
  }

  function tell(event: string, data: unknown): void {
    if (event === 'ready') {
      failures = 0
      events.onState('online')
      events.onReady()
    } else if (event === 'messages') events.onItems(data as Item[])
    else if (event === 'typing') events.onTyping()
    else if (event === 'resync') events.onResync()
  }

  const onOnline = () => void connect()
  const onOffline = () => events.onState('offline')
  addEventListener('online', onOnline)
  addEventListener('offline', onOffline)
  void connect()

  return {
    close: () => {
      isClosed = true
      clearTimeout(timer)
      current?.abort()
      removeEventListener('online', onOnline)
      removeEventListener('offline', onOffline)
    },
  }
}

/** Reads text/event-stream; comments count as a sign of life. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: string, data: unknown) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as never).getReader()
  let text = ''
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: string }
    if (done) return
    const blocks = (text + value).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1] ?? ''
      const data = /^data: (.*)$/m.exec(block)?.[1] ?? 'null'
      onEvent(event, JSON.parse(data))
    }
  }
}
