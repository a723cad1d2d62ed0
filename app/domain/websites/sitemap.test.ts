import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Fetched } from '#app/domain/link-previews/guarded-fetch.ts'
import { listSitemapPages } from './sitemap.server.ts'

const origin = 'https://shop.test'
const xml = `<urlset><url><loc>${origin}/a</loc></url><url><loc>${origin}/b</loc></url></urlset>`

function list(bytes: Buffer, mimeType = 'application/gzip') {
  const fetched: Fetched = { ok: true, url: origin, mimeType, charset: undefined, bytes }
  const fetchPublic = (_url: string, wish: { types: RegExp }) =>
    Promise.resolve(
      wish.types.test(mimeType) ? fetched : ({ ok: false, reason: 'wrong_type' } as const),
    )
  const sitemaps = [`${origin}/sitemap.xml.gz`]
  return listSitemapPages(fetchPublic, { origin, sitemaps, pagesMax: 10 })
}

test.each(['application/gzip', 'application/x-gzip', 'application/octet-stream', 'text/xml'])(
  'a packed sitemap sent as %s is read',
  async (type) => {
    expect(await list(gzipSync(xml), type)).toEqual([`${origin}/a`, `${origin}/b`])
  },
)

test('one that unpacks to too much, is no archive or is cut off stops nothing', async () => {
  expect(await list(gzipSync(Buffer.alloc(64 * 1024 * 1024)))).toEqual([])
  expect(await list(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toEqual([])
  const long = gzipSync(xml.replace('</urlset>', `<url><loc>${origin}/c</loc></url></urlset>`))
  expect((await list(long.subarray(0, long.length - 8))).length).toBeGreaterThan(1)
})

test('an unpacked one is read as before', async () => {
  expect(await list(Buffer.from(xml), 'application/xml')).toEqual([`${origin}/a`, `${origin}/b`])
})
