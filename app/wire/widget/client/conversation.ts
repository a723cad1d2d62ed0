import type { Api, Item } from './api.ts'

export type Connection = 'idle' | 'connecting' | 'online' | 'offline'

const TYPING_SHOWN_MS = 8_000

export type Conversation = ReturnType<typeof createConversation>

/** What was said so far, as the server tells it, and how much of it the visitor has seen. */
export function createConversation(api: Api, onChange: () => void) {
  const known = new Map<number, Item>()
  let items: Item[] = []
  let isTyping = false
  let isSeen = false
  let readUpTo = 0
  let typingTimer: ReturnType<typeof setTimeout> | undefined

  const listUnread = (): Item[] =>
    items.filter(
      ({ by, status, id, isDeleted }) =>
        by !== 'visitor' && status !== 'read' && id > readUpTo && !isDeleted,
    )

  function take(received: Item[]): void {
    for (const item of received) known.set(item.id, item)
    items = [...known.values()].sort((a, b) => a.at - b.at || a.id - b.id)
    if (received.some((item) => item.by !== 'visitor')) isTyping = false
    onChange()
    if (isSeen) noteRead()
  }

  function noteRead(): void {
    const newest = listUnread().at(-1)
    if (!newest) return
    readUpTo = newest.id
    void api.receipt('read', newest.id)
    onChange()
  }

  /** All that came while nobody was on the line has reached the page now. */
  function noteDelivered(): void {
    const newest = items.findLast((item) => item.by !== 'visitor' && item.status === 'sent')
    if (newest) void api.receipt('delivered', newest.id)
  }

  function showTyping(): void {
    clearTimeout(typingTimer)
    isTyping = true
    typingTimer = setTimeout(() => {
      isTyping = false
      onChange()
    }, TYPING_SHOWN_MS)
    onChange()
  }

  return {
    ...{ take, noteDelivered, showTyping },
    items: () => items,
    isTyping: () => isTyping,
    countUnread: () => listUnread().length,
    /** whether the visitor looks at it now */
    setSeen: (value: boolean) => {
      isSeen = value
      if (value) noteRead()
    },
    clear: () => {
      known.clear()
      items = []
      readUpTo = 0
      onChange()
    },
  }
}
