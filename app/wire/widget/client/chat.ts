import type { Api, Item } from './api.ts'
import type { Memory } from './memory.ts'
import { createOutbox } from './outbox.ts'
import type { Outbox, Pending } from './outbox.ts'
import type { Identity, Language } from './setup.ts'
import { openStream } from './stream.ts'
import type { Stream } from './stream.ts'

export type Connection = 'idle' | 'connecting' | 'online' | 'offline'

/** All that the view draws. */
export type ChatState = {
  items: Item[]
  pending: Pending[]
  connection: Connection
  hasEarlier: boolean
  isTyping: boolean
  isTooFast: boolean
  unread: number
}

const TYPING_SHOWN_MS = 8_000
const TYPING_EVERY_MS = 4_000
const SESSION_RETRY_MS = 4_000

export type Chat = ReturnType<typeof createChat>

/** The conversation of one visitor: what was said, what waits to be, and the line to the server. */
export function createChat(
  api: Api,
  memory: Memory,
  options: { language: Language; identity: Identity | undefined; onChange: () => void },
) {
  const items = new Map<number, Item>()
  const state: ChatState = {
    ...{ items: [], pending: [], connection: 'idle', hasEarlier: false },
    ...{ isTyping: false, isTooFast: false, unread: 0 },
  }
  const { onChange } = options
  let { identity } = options
  let stream: Stream | undefined
  let starting: Promise<void> | undefined
  let isSeen = false
  let readUpTo = 0
  let typedAt = 0
  let typingTimer: ReturnType<typeof setTimeout> | undefined
  const outbox: Outbox = createOutbox(api, memory, {
    onChange: () => refresh(),
    profile: () => ({ name: identity?.name, page: location.href.slice(0, 200) }),
    onTooFast: () => void (state.isTooFast = true),
  })

  function refresh(): void {
    const known = new Set([...items.values()].map((item) => item.key))
    for (const { key } of outbox.list()) if (known.has(key)) return outbox.remove(key)
    state.items = [...items.values()].sort((a, b) => a.at - b.at || a.id - b.id)
    state.pending = outbox.list()
    if (!state.pending.some((one) => one.state === 'waiting')) state.isTooFast = false
    state.unread = unreadItems().length
    onChange()
  }

  function unreadItems(): Item[] {
    return state.items.filter(
      (item) => item.by !== 'visitor' && item.status !== 'read' && item.id > readUpTo,
    )
  }

  /** Begins once, however often it is asked. */
  function start(): Promise<void> {
    starting ??= begin().finally(() => {
      if (!stream) starting = undefined
    })
    return starting
  }

  async function begin(): Promise<void> {
    const user = identity?.userId ?? null
    const kept = memory.get()
    const isSame = (kept.user ?? null) === user
    if (!isSame) outbox.clear()
    const token = isSame ? kept.token : undefined
    const signed = identity && { userId: identity.userId, hash: identity.hash }
    const session = await api.session({ token, identity: signed, language: options.language })
    if (!session.ok) return missedSession(session.status)
    if (session.data.token !== kept.token) items.clear()
    api.setToken(session.data.token)
    memory.set({ token: session.data.token, user })
    stream = openStream(api, {
      onReady: () => void catchUp(),
      onResync: () => void catchUp(),
      onItems: take,
      onTyping: showTyping,
      onState: setConnection,
      onRefused: () => restart(identity),
    })
  }

  function missedSession(status: number): void {
    setConnection('offline')
    const isPassing = status === 0 || status === 429 || status >= 500
    if (isPassing) return void setTimeout(() => void start(), SESSION_RETRY_MS)
    if (status !== 403 || !identity) return
    // A wrong signature is the website's mistake: its visitor may still write, as nobody.
    console.error('Baraza chat: the signature of the user is not valid.')
    identity = undefined
    setTimeout(() => void start())
  }

  async function catchUp(): Promise<void> {
    const page = await api.history()
    if (!page.ok) return
    if (items.size === 0) state.hasEarlier = page.data.hasEarlier
    take(page.data.items)
    const newest = state.items.findLast((item) => item.by !== 'visitor' && item.status === 'sent')
    if (newest) void api.receipt('delivered', newest.id)
    await outbox.flush()
  }

  async function loadEarlier(): Promise<void> {
    const page = await api.history(state.items[0]?.id)
    if (!page.ok) return
    state.hasEarlier = page.data.hasEarlier
    take(page.data.items)
  }

  function take(received: Item[]): void {
    for (const item of received) items.set(item.id, item)
    if (received.some((item) => item.by !== 'visitor')) state.isTyping = false
    refresh()
    if (isSeen) noteRead()
  }

  function noteRead(): void {
    const newest = unreadItems().at(-1)
    if (!newest) return
    readUpTo = newest.id
    void api.receipt('read', newest.id)
    refresh()
  }

  function showTyping(): void {
    clearTimeout(typingTimer)
    state.isTyping = true
    typingTimer = setTimeout(() => {
      state.isTyping = false
      onChange()
    }, TYPING_SHOWN_MS)
    onChange()
  }

  function noteTyping(): void {
    if (state.connection !== 'online' || Date.now() - typedAt < TYPING_EVERY_MS) return
    typedAt = Date.now()
    void api.typing()
  }

  function setConnection(connection: Connection): void {
    state.connection = connection
    onChange()
  }

  function stop(): void {
    stream?.close()
    stream = undefined
    starting = undefined
    api.setToken(undefined)
  }

  /** Another user, or a visit that is over: nothing of the old one stays on the page. */
  function restart(user: Identity | undefined): void {
    const isOther = user?.userId !== identity?.userId
    stop()
    identity = user
    if (isOther) {
      items.clear()
      readUpTo = 0
      memory.set({ token: undefined })
      outbox.clear()
    }
    refresh()
    if (!isOther) setTimeout(() => void start(), 3_000)
  }

  return {
    ...{ state, start, stop, loadEarlier, noteTyping, restart },
    hasVisit: () => memory.get().token !== undefined,
    send: (text: string, files: File[]) => {
      outbox.add(text, files)
      void start().then(() => outbox.flush())
    },
    retry: (key: string) => outbox.retry(key),
    discard: (key: string) => outbox.remove(key),
    /** whether the visitor looks at the conversation now */
    setSeen: (value: boolean) => {
      isSeen = value
      if (value) noteRead()
    },
  }
}
