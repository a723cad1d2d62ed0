import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { FakeReply } from './exchange.ts'

/**
 * A fault that a test or a person switched on. `match` limits it to requests whose facts
 * (route, recipient …) are equal; `times` uses it up, without it the fault lasts until cleared.
 */
export const faultBase = z.object({
  kind: z.enum(['error', 'hang', 'drop', 'accept-then-drop', 'latency']),
  times: z.number().int().positive().optional(),
  match: z.record(z.string(), z.string()).optional(),
  delayMs: z.number().int().nonnegative().max(600_000).optional(),
})

/** What a proxy in the vendor's house puts in place of an answer. */
const GARBAGE: FakeReply = { status: 200, bytes: Buffer.from('<html><h1>Please wait …</h1>') }

export type FaultBase = { kind: string; times?: number; match?: Record<string, string> }
export type Facts = Record<string, string | undefined>

export type FaultSwitch<F extends FaultBase> = {
  add(fault: F): void
  list(): F[]
  clear(): void
  take(facts: Facts, kinds?: string[]): F | undefined
}

/** A list of faults; the first that fits a request is used up by it. */
export function createFaults<F extends FaultBase>(): FaultSwitch<F> {
  let faults: F[] = []
  return {
    add: (fault) => void faults.push({ ...fault }),
    list: () => faults.map((fault) => ({ ...fault })),
    clear: () => void (faults = []),
    take(facts, kinds) {
      const fault = faults.find((one) => (!kinds || kinds.includes(one.kind)) && fits(one, facts))
      if (fault?.times !== undefined) {
        fault.times -= 1
        if (fault.times <= 0) faults = faults.filter((one) => one !== fault)
      }
      return fault
    },
  }
}

/** Answer a request under a fault. `accept-then-drop` does the work and hides the answer. */
export async function answerWithFault<F extends FaultBase & { delayMs?: number }>(
  fault: F | undefined,
  toError: (fault: F) => FakeReply,
  answer: () => FakeReply | Promise<FakeReply>,
): Promise<FakeReply> {
  if (fault?.delayMs) await sleep(fault.delayMs)
  if (fault?.kind === 'error') return toError(fault)
  if (fault?.kind === 'hang') return { silence: 'hang' }
  if (fault?.kind === 'drop') return { silence: 'drop' }
  const reply = await answer()
  if (fault?.kind === 'garbage') return GARBAGE
  return fault?.kind === 'accept-then-drop' ? { silence: 'drop' } : reply
}

function fits(fault: FaultBase, facts: Facts): boolean {
  return Object.entries(fault.match ?? {}).every(([name, value]) => facts[name] === value)
}
