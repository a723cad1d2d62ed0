import { request } from 'node:http'

export type StreamEvent = { id?: string; event: string; data: unknown }

/** An open event stream as a browser would read it. */
export type TestStream = {
  status: number
  events: StreamEvent[]
  /** resolves with the first event that fits, also one that came before */
  next: (event: string, fits?: (data: unknown) => boolean) => Promise<StreamEvent>
  ended: Promise<void>
  close: () => void
}

const WAIT_MAX_MS = 8_000

export function openTestStream(
  port: number,
  options: {
    host: string
    cookie: string
    path?: string
    lastEventId?: string
    headers?: Record<string, string>
  },
): Promise<TestStream> {
  const { host, cookie, path = '/events', lastEventId } = options
  const given = { host, cookie, ...options.headers }
  const headers = { ...given, ...(lastEventId && { 'last-event-id': lastEventId }) }
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers }, (incoming) => {
      const events: StreamEvent[] = []
      const waiting = new Set<() => void>()
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        const blocks = (text + chunk).split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) {
          const event = parseBlock(block)
          if (event) events.push(event)
        }
        for (const check of waiting) check()
      })
      const ended = new Promise<void>((done) => {
        incoming.on('close', () => done())
        incoming.on('error', () => done())
      })
      const next: TestStream['next'] = (event, fits = () => true) =>
        new Promise((found, failed) => {
          const check = () => {
            const hit = events.find((entry) => entry.event === event && fits(entry.data))
            if (!hit) return
            clearTimeout(timer)
            waiting.delete(check)
            found(hit)
          }
          const timer = setTimeout(
            () => failed(new Error(`No ${event} in ${JSON.stringify(events)}`)),
            WAIT_MAX_MS,
          )
          waiting.add(check)
          check()
        })
      const close = () => void outgoing.destroy()
      resolve({ status: incoming.statusCode ?? 0, events, next, ended, close })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

function parseBlock(block: string): StreamEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ')
      return [line.slice(0, colon), line.slice(colon + 2)]
    }),
  )
  const event = fields.get('event')
  if (!event) return undefined
  return { id: fields.get('id'), event, data: JSON.parse(fields.get('data') ?? 'null') }
}
