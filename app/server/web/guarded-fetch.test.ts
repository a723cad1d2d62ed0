import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createGuardedFetch } from './guarded-fetch.server.ts'
import type { FetchOptions } from './guarded-fetch.server.ts'
import { isPublicAddress } from './public-address.ts'

const PUBLIC = '93.184.215.14'
const PAGE = { types: /^text\/html$/, bytesMax: 1_000, whenLarger: 'cut' } as const
const PICTURE = { types: /^image\//, bytesMax: 1_000, whenLarger: 'refuse' } as const

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** The internet: every checked address leads to this server, and says where it was dialed. */
async function internet(answer: RequestListener, options: FetchOptions = {}) {
  const port = await listen(answer)
  const dialed: string[] = []
  const asked: string[] = []
  const fetchIt = createGuardedFetch({
    timeoutMs: 1_500,
    resolve: async (host) => {
      asked.push(host)
      return [PUBLIC]
    },
    dial: (address) => {
      dialed.push(address)
      return { host: '127.0.0.1', port }
    },
    ...options,
  })
  return { fetch: fetchIt, dialed, asked }
}

const html =
  (body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  }

test('a public page arrives, from the address that was checked, without anything of ours', async () => {
  const seen: Record<string, unknown>[] = []
  const net = await internet((request, response) => {
    seen.push(request.headers)
    html('<p>karibu</p>')(request, response)
  })
  const fetched = await net.fetch('http://shop.example/offer?x=1', PAGE)
  expect(fetched).toMatchObject({ ok: true, mimeType: 'text/html', charset: 'utf-8' })
  expect(fetched.ok && fetched.bytes.toString()).toBe('<p>karibu</p>')
  expect(net.dialed).toEqual([PUBLIC])
  expect(seen[0]).toMatchObject({ host: 'shop.example', 'accept-encoding': 'identity' })
  expect(Object.keys(seen[0] ?? {})).not.toContain('cookie')
})

describe('what is inside is never reached', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.8/',
    'http://172.16.3.4/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://localhost/',
    'http://localhost./',
    'http://app.localhost/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://intranet/',
    'http://127。0。0。1/',
    'http://shop.example:6379/',
    'http://user:secret@shop.example/',
    'file:///etc/passwd',
    'gopher://shop.example/',
    'javascript:alert(1)',
    'not an address',
  ])('%s', async (url) => {
    const net = await internet(html('inside'))
    const fetched = await net.fetch(url, PAGE)
    expect(fetched).toMatchObject({ ok: false })
    expect(fetched.ok === false && fetched.reason).toMatch(/^(private_address|bad_address)$/)
    expect(net.dialed).toEqual([])
  })

  test.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['::ffff:10.0.0.1']],
    [['fd12::1']],
    // One good address does not make up for a bad one.
    [[PUBLIC, '192.168.0.1']],
  ])('a name that leads to %j', async (addresses) => {
    const net = await internet(html('inside'), { resolve: async () => addresses })
    expect(await net.fetch('http://shop.example/', PAGE)).toEqual({
      ...{ ok: false, reason: 'private_address' },
    })
    expect(net.dialed).toEqual([])
  })

  test('a name that answers twice: what was checked is what is reached', async () => {
    const answers = [[PUBLIC], ['127.0.0.1']]
    const net = await internet(html('outside'), { resolve: async () => answers.shift() ?? [] })
    expect(await net.fetch('http://rebind.example/', PAGE)).toMatchObject({ ok: true })
    expect(net.dialed).toEqual([PUBLIC])
    expect(answers).toHaveLength(1)
    // Asked again, the new answer is checked as the first one was.
    expect(await net.fetch('http://rebind.example/', PAGE)).toMatchObject({
      reason: 'private_address',
    })
  })

  test.each([
    'http://127.0.0.1:80/admin',
    'http://169.254.169.254/',
    'file:///etc/passwd',
    '//[::1]/',
  ])('a redirect to %s', async (location) => {
    const net = await internet((_request, response) => {
      response.writeHead(302, { location }).end()
    })
    expect(await net.fetch('http://shop.example/', PAGE)).toMatchObject({ ok: false })
    expect(net.dialed).toEqual([PUBLIC])
  })

  test('a redirect to a name that leads inside', async () => {
    const net = await internet(
      (_request, response) => {
        response.writeHead(302, { location: 'http://inner.example/' }).end()
      },
      { resolve: async (host) => [host === 'inner.example' ? '10.1.2.3' : PUBLIC] },
    )
    expect(await net.fetch('http://shop.example/', PAGE)).toMatchObject({
      reason: 'private_address',
    })
    expect(net.dialed).toEqual([PUBLIC])
  })
})

test('redirects are followed a few times and no more', async () => {
  let left = 3
  const net = await internet((request, response) => {
    if (left-- <= 0) return html('there')(request, response)
    response.writeHead(301, { location: `/hop-${left}` }).end()
  })
  expect(await net.fetch('http://shop.example/', PAGE)).toMatchObject({
    ...{ ok: true, url: 'http://shop.example/hop-0' },
  })
  left = Number.POSITIVE_INFINITY
  expect(await net.fetch('http://shop.example/', PAGE)).toMatchObject({
    reason: 'too_many_redirects',
  })
})

test('too much: a page is cut, a picture is refused, whatever the length says', async () => {
  const page = await internet(html('x'.repeat(50_000)))
  const cut = await page.fetch('http://shop.example/', PAGE)
  expect(cut.ok && cut.bytes.length).toBe(1_000)
  const silent: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' })
    response.write(Buffer.alloc(900))
    response.end(Buffer.alloc(900))
  }
  const picture = await internet(silent)
  expect(await picture.fetch('http://shop.example/a.png', PICTURE)).toMatchObject({
    reason: 'too_large',
  })
})

test('slow, packed, missing, broken and other things are told apart', async () => {
  const slow = await internet((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.write('<p>')
  })
  expect(await slow.fetch('http://shop.example/', PAGE)).toMatchObject({ reason: 'timeout' })
  const packed = await internet(html('x', { 'content-encoding': 'gzip' }))
  expect(await packed.fetch('http://shop.example/', PAGE)).toMatchObject({ reason: 'encoded' })
  const pdf = await internet(html('x', { 'content-type': 'application/pdf' }))
  expect(await pdf.fetch('http://shop.example/', PAGE)).toMatchObject({ reason: 'wrong_type' })
  const missing = await internet((_request, response) => void response.writeHead(404).end())
  expect(await missing.fetch('http://shop.example/', PAGE)).toMatchObject({ reason: 'refused' })
  const broken = await internet((request) => request.socket.destroy())
  expect(await broken.fetch('http://shop.example/', PAGE)).toMatchObject({
    reason: 'unreachable',
  })
  const nameless = await internet(html('x'), {
    resolve: async () => Promise.reject(new Error('ENOTFOUND')),
  })
  expect(await nameless.fetch('http://gone.example/', PAGE)).toMatchObject({
    reason: 'unreachable',
  })
})

test('an origin the operator trusts is reached as it is, and its neighbours are not', async () => {
  const port = await listen(html('stand-in'))
  const trusted = createGuardedFetch({ trustedOrigins: [`http://127.0.0.1:${port}`] })
  expect(await trusted(`http://127.0.0.1:${port}/page`, PAGE)).toMatchObject({ ok: true })
  expect(await trusted(`http://127.0.0.1:${port + 1}/`, PAGE)).toMatchObject({ ok: false })
  expect(await trusted('http://127.0.0.1/', PAGE)).toMatchObject({ reason: 'private_address' })
})

test('ranges', () => {
  for (const address of ['8.8.8.8', '196.201.214.1', '2606:4700::1111'])
    expect(isPublicAddress(address), address).toBe(true)
  for (const address of ['192.0.2.1', '198.18.0.1', '224.0.0.1', '2001:db8::1', '2002:7f00:1::'])
    expect(isPublicAddress(address), address).toBe(false)
})
