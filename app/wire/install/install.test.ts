import { request } from 'node:http'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveLook, saveProfile } from '#app/domain/company/settings.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const saver = { id: 1, name: 'Owner' }

let server: TestServer
let hotel: TestCompany
let shop: TestCompany

beforeAll(async () => {
  server = await startTestServer({ jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
})
afterAll(() => server.close())

const get = (path: string, company = hotel) => server.fetch({ host: company.host, path })
const png = (color: string) =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: color } })
    .png()
    .toBuffer()

async function giveLogo(company: TestCompany): Promise<number> {
  const bytes = await png('#ff0000')
  const put = await putFile(company.db, { name: 'logo.png', bytes, purpose: 'logo' })
  if (!put.ok) throw new Error(put.reason)
  saveLook(company.db, saver, { accentColor: '#aa3300', logoFileId: put.fileId })
  return put.fileId
}

test('the service worker rules the whole portal, and is asked for anew each time', async () => {
  const first = await get('/sw.js')
  expect(first.headers).toMatchObject({
    ...{ 'service-worker-allowed': '/', 'cache-control': 'no-cache' },
    'content-type': 'text/javascript; charset=utf-8',
  })
  const etag = String(first.headers.etag)
  const again = await server.fetch({
    ...{ host: hotel.host, path: '/sw.js', headers: { 'if-none-match': etag } },
  })
  expect(again.status).toBe(304)
})

test('a manifest carries the company’s own name and icons that are there', async () => {
  saveProfile(hotel.db, saver, { ...getCompany(hotel.db), name: 'Savanna "Lodge"' })
  const answer = await get('/manifest.webmanifest')
  const manifest = JSON.parse(answer.body) as {
    name: string
    start_url: string
    icons: { src: string; sizes: string }[]
  }
  expect(answer.headers['content-type']).toContain('application/manifest+json')
  expect(manifest).toMatchObject({ name: 'Savanna "Lodge"', start_url: '/conversations' })
  for (const { src, sizes } of manifest.icons) {
    const bytes = await fetchBytes(src)
    const { width, height, format } = await sharp(bytes).metadata()
    expect([format, `${width}x${height}`]).toEqual(['png', sizes])
  }
  expect((await get('/app-icon/..%2Fpackage.json')).status).toBe(404)
  expect((await get('/app-icon/constructor')).status).toBe(404)
})

describe('the logo', () => {
  test('is there for strangers, with a year’s lease under its own name', async () => {
    expect((await get('/logo', shop)).status).toBe(404)
    const id = await giveLogo(shop)
    const named = await get(`/logo?v=${id}`, shop)
    expect(named.status).toBe(200)
    expect(named.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(named.headers['content-security-policy']).toContain('sandbox')
    expect((await get('/logo', shop)).headers['cache-control']).toBe('public, max-age=3600')
    expect((await get('/logo')).status).toBe(404)
  })

  test('opens no other file: strangers get nothing at /files, and only a logo at /logo', async () => {
    const put = await putFile(shop.db, {
      ...{ name: 'passport.png', bytes: await png('#00ff00'), purpose: 'message' },
    })
    if (!put.ok) throw new Error(put.reason)
    expect((await get(`/files/${put.fileId}`, shop)).status).toBe(401)
    saveLook(shop.db, saver, { accentColor: '#aa3300', logoFileId: put.fileId })
    expect((await get('/logo', shop)).status).toBe(404)
  })

  test('becomes the icon', async () => {
    await giveLogo(shop)
    const bytes = await fetchBytes('/app-icon/192.png', shop)
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const middle = (96 * 192 + 96) * 3
    expect([...data.subarray(middle, middle + 3)]).toEqual([255, 0, 0])
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
  })
})

test('the offline page stands alone, in the visitor’s language', async () => {
  const page = await server.fetch({
    ...{ host: hotel.host, path: '/offline', headers: { 'accept-language': 'sw' } },
  })
  expect(page.body).toContain('Hauko mtandaoni')
  expect(page.body).toContain('Savanna &quot;Lodge&quot;')
  expect(page.body).not.toMatch(/src=|href="\/|url\(/)
})

/** An icon's bytes as they are. */
function fetchBytes(path: string, company = hotel): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { host: company.host }
    request({ host: '127.0.0.1', port: server.port, path, headers }, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('end', () => resolve(Buffer.concat(parts)))
    })
      .on('error', reject)
      .end()
  })
}
