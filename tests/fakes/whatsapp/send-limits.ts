import type { GraphProblem } from './errors.ts'
import type { WaNumber, World } from './world.ts'

/** Throughput per number and pause per recipient; each is off when its setting is null. */
export function refuseRate(
  world: World,
  number: WaNumber,
  contact: string,
): GraphProblem | undefined {
  const { throughputPerSecond, pairIntervalMs } = world.settings
  const now = world.clock.now()
  number.sendTimes = number.sendTimes.filter((at) => now - at < 1000)
  if (throughputPerSecond !== null && number.sendTimes.length >= throughputPerSecond) {
    return { code: 130429, details: 'Cloud API message throughput has been reached.' }
  }
  const last = number.lastSentTo.get(contact)
  if (pairIntervalMs !== null && last !== undefined && now - last < pairIntervalMs) {
    return { code: 131056, details: 'Too many messages to the same recipient in a short time.' }
  }
  return undefined
}

/** Count an accepted message against both limits. */
export function noteSend(world: World, number: WaNumber, contact: string): void {
  number.sendTimes.push(world.clock.now())
  number.lastSentTo.set(contact, world.clock.now())
}
