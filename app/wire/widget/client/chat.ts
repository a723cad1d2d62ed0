import type { Api, Item } from './api.ts'
import { createConversation } from './conversation.ts'
import type { Connection } from './conversation.ts'
import type { Memory } from './memory.ts'
import { createOutbox } from './outbox.ts'
import type { Outbox, Pending } from './outbox.ts'
import type { Identity, Language } from './setup.ts'
import { createVisit } from './visit.ts'

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

const TYPING_EVERY_MS = 4_000

export type Chat = ReturnType<typeof createChat>

/** The chat of one visitor: what was said, what waits to be, and the line to the server. */
export function createChat(
  api: Api,
  memory: Memory,
  options: { language: Language; identity: Identity | undefined; onChange: () => void },
) {
  const state: ChatState = {
    ...{ items: [], pending: [], connection: 'idle', hasEarlier: false },
    ...{ isTyping: false, isTooFast: false, unread: 0 },
  }
  let typedAt = 0
  const conversation = createConversation(api, () => refresh())
  const outbox: Outbox = createOutbox(api, memory, {
    onChange: () => refresh(),
    profile: () => ({ name: visit.identity()?.name, page: location.href.slice(0, 200) }),
    onTooFast: () => void (state.isTooFast = true),
  })
  const visit = createVisit(api, memory, {
    ...options,
    events: {
      onReady: () => void catchUp(),
      onResync: () => void catchUp(),
      onItems: conversation.take,
      onTyping: conversation.showTyping,
      onState: (connection) => {
        state.connection = connection
        options.onChange()
      },
      onRefused: () => {},
      onOther: (change) => {
        conversation.clear()
        // What was written on this very page is this user's; what was remembered may not be.
        if (change === 'other_than_remembered') outbox.dropRemembered()
        if (change === 'other_user') outbox.clear()
      },
    },
  })

  function refresh(): void {
    state.items = conversation.items()
    const known = new Set(state.items.map((item) => item.key))
    const arrived = outbox.list().find(({ key }) => known.has(key))
    // Removing it comes back here, until none is left.
    if (arrived) return outbox.remove(arrived.key)
    state.pending = outbox.list()
    if (!state.pending.some((one) => one.state === 'waiting')) state.isTooFast = false
    state.isTyping = conversation.isTyping()
    state.unread = conversation.countUnread()
    options.onChange()
  }

  async function catchUp(): Promise<void> {
    const page = await api.history()
    if (!page.ok) return
    if (state.items.length === 0) state.hasEarlier = page.data.hasEarlier
    conversation.take(page.data.items)
    conversation.noteDelivered()
    await outbox.flush()
  }

  async function loadEarlier(): Promise<void> {
    const page = await api.history(state.items[0]?.id)
    if (!page.ok) return
    state.hasEarlier = page.data.hasEarlier
    conversation.take(page.data.items)
  }

  return {
    ...{ state, loadEarlier, start: visit.start, stop: visit.stop, identify: visit.change },
    hasVisit: () => memory.get().token !== undefined,
    send: (text: string, files: File[]) => {
      outbox.add(text, files)
      void visit.start().then(() => outbox.flush())
    },
    retry: (key: string) => outbox.retry(key),
    discard: (key: string) => outbox.remove(key),
    setSeen: conversation.setSeen,
    noteTyping: () => {
      if (state.connection !== 'online' || Date.now() - typedAt < TYPING_EVERY_MS) return
      typedAt = Date.now()
      void api.typing()
    },
  }
}
