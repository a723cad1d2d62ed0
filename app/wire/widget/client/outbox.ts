import type { Api } from './api.ts'
import type { Memory } from './memory.ts'

/** A message of the visitor's that the conversation does not show yet. */
export type Pending = {
  key: string
  text: string
  files: File[]
  /** uploaded already, in the order of the files */
  tickets: string[]
  state: 'waiting' | 'sending' | 'sent' | 'failed'
}

const RETRY_MS = 3_000

export type Outbox = ReturnType<typeof createOutbox>

/**
 * What the visitor wrote goes out one by one, in order. Each message has a key of its own that
 * never changes, so sending it again after a broken line cannot double it. Texts survive a
 * reload; files do not.
 */
export function createOutbox(
  api: Api,
  memory: Memory,
  options: { onChange: () => void; profile: () => object; onTooFast: () => void },
) {
  const remembered = (memory.get().outbox ?? []).map(({ key, text }) => toPending(key, text, []))
  let queue: Pending[] = [...remembered]
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function add(text: string, files: File[]): void {
    queue.push(toPending(makeKey(), text, files))
    changed()
    void flush()
  }

  async function flush(): Promise<void> {
    if (isBusy || !api.hasToken()) return
    isBusy = true
    clearTimeout(timer)
    for (const next of [...queue]) {
      if (next.state !== 'waiting' || !queue.includes(next)) continue
      if (!(await sendOne(next))) break
    }
    isBusy = false
    if (queue.some((one) => one.state === 'waiting') && navigator.onLine) again(RETRY_MS)
  }

  /** @returns false when the ones after it had better wait */
  async function sendOne(message: Pending): Promise<boolean> {
    setState(message, 'sending')
    for (const file of message.files.slice(message.tickets.length)) {
      const put = await api.upload(file)
      if (!put.ok) return missed(message, put)
      message.tickets.push(put.data.ticket)
    }
    const { key, text, tickets } = message
    const sent = await api.send({ key, text, files: tickets, profile: options.profile() })
    if (!sent.ok) return missed(message, sent)
    setState(message, 'sent')
    return true
  }

  function missed(message: Pending, miss: { status: number; retryAfterMs: number }): boolean {
    const isForGood = miss.status >= 400 && miss.status < 500 && ![401, 429].includes(miss.status)
    setState(message, isForGood ? 'failed' : 'waiting')
    if (miss.status === 429) options.onTooFast()
    if (miss.retryAfterMs > 0) again(miss.retryAfterMs)
    return isForGood
  }

  function again(afterMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), afterMs)
  }

  function setState(message: Pending, state: Pending['state']): void {
    message.state = state
    changed()
  }

  function remove(key: string): void {
    if (!queue.some((one) => one.key === key)) return
    queue = queue.filter((one) => one.key !== key)
    changed()
  }

  function changed(): void {
    const texts = queue.filter((one) => one.files.length === 0)
    memory.set({ outbox: texts.map(({ key, text }) => ({ key, text })) })
    options.onChange()
  }

  return {
    ...{ add, flush, remove },
    list: () => queue,
    retry: (key: string) => {
      const message = queue.find((one) => one.key === key)
      if (message) setState(message, 'waiting')
      void flush()
    },
    dropRemembered: () => {
      queue = queue.filter((one) => !remembered.includes(one))
      changed()
    },
    clear: () => {
      queue = []
      changed()
    },
  }
}

function toPending(key: string, text: string, files: File[]): Pending {
  return { key, text, files, tickets: [], state: 'waiting' }
}

/** Random also on pages without https, where randomUUID is missing. */
function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
