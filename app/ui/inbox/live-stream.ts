import type { VisibleChange } from '#app/domain/conversations/shown.ts'

const WAIT_MIN_MS = 1_000
const WAIT_MAX_MS = 30_000
/** A hidden page keeps listening this long, for the number in its title; then it rests. */
const HIDDEN_MAX_MS = 5 * 60_000

export type LiveListener = {
  onChanges: (changes: VisibleChange[], lastId: number) => void
  onGone: (conversationIds: number[]) => void
  onResync: () => void
  onCalls: (count: number) => void
  /** notifications not read yet */
  onUnread: (count: number) => void
  onState: (isConnected: boolean) => void
  /** the session is over */
  onEnd: () => void
}

/**
 * Listens to /events from a change on, for as long as the page lives: reconnects with growing
 * waits, goes on where it was, rests while the page is hidden for long.
 *
 * @returns a function that ends it
 */
export function openLiveStream(after: number, listener: LiveListener): () => void {
  let lastId = after
  let source: EventSource | undefined
  let waitMs = WAIT_MIN_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  function connect() {
    clearTimeout(timer)
    if (isOver || source) return
    const stream = new EventSource(`/events?after=${lastId}`)
    source = stream
    const on = <T>(event: string, work: (data: T) => void) =>
      stream.addEventListener(event, (message: MessageEvent<string>) => {
        lastId = Number(message.lastEventId) || lastId
        work(JSON.parse(message.data) as T)
      })
    on<{ at: number }>('ready', () => {
      waitMs = WAIT_MIN_MS
      listener.onState(true)
    })
    on<VisibleChange[]>('changes', (changes) => listener.onChanges(changes, lastId))
    on<number[]>('gone', (ids) => listener.onGone(ids))
    on<null>('resync', () => listener.onResync())
    on<number>('calls', (count) => listener.onCalls(count))
    on<number>('unread', (count) => listener.onUnread(count))
    on<'session' | 'closed'>('end', (reason) => {
      disconnect()
      if (reason === 'session') return listener.onEnd()
      later()
    })
    stream.onerror = () => {
      disconnect()
      later()
    }
  }

  function disconnect() {
    source?.close()
    source = undefined
    listener.onState(false)
  }

  function later() {
    clearTimeout(timer)
    // Spread out, or every page of a restarted server comes back in the same instant.
    timer = setTimeout(connect, waitMs * (0.5 + Math.random() / 2))
    waitMs = Math.min(waitMs * 2, WAIT_MAX_MS)
  }

  function atOnce() {
    waitMs = WAIT_MIN_MS
    connect()
  }

  function onVisibility() {
    clearTimeout(timer)
    if (!document.hidden) return atOnce()
    timer = setTimeout(disconnect, HIDDEN_MAX_MS)
  }

  window.addEventListener('online', atOnce)
  document.addEventListener('visibilitychange', onVisibility)
  connect()
  return () => {
    isOver = true
    clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', atOnce)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
