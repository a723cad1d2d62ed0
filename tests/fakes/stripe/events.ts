import type { Background } from '../http/background.ts'
import { callReceiver } from '../http/post.ts'
import { signEvent } from './sign.ts'
import type { World } from './world.ts'

export type EventFault = 'none' | 'twice' | 'shuffled' | 'lost'
export type SentEvent = { id: string; type: string; body: string }

/** Tells a receiver what happened: signed, in order or not, twice or never, as it is told to. */
export function createTeller(world: World, background: Background, secret: string) {
  let receiverUrl: string | undefined
  let mode: EventFault = 'none'
  const sent: SentEvent[] = []

  function make(type: string, object: unknown, previous?: object): SentEvent {
    const id = world.nextId('evt')
    const body = JSON.stringify({
      ...{ id, object: 'event', api_version: '2026-10-28.endive', created: world.seconds() },
      ...{ type, livemode: false, pending_webhooks: 1, request: null },
      data: { object, ...(previous && { previous_attributes: previous }) },
    })
    return { id, type, body }
  }

  /** Sends an event (again), as it is or with another signature or time. */
  function deliver(event: SentEvent, change: { secret?: string; at?: number; body?: string } = {}) {
    const { body = event.body } = change
    const signature = signEvent(event.body, {
      ...{ secret: change.secret ?? secret, at: change.at ?? Math.floor(Date.now() / 1000) },
    })
    return callReceiver(receiverUrl ?? 'http://127.0.0.1:9', {
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      ...{ body: Buffer.from(body), timeoutMs: 5_000 },
    })
  }

  return {
    sent,
    deliver,
    make,
    tellTo: (url: string) => void (receiverUrl = url),
    behave: (next: EventFault) => void (mode = next),
    tell: (...events: SentEvent[]) => {
      sent.push(...events)
      if (mode === 'lost' || !receiverUrl) return
      const order = mode === 'shuffled' ? [...events].reverse() : events
      const all = mode === 'twice' ? [...order, ...order] : order
      background.run(async () => {
        for (const event of all) await deliver(event)
      })
    },
  }
}
