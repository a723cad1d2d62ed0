import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformUsers } from '#app/platform/schema.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestResponse, TestServer } from '#tests/server.ts'

// What every answer of the product has in common, whatever its address.

const CALM = { timeout: 120_000 }
const EVIL = 'https://evil.example'

let server: TestServer
let company: TestCompany
let cookies: { portal: string; app: string }

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false, env: { LOG_LEVEL: 'error' } })
  company = server.addCompany('own-company')
  const now = Date.now()
  const { platform } = server.runtime
  const owner = { email: 'o@p.test', name: 'O', role: 'owner' as const }
  const row = { ...owner, createdAt: now, updatedAt: now }
  const { id } = platform.insert(platformUsers).values(row).returning().get()
  const token = createPlatformSession(platform, id, { ip: null, userAgent: null })
  cookies = { portal: server.cookieOf(company), app: `baraza_platform=${token}` }
})
afterAll(() => server.close())

type Asked = { surface: 'app' | 'portal'; path: string; method: 'GET' | 'POST' }

function ask({ surface, path, method }: Asked, headers: Record<string, string> = {}) {
  return server.fetch({
    ...{ host: hostOf(surface), method, path: path.replace(/:[a-zA-Z]+/g, '999999') },
    headers: {
      cookie: cookies[surface],
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    body: method === 'POST' ? '' : undefined,
  })
}

const hostOf = (surface: 'app' | 'portal') => (surface === 'app' ? 'app.localhost' : company.host)

function pages(method: 'GET' | 'POST'): Asked[] {
  return decidedRoutes
    .filter(({ methods }) => methods[method])
    .map(({ surface, path }) => ({ surface, path, method }))
}

/** What a policy allows for a kind of thing. */
function allowed(response: TestResponse, directive: string): string | undefined {
  const policy = String(response.headers['content-security-policy'] ?? '')
  const found = policy.split(';').find((part) => part.trim().split(' ')[0] === directive)
  return found?.trim().slice(directive.length + 1)
}

test(
  'every page says what may run, who may frame it and what is told to others',
  CALM,
  async () => {
    for (const asked of pages('GET')) {
      const response = await ask(asked)
      const where = `${asked.surface} ${asked.path} → ${response.status}`
      expect(response.status, where).toBeLessThan(500)
      const { headers } = response
      expect(headers['x-content-type-options'], where).toBe('nosniff')
      expect(headers['x-frame-options'], where).toBe('SAMEORIGIN')
      expect(headers['referrer-policy'], where).toBe('same-origin')
      expect(headers['strict-transport-security'], where).toContain('max-age=31536000')
      expect(headers['cross-origin-opener-policy'], where).toBe('same-origin')
      expect(headers['x-powered-by'], where).toBeUndefined()
      expect(headers['server'], where).toBeUndefined()
      expect(headers['access-control-allow-origin'], where).toBeUndefined()
      expect(allowed(response, 'script-src'), where).toMatch(/^'self' 'nonce-[\w+/=]{22,}'$/)
      expect(allowed(response, 'style-src'), where).not.toContain('unsafe')
      expect(allowed(response, 'object-src'), where).toBe("'none'")
      expect(allowed(response, 'base-uri'), where).toBe("'none'")
      expect(allowed(response, 'frame-ancestors'), where).toBe("'none'")
      expect(allowed(response, 'form-action'), where).not.toMatch(/\*|https?:(?!\/\/)/)
      const isPage = String(headers['content-type'] ?? '').includes('html')
      if (isPage) expect(headers['cache-control'], where).toMatch(/no-store|no-cache/)
      // A script that has no nonce does not run, so every one of ours has one.
      for (const [tag] of response.body.matchAll(/<script\b[^>]*>/g))
        expect(tag, where).toMatch(/nonce="[^"]{22,}"|src="\//)
    }
  },
)

test('no two answers share a nonce', async () => {
  const nonces = new Set<string>()
  for (let at = 0; at < 5; at += 1) {
    const response = await ask({ surface: 'portal', path: '/login', method: 'GET' })
    nonces.add(allowed(response, 'script-src') as string)
  }
  expect(nonces.size).toBe(5)
})

test('no form takes what another website sends', CALM, async () => {
  const foreign: Record<string, string>[] = [
    { origin: EVIL },
    { origin: 'null' },
    { origin: `http://evil.${company.host}` },
    { 'sec-fetch-site': 'cross-site' },
    // Another company's portal is a neighbour of the same site, and still a stranger.
    { 'sec-fetch-site': 'same-site', origin: 'http://rival.localhost' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const asked of pages('POST'))
    for (const headers of foreign) {
      const { status } = await ask(asked, headers)
      expect(status, `${asked.path} ${JSON.stringify(headers)}`).toBe(403)
    }
})

test('outside the pages, too, a cookie alone moves nothing for another website', async () => {
  const routes = wireRoutes(server.runtime, server.services).filter(
    ({ surface, method }) => surface !== 'any' && method !== 'GET',
  )
  for (const { surface, path, method, access } of routes) {
    // A vendor and a key's holder are no browsers: what they carry is not sent by itself.
    if (access === 'public' || access === 'api-key') continue
    const asked = { surface: surface as 'app' | 'portal', path, method: method as 'POST' }
    expect((await ask(asked, { origin: EVIL })).status, path).toBe(403)
  }
})

test('no cookie can be read by a script, sent along by others or set for the neighbours', () => {
  const makers = globSync('app/**/*.{ts,tsx}').filter((file) =>
    /['"`]set-cookie['"`]/i.test(readFileSync(file, 'utf8')),
  )
  // Whoever sets one does it with the functions below; a new place is looked at and added.
  for (const file of makers) {
    const source = readFileSync(file, 'utf8')
    expect(source, file).not.toMatch(/Domain=|SameSite=None/i)
  }
  const made = readFileSync('app/server/cookies.server.ts', 'utf8')
  expect(made).toContain('HttpOnly; SameSite=Lax')
})

test('a host that was made up stands in no answer and no link', CALM, async () => {
  const hosts = ['evil.example', 'app.localhost.evil.example', 'own-company.localhost@evil.example']
  for (const host of hosts) {
    const response = await server.fetch({ host, path: '/login' })
    expect(response.status, host).toBe(404)
    expect(response.body, host).not.toContain('evil')
  }
  const forwarded = {
    ...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    ...{ forwarded: 'host=evil.example', 'x-original-url': '/admin', 'x-rewrite-url': '/admin' },
    ...{ 'x-http-method-override': 'POST', 'x-host': 'evil.example' },
  }
  for (const asked of pages('GET').slice(0, 60)) {
    const response = await ask(asked, forwarded)
    expect(response.body, asked.path).not.toContain('evil.example')
    expect(JSON.stringify(response.headers), asked.path).not.toContain('evil.example')
  }
})

test('an error names no file, no library and no statement', CALM, async () => {
  const odd = ['/%', '/%00', '/conversations/1%00', '/..%2f..%2fetc%2fpasswd', '/assets/../../x']
  for (const surface of ['app', 'portal'] as const)
    for (const path of [
      ...odd,
      '/nothing-here',
      '/__manifest?p=%',
      '/conversations/9'.repeat(400),
    ]) {
      const { status, body } = await ask({ surface, path, method: 'GET' })
      expect([301, 302, 400, 403, 404, 414, 431], `${path.slice(0, 40)} → ${status}`).toContain(
        status,
      )
      expect(body, path).not.toMatch(
        /node_modules|\.server\.ts|SqliteError|select .* from|at \w+ \(/,
      )
    }
})
