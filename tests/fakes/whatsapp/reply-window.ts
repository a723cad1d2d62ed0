import type { WaNumber, World } from './world.ts'

export const REPLY_WINDOW_MS = 24 * 60 * 60 * 1000

/** Open (or move) a contact's 24-hour window as an inbound message at `at` would. */
export function openWindow(number: WaNumber, contact: string, at: number): void {
  const last = number.lastInboundAt.get(contact) ?? 0
  number.lastInboundAt.set(contact, Math.max(last, at))
}

/** Whether free messages may go to the contact now. */
export function isWindowOpen(world: World, number: WaNumber, contact: string): boolean {
  const last = number.lastInboundAt.get(contact)
  return last !== undefined && world.clock.now() - last < REPLY_WINDOW_MS
}

/**
 * Remember the customers' messages of any webhook body that leaves the fake, hand-written ones
 * too: they open the window and may be marked as read. Bodies of another shape are passed over.
 */
export function noteInbound(world: World, body: string): void {
  for (const value of valuesOf(body)) {
    const metadata = asRecord(value.metadata)
    const number = world.numbers.get(String(metadata.phone_number_id))
    if (!number) continue
    for (const message of asList(value.messages)) noteMessage(number, asRecord(message))
  }
}

function noteMessage(number: WaNumber, message: Record<string, unknown>) {
  if (typeof message.id === 'string') number.inboundIds.add(message.id)
  const at = Number(message.timestamp) * 1000
  if (!Number.isFinite(at) || message.type === 'system') return
  for (const contact of [message.from, message.from_user_id]) {
    if (typeof contact === 'string') openWindow(number, contact, at)
  }
}

function valuesOf(body: string): Array<Record<string, unknown>> {
  const entries = asList(asRecord(parse(body)).entry)
  const changes = entries.flatMap((entry) => asList(asRecord(entry).changes)).map(asRecord)
  return changes.filter((one) => one.field === 'messages').map((one) => asRecord(one.value))
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
