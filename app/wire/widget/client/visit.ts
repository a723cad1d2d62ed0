import type { Api } from './api.ts'
import type { Memory } from './memory.ts'
import type { Identity, Language } from './setup.ts'
import { openStream } from './stream.ts'
import type { Stream, StreamEvents } from './stream.ts'

const SESSION_RETRY_MS = 4_000

export type VisitEvents = StreamEvents & {
  /** another visit than before: nothing of the old one may stay on the page */
  onOther: (change: 'same_user' | 'other_than_remembered' | 'other_user') => void
}

export type Visit = ReturnType<typeof createVisit>

/** Who the visitor is to the server, and the line that is held for as long as they are it. */
export function createVisit(
  api: Api,
  memory: Memory,
  options: { language: Language; identity: Identity | undefined; events: VisitEvents },
) {
  const { events } = options
  let { identity } = options
  let stream: Stream | undefined
  let starting: Promise<void> | undefined

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
    const token = isSame ? kept.token : undefined
    const signed = identity && { userId: identity.userId, hash: identity.hash }
    const session = await api.session({ token, identity: signed, language: options.language })
    if (!session.ok) return missed(session.status)
    if (!isSame) events.onOther('other_than_remembered')
    else if (kept.token && session.data.token !== kept.token) events.onOther('same_user')
    api.setToken(session.data.token)
    memory.set({ token: session.data.token, user })
    stream = openStream(api, { ...events, onRefused: again })
  }

  function missed(status: number): void {
    events.onState('offline')
    const isPassing = status === 0 || status === 429 || status >= 500
    if (isPassing) return void setTimeout(() => void start(), SESSION_RETRY_MS)
    if (status !== 403 || !identity) return
    // A wrong signature is the website's mistake: its visitor may still write, as nobody.
    console.error('Baraza chat: the signature of the user is not valid.')
    identity = undefined
    setTimeout(() => void start())
  }

  function stop(): void {
    stream?.close()
    stream = undefined
    starting = undefined
    api.setToken(undefined)
  }

  /** The server does not know the visit any more. */
  function again(): void {
    stop()
    setTimeout(() => void start(), SESSION_RETRY_MS)
  }

  return {
    ...{ start, stop },
    identity: () => identity,
    /** somebody logged in or out on the website */
    change: (user: Identity | undefined) => {
      stop()
      if (user?.userId !== identity?.userId) events.onOther('other_user')
      identity = user
    },
  }
}
