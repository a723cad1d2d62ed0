import { afterEach, expect, it } from 'vitest'
import { CUSTOMER, PHONE_ID, sendText, startNumber } from './test-number.ts'
import type { SettingsPatch } from './settings.ts'

type Status = Record<string, unknown> & { status: string; errors?: Array<{ code: number }> }

let world: Awaited<ReturnType<typeof startNumber>>
afterEach(() => world.close())

const flow = (statusFlow: SettingsPatch['statusFlow']): SettingsPatch => ({
  statuses: 'auto',
  statusFlow: { delayMs: 1, ...statusFlow },
})

async function sendAndCollect(settings: SettingsPatch) {
  world = await startNumber(settings)
  world.fake.openWindow(PHONE_ID, CUSTOMER)
  const { json } = await sendText(world.fake, 'x', { biz_opaque_callback_data: 'msg_9' })
  await world.fake.settled()
  return {
    id: json.messages[0]?.id,
    posts: world.receiver.requests.map((one) => statusesOf(one.body)),
  }
}

function statusesOf(body: Buffer): Status[] {
  const { entry } = JSON.parse(body.toString()) as {
    entry: Array<{ changes: Array<{ value: { statuses: Status[] } }> }>
  }
  return entry.flatMap((one) => one.changes.flatMap((change) => change.value.statuses))
}

const names = (posts: Status[][]) => posts.flat().map((one) => one.status)

it('plays sent, delivered, read with the callback data and the recipient', async () => {
  const { id, posts } = await sendAndCollect(flow({}))
  expect(names(posts)).toEqual(['sent', 'delivered', 'read'])
  expect(posts.flat()[0]).toMatchObject({
    id,
    recipient_id: CUSTOMER,
    biz_opaque_callback_data: 'msg_9',
    pricing: { pricing_model: 'PMP' },
  })
})

it('can skip delivered, turn the order round, and repeat each status', async () => {
  const { posts } = await sendAndCollect(
    flow({ skipDelivered: true, reversed: true, duplicate: true }),
  )
  expect(names(posts)).toEqual(['read', 'read', 'sent', 'sent'])
})

it('can put all statuses into the entries of one POST', async () => {
  const { posts } = await sendAndCollect(flow({ batched: true }))
  expect(posts).toHaveLength(1)
  expect(names(posts)).toEqual(['sent', 'delivered', 'read'])
})

it('can post the statuses before the send is answered', async () => {
  world = await startNumber(flow({ early: true }))
  world.fake.openWindow(PHONE_ID, CUSTOMER)
  await sendText(world.fake)
  expect(world.receiver.requests).toHaveLength(3)
})

it('reports an undeliverable message as failed, also when statuses are manual', async () => {
  world = await startNumber()
  world.fake.openWindow(PHONE_ID, CUSTOMER)
  world.fake.fail({ kind: 'failed-status', code: 131026, times: 1, match: { to: CUSTOMER } })
  expect((await sendText(world.fake)).status).toBe(200)
  await world.fake.settled()
  const [failed] = statusesOf(world.receiver.requests[0]?.body ?? Buffer.from('{}'))
  expect([failed?.status, failed?.errors?.[0]?.code]).toEqual(['failed', 131026])
})

it('can accept free text outside the window and then fail it', async () => {
  world = await startNumber({ ...flow({}), window: 'status' })
  expect((await sendText(world.fake)).status).toBe(200)
  await world.fake.settled()
  const [failed] = statusesOf(world.receiver.requests[0]?.body ?? Buffer.from('{}'))
  expect([failed?.status, failed?.errors?.[0]?.code]).toEqual(['failed', 131047])
})
