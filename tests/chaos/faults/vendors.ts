import type { FaultMode } from '#tests/fakes/anthropic/faults.ts'
import type { WhatsAppFaultInput } from '#tests/fakes/whatsapp/settings.ts'
import type { Fault } from '../fault.ts'
import { watchOther } from '../watch.ts'
import type { World } from '../world.ts'

const AT_SEND = { match: { route: 'messages' } }
const sending: WhatsAppFaultInput[] = [
  { ...AT_SEND, kind: 'hang', times: 2 },
  { ...AT_SEND, kind: 'error', code: 131000, status: 500, times: 4 },
  { ...AT_SEND, kind: 'error', code: 130429, status: 429, retryAfterSeconds: 1, times: 4 },
  { ...AT_SEND, kind: 'garbage', times: 2 },
  { ...AT_SEND, kind: 'accept-then-drop', times: 2 },
  { ...AT_SEND, kind: 'drop', times: 2 },
]
const thinking: [FaultMode, number][] = [
  ['hang', 1],
  ...([['http_500', 2]] as [FaultMode, number][]),
  ...([['http_429', 2]] as [FaultMode, number][]),
  ...([['html_502', 2]] as [FaultMode, number][]),
  ...([['truncated_body', 2]] as [FaultMode, number][]),
  ...([['reset', 2]] as [FaultMode, number][]),
  ...([['not_json', 2]] as [FaultMode, number][]),
]

/** WhatsApp's own interface misbehaves in every way, one after the other. */
export const brokenWhatsApp: Fault = {
  name: 'vendor-whatsapp',
  run: (world, check) =>
    during(world, check, async () => {
      for (const fault of shuffled(world, sending)) {
        world.vendor.fail(fault)
        await world.pass(400, 800)
      }
    }),
}

/** The model's. */
export const brokenModel: Fault = {
  name: 'vendor-model',
  run: (world, check) =>
    during(world, check, async () => {
      for (const [mode, times] of shuffled(world, thinking)) {
        world.model.fault(mode, times)
        await world.pass(300, 600)
      }
    }),
}

/** Whatever a vendor does, nobody waits for it: webhooks and pages are answered as always. */
async function during(
  world: World,
  check: Parameters<Fault['run']>[1],
  trouble: () => Promise<void>,
): Promise<void> {
  const unwatch = await watchOther(world, check)
  await trouble()
  await world.pass(300, 600)
  await unwatch()
  world.vendor.clearFaults()
}

function shuffled<T>({ random }: World, all: T[]): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
