import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TOKEN, call, startBot } from './test-bot.ts'

const GOOD = 'https://app.test/hooks/telegram/9f2c'

let world: Awaited<ReturnType<typeof startBot>>
beforeEach(async () => {
  world = await startBot()
})
afterEach(() => world.close())

const set = (params: Record<string, unknown>) => call(world.fake, 'setWebhook', params)
const info = async () => (await call(world.fake, 'getWebhookInfo')).json.result

describe('setWebhook', () => {
  it.each([
    ['plain http', { url: 'http://app.test/hook' }, 'bad webhook: An HTTPS URL'],
    ['port 8080', { url: 'https://app.test:8080/hook' }, 'bad webhook: Webhook can be set up only'],
    ['no address', { url: 'hook' }, 'invalid webhook URL specified'],
    ['a secret with a space', { url: GOOD, secret_token: 'a b' }, 'contains unallowed characters'],
    ['a secret over 256', { url: GOOD, secret_token: 'a'.repeat(257) }, 'secret token is too long'],
  ])('refuses %s and keeps the old webhook', async (_name, params, description) => {
    const before = await info()
    const { status, json } = await set(params)
    expect(status).toBe(400)
    expect(json.description).toContain(description)
    expect((await info()).url).toBe(before.url)
  })

  it.each(['https://app.test/hook', 'https://app.test:8443/hook', 'https://app.test:88/hook'])(
    'takes %s',
    async (url) => {
      expect((await set({ url, secret_token: 'a'.repeat(256) })).json).toEqual({
        ok: true,
        result: true,
        description: 'Webhook was set',
      })
      expect((await info()).url).toBe(url)
    },
  )

  it('takes plain http only when that was allowed', async () => {
    const local = await startBot({ allowInsecureWebhooks: true })
    const url = 'http://hotel.localhost:3000/webhooks/telegram/k'
    expect((await call(local.fake, 'setWebhook', { url })).status).toBe(200)
    expect((await call(local.fake, 'setWebhook', { url: 'ftp://a.test' })).status).toBe(400)
    await local.close()
  })

  it('refuses a second call in flight with 429', async () => {
    world.fake.configure({ setWebhookMs: 200 })
    const answers = await Promise.all([set({ url: GOOD }), set({ url: GOOD })])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 429])
    expect(answers.find((one) => one.status === 429)?.json.parameters).toEqual({ retry_after: 1 })
  })

  it('shows a webhook that somebody else has set', async () => {
    await set({ url: GOOD })
    world.fake.stealWebhook(TOKEN, 'https://thief.test/hook')
    expect((await info()).url).toBe('https://thief.test/hook')
  })
})

describe('without a webhook', () => {
  it('getUpdates conflicts with a webhook and works after it is deleted', async () => {
    expect((await call(world.fake, 'getUpdates')).status).toBe(409)
    await call(world.fake, 'deleteWebhook')
    const { updateId } = await world.fake.deliverUpdate(TOKEN, { message: { text: 'kept' } })
    expect((await info()).pending_update_count).toBe(1)
    const updates = (await call(world.fake, 'getUpdates')).json.result as unknown
    expect(updates).toMatchObject([{ update_id: updateId }])
    const next = await call(world.fake, 'getUpdates', { offset: updateId + 1 })
    expect(next.json.result).toEqual([])
  })

  it('keeps what arrives and delivers it once a webhook is set, unless told to drop it', async () => {
    const local = await startBot({ allowInsecureWebhooks: true })
    const url = `${local.receiver.url}/later`
    await call(local.fake, 'deleteWebhook')
    await local.fake.deliverUpdate(TOKEN, { message: { text: 'dropped' } })
    await call(local.fake, 'setWebhook', { url, drop_pending_updates: true })
    await call(local.fake, 'deleteWebhook')
    await local.fake.deliverUpdate(TOKEN, { message: { text: 'kept' } })
    await call(local.fake, 'setWebhook', { url })
    await local.fake.settled()
    const texts = local.receiver.requests.map((one) => one.body.toString())
    expect(texts).toEqual([expect.stringContaining('kept')])
    await local.close()
  })
})
