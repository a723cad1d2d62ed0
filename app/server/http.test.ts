import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  server.addCompany('savanna')
})
afterAll(() => server.close())

test('health answers on every host', async () => {
  for (const host of ['app.localhost', 'savanna.localhost', 'nobody.localhost', '127.0.0.1']) {
    expect((await server.fetch({ host, path: '/healthz' })).status).toBe(200)
    expect((await server.fetch({ host, path: '/readyz' })).status).toBe(200)
  }
})

test('a host that is nobody’s gets a helpful 404', async () => {
  const response = await server.fetch({ host: 'nobody.localhost:3000', path: '/' })
  expect(response.status).toBe(404)
  expect(response.body).toContain('http://app.localhost:3000/find-company')
})

test('a change asked for by another site is refused', async () => {
  const response = await server.fetch({
    ...{ host: 'savanna.localhost', path: '/login', method: 'POST' },
    headers: { origin: 'http://evil.test', 'content-length': '0' },
  })
  expect(response.status).toBe(403)
})
