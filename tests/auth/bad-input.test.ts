import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { createVisitor } from './visitor.ts'

const FORM = 'application/x-www-form-urlencoded'
const HOSTS = ['savanna.localhost', 'app.localhost']
const PUBLIC: [host: string, path: string][] = [
  ...HOSTS.flatMap((host) =>
    ['/login', '/login/code', '/forgot', '/reset/1.x', '/invitations/1.x', '/preferences'].map(
      (path) => [host, path] as [string, string],
    ),
  ),
  ['savanna.localhost', '/hand-over'],
  ['savanna.localhost', '/verify/1.x'],
  ['app.localhost', '/signup'],
  ['app.localhost', '/find-company'],
]

const BODIES: [type: string, body: string][] = [
  [FORM, 'email[]=a@b.test&password[]=x&code[]=1'],
  [FORM, 'email[$ne]=1&password[$ne]=1'],
  [FORM, 'email=%00&password=%ff%fe&name=%00&code=%00'],
  [FORM, '__proto__=1&constructor=1&toString=1'],
  [FORM, `email=${'a'.repeat(30_000)}&password=${'b'.repeat(30_000)}`],
  [FORM, `email=${'a'.repeat(200_000)}`],
  ['application/json', '{"email":{"$ne":1},"password":[]}'],
  ['multipart/form-data; boundary=x', 'not a form at all'],
  ['multipart/form-data', '--x--'],
  ['text/plain', 'email=a'],
  ['', ''],
]

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ pages: true })
  server.addCompany('savanna')
})
afterAll(() => server.close())

test.each(PUBLIC)(
  '%s%s answers bad bodies with a refusal, never with a failure',
  async (host, path) => {
    for (const [type, body] of BODIES) {
      for (const address of [path, `${path}.data`]) {
        const response = await createVisitor(server, host).send(address, type, body)
        expect([address, type, body.slice(0, 40), response.status < 500]).toEqual([
          ...[address, type, body.slice(0, 40), true],
        ])
        expect(response.headers['set-cookie']?.join() ?? '').not.toContain('baraza_member')
      }
    }
    expect(server.logLines.filter((line) => line.includes('"level":50'))).toEqual([])
  },
)

test('a body beyond 64 KiB is refused as too large', async () => {
  const visitor = createVisitor(server, 'savanna.localhost')
  const response = await visitor.send('/login', FORM, `email=${'a'.repeat(70_000)}`)
  expect(response.status).toBe(413)
})

test('a form sent by another site changes nothing', async () => {
  const { port, password } = server
  const response = await server.fetch({
    ...{ host: `savanna.localhost:${port}`, path: '/login', method: 'POST' },
    headers: { origin: 'http://evil.example', 'content-type': FORM },
    body: new URLSearchParams({ email: 'owner@savanna.test', password }).toString(),
  })
  expect(response.status).toBe(403)
})
