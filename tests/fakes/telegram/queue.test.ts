import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { json } from '../http/exchange.ts'
import type { FakeReply } from '../http/exchange.ts'
import type { Update } from './queue.ts'
import { ANN, TOKEN, call, startBot } from './test-bot.ts'

const BEN = { id: 2222222, first_name: 'Ben' }

let world: Awaited<ReturnType<typeof startBot>>
beforeEach(async () => {
  world = await startBot()
})
afterEach(() => world.close())

type Received = Update & { message?: { text?: string } }
const received = () =>
  world.receiver.requests.map((one) => JSON.parse(one.body.toString()) as Received)
const say = (text: string, from = ANN) =>
  world.fake.deliverMessage(TOKEN, { type: 'text', from, text })
const textsOf = (updates: Received[]) => updates.map((one) => one.message?.text)

/** Answer each request with the next status; 200 when they are used up. */
function answerInTurn(...replies: Array<number | FakeReply>) {
  world.receiver.answerWith(() => {
    const next = replies.shift() ?? 200
    return typeof next === 'number' ? json({}, next) : next
  })
}

describe('delivery', () => {
  it('posts one update with the secret exactly as set', async () => {
    const { status, updateId } = await say('hi')
    expect(status).toBe(200)
    expect(world.receiver.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 's_3c',
    })
    expect(received()[0]?.update_id).toBe(updateId)
  })

  it('takes any 2xx as success and repeats anything else with the same bytes', async () => {
    answerInTurn(500, 302, 204)
    await say('hi')
    await world.fake.settled()
    expect(world.fake.updates(TOKEN)[0]?.attempts.map((one) => one.status)).toEqual([500, 302, 204])
    const [first, , third] = world.receiver.requests
    expect(third?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true)
  })

  it('keeps the order inside a chat while another chat goes on', async () => {
    let isDown = true
    world.receiver.answerWith(({ body }) =>
      json({}, isDown && /poison/.test(String(body)) ? 500 : 200),
    )
    await say('poison')
    const behind = say('after')
    expect((await say('other chat', BEN)).status).toBe(200)
    expect(textsOf(received())).not.toContain('after')
    isDown = false
    await behind
    const mine = textsOf(received()).filter((text) => text !== 'other chat')
    expect(mine.slice(-2)).toEqual(['poison', 'after'])
  })

  it('lets a button press overtake a message that is held', async () => {
    world.fake.holdUpdates(TOKEN, 'message')
    expect((await say('first')).status).toBe(null)
    await world.fake.pressButton(TOKEN, { from: ANN, data: 'b:1' })
    world.fake.releaseUpdates(TOKEN)
    await world.fake.settled()
    expect(received().map((one) => Object.keys(one)[1])).toEqual(['callback_query', 'message'])
  })

  it('never has more in flight than max_connections', async () => {
    const local = await startBot({ allowInsecureWebhooks: true })
    let inFlight = 0
    let most = 0
    local.receiver.answerWith(async () => {
      most = Math.max(most, (inFlight += 1))
      await new Promise((resolve) => setTimeout(resolve, 20))
      inFlight -= 1
      return json({})
    })
    await call(local.fake, 'setWebhook', { url: `${local.receiver.url}/h`, max_connections: 2 })
    const people = [1, 2, 3, 4, 5].map((id) => ({ id, first_name: 'P' }))
    await Promise.all(
      people.map((from) => local.fake.deliverMessage(TOKEN, { type: 'text', from, text: 'x' })),
    )
    await local.fake.settled()
    expect([most, local.receiver.requests.length]).toEqual([2, 5])
    await local.close()
  })

  it('gives a press up after 150 s and a message after 24 h', async () => {
    world.receiver.answerWith(() => json({}, 500))
    await world.fake.pressButton(TOKEN, { from: ANN, data: 'b:1' })
    await say('hi')
    world.fake.advanceClock(150_000)
    await expect.poll(() => world.fake.updates(TOKEN).map((one) => one.state)[0]).toBe('expired')
    world.fake.advanceClock(24 * 3600_000)
    await world.fake.settled()
    expect(world.fake.pendingCount(TOKEN)).toBe(0)
  })

  it('removes a webhook that answers 410 for 23 hours', async () => {
    world.receiver.answerWith(() => json({}, 410))
    await say('hi')
    await expect.poll(() => world.receiver.requests.length).toBeGreaterThan(1)
    // Not past 24 h in all, or the update would expire first.
    world.fake.advanceClock(23 * 3600_000 * 0.005)
    await expect.poll(() => world.fake.webhook(TOKEN)).toBe(undefined)
    await world.fake.settled()
  })

  it('reports the last error while a receiver is hung', async () => {
    world.fake.configure({ webhookTimeoutMs: 50 })
    answerInTurn({ silence: 'hang' }, 500)
    const { status } = await say('hi')
    expect(status).toBe(0)
    await world.fake.settled()
    const { result } = (await call(world.fake, 'getWebhookInfo')).json
    expect(result.last_error_message).toBe('Wrong response from the webhook: 500')
    const [update] = world.fake.updates(TOKEN)
    expect(update?.attempts[0]).toMatchObject({ status: 0, error: 'Read timeout expired' })
  })
})

describe('doubles, filters and answers', () => {
  it('can deliver an update twice under one id', async () => {
    const { updateId } = await say('hi')
    await world.fake.redeliver(TOKEN, updateId)
    expect(received().map((one) => one.update_id)).toEqual([updateId, updateId])
  })

  it('leaves out kinds that were not asked for', async () => {
    const quiet = await world.fake.deliverUpdate(TOKEN, { message_reaction: { chat: { id: 1 } } })
    const unknown = await world.fake.deliverUpdate(TOKEN, { hologram: { chat: { id: 1 } } })
    expect([quiet.status, unknown.status]).toEqual([null, 200])
  })

  it('runs a call that is written into the answer, but not setWebhook', async () => {
    const method = { method: 'sendMessage', chat_id: ANN.id, text: 'from the answer' }
    world.receiver.answerWith(() => json(method))
    await say('hi')
    await world.fake.settled()
    expect(world.fake.sent(TOKEN)).toMatchObject([{ text: 'from the answer' }])
    world.receiver.answerWith(() => json({ method: 'deleteWebhook' }))
    await say('again')
    await world.fake.settled()
    expect(world.fake.webhook(TOKEN)).toBeDefined()
  })

  it('can post raw bytes with another secret or none', async () => {
    await world.fake.deliverRaw(TOKEN, 'not json', { secretToken: 'wrong' })
    await world.fake.deliverRaw(TOKEN, '{}', { secretToken: null })
    const secrets = world.receiver.requests.map(
      (one) => one.headers['x-telegram-bot-api-secret-token'],
    )
    expect(secrets).toEqual(['wrong', undefined])
  })
})
