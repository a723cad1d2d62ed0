import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isDownloadAddress } from '#app/channels/whatsapp-cloud/media.server.ts'
import { createSession } from '#app/domain/members/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { CUSTOMER, PIXEL, drained, rows, startWhatsAppBench, until } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

let bench: WhatsAppBench
const heard: { url: string; authorization: string | undefined }[] = []
/** Stands for any address that is not Meta's. */
const elsewhere = createServer((request, response) => {
  heard.push({ url: request.url ?? '', authorization: request.headers.authorization })
  response.end('stolen')
})
let elsewhereUrl = ''

beforeAll(async () => {
  bench = await startWhatsAppBench()
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/latest/meta-data`
})
afterEach(() => void heard.splice(0))
afterAll(async () => {
  elsewhere.close()
  await bench.close()
})

type Media = { state: string; reason: string | null; fileId: number | null; mimeType: string }

/** A customer sends a file. @returns what became of it */
async function receiveFile(file: object): Promise<Media> {
  const { fake, hotel } = bench
  const image = {
    type: 'image',
    from: CUSTOMER,
    base64: PIXEL.toString('base64'),
    ...file,
  } as const
  const { ids } = await fake.deliverInbound(hotel.phoneNumberId, image)
  await drained(hotel)
  const [media] = await until(
    () =>
      rows<Media>(
        hotel,
        `select mm.state, mm.failure_reason as reason, mm.file_id as fileId, mm.mime_type as mimeType
         from message_media mm join messages m on m.id = mm.message_id where m.provider_id = ?`,
        ids[0],
      ),
    ([one]) => one !== undefined && one.state !== 'pending',
  )
  return media as Media
}

function open(fileId: number | null, cookie: string, host = 'hotel.localhost') {
  return bench.server.fetch({ host, path: `/files/${fileId}`, headers: { cookie } })
}

test('a picture is kept and shown to who reaches the conversation', async () => {
  const media = await receiveFile({ mimeType: 'image/png' })
  expect(media).toMatchObject({ state: 'stored', mimeType: 'image/png' })
  const response = await open(media.fileId, bench.server.cookieOf(bench.hotel.company))
  expect(response.status).toBe(200)
  expect(response.headers).toMatchObject({
    ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
    'content-security-policy': "default-src 'none'; sandbox",
    'content-length': String(PIXEL.length),
  })
  expect(response.headers['content-disposition']).toMatch(/^inline/)
})

test('not to strangers, other companies, or an agent it is not assigned to', async () => {
  const { fileId } = await receiveFile({ mimeType: 'image/png' })
  const { hotel, school, server } = bench
  const sqlite = sqliteOf(hotel.company.db)
  sqlite.exec(`insert into members (id, email, name, role, created_at, updated_at)
    values (7, 'agent@hotel.test', 'Agent', 'agent', 1, 1) on conflict do nothing`)
  const token = createSession(hotel.company.db, 7, { ip: null, userAgent: 'test' })
  const agent = `baraza_member=${token}`
  expect((await open(fileId, '')).status).toBe(401)
  expect((await open(fileId, server.cookieOf(school.company))).status).toBe(401)
  expect((await open(fileId, server.cookieOf(school.company), 'school.localhost')).status).toBe(404)
  expect((await open(fileId, agent)).status).toBe(404)
  sqlite.exec('update conversations set assigned_to = 7')
  expect((await open(fileId, agent)).status).toBe(200)
  sqlite.exec('update conversations set assigned_to = null')
  expect((await open(fileId, agent)).status).toBe(404)
})

test.each(['abc', '0', '-1', '1e3', '99999999', '%2e%2e%2fetc'])('%s is no file', async (id) => {
  const cookie = bench.server.cookieOf(bench.hotel.company)
  const response = await bench.server.fetch({
    ...{ host: 'hotel.localhost', path: `/files/${id}`, headers: { cookie } },
  })
  expect(response.status).toBe(404)
})

test.each([
  ['page.html', '<!doctype html><script>alert(1)</script>'],
  ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['lie.png', '<html><script>alert(1)</script></html>'],
])('%s is never shown as a page', async (filename, content) => {
  const base64 = Buffer.from(content).toString('base64')
  const file = { type: 'document', base64, filename, mimeType: 'text/html' }
  const { fileId } = await receiveFile(file)
  const response = await open(fileId, bench.server.cookieOf(bench.hotel.company))
  expect(response.headers['content-type']).toBe('text/plain')
  expect(response.headers['content-disposition']).toMatch(/^attachment/)
})

test('R14: an address inside the network or anywhere else is never fetched', async () => {
  for (const urlOverride of [
    elsewhereUrl,
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
  ]) {
    const media = await receiveFile({ urlOverride })
    expect(media).toMatchObject({ state: 'refused', reason: 'host_not_allowed', fileId: null })
  }
  await receiveFile({ url: elsewhereUrl, mimeType: 'image/png' })
  expect(heard).toEqual([])
})

test('a redirect is not followed, and the token goes nowhere', async () => {
  const media = await receiveFile({ redirectTo: elsewhereUrl })
  expect(media).toMatchObject({ state: 'refused', reason: 'redirected' })
  expect(heard).toEqual([])
})

test('a file beyond the vendor’s own limit is refused', async () => {
  const base64 = Buffer.alloc(6 * 1024 * 1024).toString('base64')
  expect(await receiveFile({ base64 })).toMatchObject({ state: 'refused', reason: 'too_large' })
})

test('only Meta’s host and the configured origin are asked', () => {
  const env = (graphUrl: string) => ({
    whatsApp: { graphUrl, graphVersion: 'v26.0' },
    ...{ telegram: { apiUrl: '' }, requestTimeoutMs: 1 },
  })
  const real = env('https://graph.facebook.com')
  const isAllowed = (address: string) => isDownloadAddress(address, real)
  expect(isAllowed('https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1')).toBe(true)
  expect(isAllowed('https://graph.facebook.com/x')).toBe(true)
  for (const address of [
    ...['http://lookaside.fbsbx.com/x', 'https://lookaside.fbsbx.com:8443/x', 'nonsense'],
    ...['https://lookaside.fbsbx.com.evil.test/x', 'https://a@lookaside.fbsbx.com/x'],
    ...['https://evil.test/lookaside.fbsbx.com', 'https://[::1]/x', 'https://127.0.0.1/x'],
    ...['http://graph.facebook.com/x', 'https://2852039166/x', 'https://fbsbx.com/x'],
  ]) {
    expect([address, isAllowed(address)]).toEqual([address, false])
  }
})
