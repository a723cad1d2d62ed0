import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const TOKEN = 'a-token-for-prometheus'

let server: TestServer
let hotel: TestCompany

beforeAll(async () => {
  server = await startTestServer({ env: { METRICS_TOKEN: TOKEN } })
  hotel = server.addCompany('hotel')
})
afterAll(() => server.close())

const metrics = (authorization: string, host = 'app.localhost') =>
  server.fetch({ host, path: '/metrics', headers: { authorization } })

test('only who holds the token reads them, and only on the app host', async () => {
  expect((await metrics(`Bearer ${TOKEN}`)).status).toBe(200)
  for (const wrong of ['', 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])
    expect((await metrics(wrong)).status, wrong).toBe(401)
  expect((await metrics(`Bearer ${TOKEN}`, hotel.host)).body).not.toContain('baraza_')
})

test('without a token there is nothing', async () => {
  const plain = await startTestServer({ jobs: false })
  const answer = await plain.fetch({ host: 'app.localhost', path: '/metrics' })
  await plain.close()
  expect(answer.status).toBe(404)
})

test('requests are counted by declared address, and no label names a company', async () => {
  const { key } = createApiKey(hotel.db, 'Till')
  const headers = { authorization: `Bearer ${key}` }
  await server.fetch({ host: hotel.host, path: '/api/v1/conversations/4711', headers })
  await server.fetch({ host: hotel.host, path: '/api/v1/contacts', headers })
  const webhook = `/webhooks/telegram/${'k'.repeat(24)}`
  await server.fetch({ host: hotel.host, path: webhook, method: 'POST', body: '{}' })
  const { body } = await metrics(`Bearer ${TOKEN}`)
  const route = 'surface="api",route="/api/v1/conversations/:id"'
  expect(body).toContain(`baraza_requests_total{${route},status="4xx"} 1`)
  expect(body).toContain(`baraza_request_seconds_count{${route}} 1`)
  expect(body).toMatch(
    /baraza_requests_total\{surface="webhook",route="\/webhooks\/telegram\/:key"/,
  )
  expect(body).toContain('baraza_nodejs_eventloop_lag')
  for (const secret of [hotel.entry.id, '4711', 'kkkk', key, TOKEN])
    expect(body).not.toContain(secret)
})
