import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const RECONNECT_MS = 200
const CONNECT_TIMEOUT_MS = 2_000

const roleSchema = z.object({
  type: z.enum(['init', 'primaryChange']),
  data: z.object({ isPrimary: z.boolean(), hostname: z.string().optional() }),
})
const eventSchema = z.union([roleSchema, z.object({ type: z.literal('tx'), db: z.string() })])

export type LiteFsEvent = z.infer<typeof eventSchema>

/**
 * Follows LiteFS's stream of events, one JSON object a line, and connects again whenever it
 * breaks. Every connection begins with the role, so nothing about it is missed.
 *
 * @returns `begun` settles with the first event or the first failure
 */
export function followEvents(
  url: string,
  on: { onEvent: (event: LiteFsEvent) => void; onBreak: () => void },
) {
  let isStopped = false
  let again: NodeJS.Timeout | undefined
  let close = () => {}
  let settle = () => {}
  const begun = new Promise<void>((resolve) => (settle = resolve))

  function connect(): void {
    let isOver = false
    const over = () => {
      if (isOver || isStopped) return
      isOver = true
      settle()
      on.onBreak()
      again = setTimeout(connect, RECONNECT_MS)
    }
    let hasBegun = false
    const request = get(url, (response) => {
      hasBegun = true
      read(response, over)
    })
    request.setTimeout(CONNECT_TIMEOUT_MS, () => {
      // A quiet stream is no broken one; only an answer that never began is.
      if (!hasBegun) request.destroy()
    })
    request.once('error', over)
    close = () => request.destroy()
  }

  function read(response: IncomingMessage, over: () => void): void {
    const lines = createInterface({ input: response })
    lines.on('line', (line) => {
      const event = parseEvent(line)
      if (!event || isStopped) return
      on.onEvent(event)
      settle()
    })
    lines.once('close', over)
    response.once('error', over)
  }

  function stop(): void {
    isStopped = true
    clearTimeout(again)
    close()
  }

  connect()
  return { begun, stop }
}

function parseEvent(line: string): LiteFsEvent | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
