import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANN, TOKEN, call, startBot } from './test-bot.ts'

const MB = 1024 * 1024
type File_ = { file_id: string; file_size: number; file_name?: string }

let world: Awaited<ReturnType<typeof startBot>>
beforeEach(async () => {
  world = await startBot()
})
afterEach(() => world.close())

function upload(method: string, field: string, size: number, more: Record<string, string> = {}) {
  const form = new FormData()
  form.set('chat_id', String(ANN.id))
  form.set(field, new File([new Uint8Array(size)], 'price list.pdf', { type: 'application/pdf' }))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return call(world.fake, method, form)
}

const download = (path: unknown) => fetch(`${world.fake.url}/file/bot${TOKEN}/${String(path)}`)

describe('sending files', () => {
  it('uploads a document and sends it again by its handle', async () => {
    const { json } = await upload('sendDocument', 'document', 10, { caption: 'Prices' })
    const sent = json.result.document as File_
    expect(sent).toMatchObject({ file_name: 'price list.pdf', file_size: 10 })
    expect(json.result.caption).toBe('Prices')
    const again = { chat_id: ANN.id, document: sent.file_id }
    expect((await call(world.fake, 'sendDocument', again)).status).toBe(200)
  })

  it('answers a photo as sizes with the largest last', async () => {
    const { json } = await upload('sendPhoto', 'photo', 10)
    const widths = (json.result.photo as Array<{ width: number }>).map((one) => one.width)
    expect(widths).toEqual([90, 1280])
  })

  it.each([
    ['a photo over 10 MB', 'sendPhoto', 'photo', 10 * MB + 1, {}, 413],
    ['a file over 50 MB', 'sendDocument', 'document', 50 * MB + 1, {}, 413],
    ['an empty file', 'sendDocument', 'document', 0, {}, 400],
    ['a caption over 1024', 'sendPhoto', 'photo', 10, { caption: 'c'.repeat(1025) }, 400],
  ])('refuses %s', async (_name, method, field, size, more, status) => {
    expect((await upload(method, field, size, more)).status).toBe(status)
    expect(world.fake.sent(TOKEN)).toEqual([])
  })

  it("refuses a handle of nobody's and a missing file", async () => {
    const wrong = await call(world.fake, 'sendPhoto', { chat_id: ANN.id, photo: 'AgAC' })
    expect(wrong.json.description).toBe('Bad Request: wrong file identifier/HTTP URL specified')
    expect((await call(world.fake, 'sendPhoto', { chat_id: ANN.id })).status).toBe(400)
  })

  it('sends an album of two to ten as messages of one group', async () => {
    const form = new FormData()
    form.set('chat_id', String(ANN.id))
    form.set('a', new File(['1'], 'a.png', { type: 'image/png' }))
    const items = [
      { type: 'photo', media: 'attach://a', caption: 'one' },
      { type: 'photo', media: 'https://a.test/b.png' },
    ]
    form.set('media', JSON.stringify(items))
    expect((await call(world.fake, 'sendMediaGroup', form)).status).toBe(200)
    const groups = world.fake.sent(TOKEN).map((one) => one.media_group_id)
    expect(groups).toEqual([groups[0], groups[0]])
    const single = { chat_id: ANN.id, media: [items[1]] }
    expect((await call(world.fake, 'sendMediaGroup', single)).status).toBe(400)
  })
})

describe('receiving files', () => {
  async function receive(size?: number) {
    const base64 = Buffer.from('the bytes').toString('base64')
    await world.fake.deliverMessage(TOKEN, {
      type: 'document',
      from: ANN,
      base64,
      size,
      fileName: 'a.txt',
    })
    const update = JSON.parse(world.receiver.requests.at(-1)?.body.toString() ?? '') as {
      message: { document: File_ }
    }
    return update.message.document.file_id
  }

  it('gives an address that works for an hour', async () => {
    const { json } = await call(world.fake, 'getFile', { file_id: await receive() })
    const response = await download(json.result.file_path)
    expect(await response.text()).toBe('the bytes')
    world.fake.advanceClock(3600_000)
    expect((await download(json.result.file_path)).status).toBe(404)
  })

  it('refuses files over 20 MB, foreign handles, and addresses never asked for', async () => {
    const big = await call(world.fake, 'getFile', { file_id: await receive(20 * MB + 1) })
    expect([big.status, big.json.description]).toEqual([400, 'Bad Request: file is too big'])
    world.fake.addBot({ token: '333:OTHER', username: 'other_bot' })
    const foreign = await call(world.fake, 'getFile', { file_id: await receive() }, '333:OTHER')
    expect(foreign.json.description).toContain('wrong file_id')
    expect((await download('documents/file_1.txt')).status).toBe(404)
  })
})
