import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER, PHONE_ID, TOKEN, graph, send, startNumber } from './test-number.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let world: Awaited<ReturnType<typeof startNumber>>
beforeEach(async () => {
  world = await startNumber()
})
afterEach(() => world.close())

function upload(content: Uint8Array<ArrayBuffer>, type: string, product = 'whatsapp') {
  const form = new FormData()
  form.set('messaging_product', product)
  form.set('type', type)
  form.set('file', new File([content], 'a.bin', { type }))
  return graph(world.fake, 'POST', `${PHONE_ID}/media`, form)
}

const fetchBytes = (url: string, token = TOKEN) =>
  fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' })

async function receiveImage(more: { urlOverride?: string; redirectTo?: string } = {}) {
  await world.fake.deliverInbound(PHONE_ID, { type: 'image', from: CUSTOMER, ...more })
  const match = /"image":\{"id":"(\d+)"/.exec(world.fake.deliveries()[0]?.body ?? '')
  return match?.[1] ?? ''
}

describe('download', () => {
  it('goes in two steps and gives the bytes that were announced', async () => {
    const id = await receiveImage()
    const { json } = await graph(world.fake, 'GET', `${id}?phone_number_id=${PHONE_ID}`)
    const response = await fetchBytes(String(json.url))
    const content = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(json).toMatchObject({ id, mime_type: 'image/png', file_size: String(content.length) })
    expect(json.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    const announced = createHash('sha256').update(content).digest('base64')
    expect(world.fake.deliveries()[0]?.body).toContain(announced)
  })

  it('needs the token at the binary address too', async () => {
    const { json } = await graph(world.fake, 'GET', await receiveImage())
    expect((await fetch(String(json.url))).status).toBe(401)
    expect((await fetchBytes(String(json.url), 'wrong')).status).toBe(401)
  })

  it('gives an address that lives five minutes and cannot be prolonged', async () => {
    const { json } = await graph(world.fake, 'GET', await receiveImage())
    const later = String(json.url).replace(/ext=\d+/, 'ext=9999999999')
    expect((await fetchBytes(later)).status).toBe(404)
    world.fake.advanceClock(5 * MINUTE_MS + 1000)
    expect((await fetchBytes(String(json.url))).status).toBe(404)
  })

  it('forgets inbound files after seven days', async () => {
    const id = await receiveImage()
    world.fake.advanceClock(7 * DAY_MS)
    const { status, json } = await graph(world.fake, 'GET', id)
    expect([status, json.error.code]).toEqual([400, 100])
  })

  it('can hand out a hostile address or a redirect', async () => {
    const hostile = 'http://169.254.169.254/latest'
    const id = await receiveImage({ urlOverride: hostile, redirectTo: 'http://127.0.0.1:1/' })
    expect((await graph(world.fake, 'GET', id)).json.url).toBe(hostile)
  })

  it('can redirect the binary address', async () => {
    const id = await receiveImage({ redirectTo: 'http://127.0.0.1:1/' })
    const { json } = await graph(world.fake, 'GET', id)
    const response = await fetchBytes(String(json.url))
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'http://127.0.0.1:1/',
    ])
  })
})

describe('upload', () => {
  it('gives an id that can be sent until it is deleted', async () => {
    world.fake.openWindow(PHONE_ID, CUSTOMER)
    const { json } = await upload(Uint8Array.of(1, 2, 3), 'image/png')
    const image = { type: 'image', image: { id: json.id } }
    expect((await send(world.fake, image)).status).toBe(200)
    expect((await graph(world.fake, 'DELETE', String(json.id))).json).toEqual({ success: true })
    expect((await send(world.fake, image)).status).toBe(400)
  })

  it.each([
    ['an unsupported type', new Uint8Array(3), 'image/gif', 'whatsapp', 131053],
    ['an image over 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'image/png', 'whatsapp', 131053],
    ['an empty file', new Uint8Array(0), 'image/png', 'whatsapp', 131053],
    ['another product', new Uint8Array(3), 'image/png', 'messenger', 100],
  ])('refuses %s', async (_name, content, type, product, code) => {
    const { status, json } = await upload(content, type, product)
    expect([status, json.error.code]).toEqual([400, code])
  })
})
