import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformUsers } from '#app/platform/schema.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

// What no browser sends, to every address that takes a form: refused, and never an error of ours.

let server: TestServer
let company: TestCompany
let userCookie: string

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  company = server.addCompany('own-company')
  const now = Date.now()
  const owner = { email: 'o@p.test', name: 'O', role: 'owner' as const }
  const { platform } = server.runtime
  const row = { ...owner, createdAt: now, updatedAt: now }
  const { id } = platform.insert(platformUsers).values(row).returning().get()
  const token = createPlatformSession(platform, id, { ip: null, userAgent: null })
  userCookie = `baraza_platform=${token}`
})
afterAll(() => server.close())

const bodies: [name: string, type: string, body: string][] = [
  ['a multipart body that is none', 'multipart/form-data; boundary=x', 'no parts at all'],
  ['a multipart body cut short', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition'],
  ['JSON', 'application/json', '{"text":["a"],"__proto__":{"x":1}}'],
  ['no type that is known', 'text/x-nothing', 'text=hello'],
  ['controls and half letters', 'application/x-www-form-urlencoded', 'text=%00%ED%A0%80%FF&q=%00'],
]

test.each(bodies)('%s breaks no page that takes a form', async (_, type, body) => {
  const posts = decidedRoutes.filter((route) => route.methods.POST)
  expect(posts.length).toBeGreaterThan(100)
  for (const { surface, path } of posts) {
    const isPortal = surface === 'portal'
    // Signing out would end the walk.
    if (path === '/logout') continue
    const response = await server.fetch({
      ...{ host: isPortal ? company.host : 'app.localhost', method: 'POST', body },
      path: path.replace(/:[a-zA-Z]+/g, '999999'),
      headers: {
        'content-type': type,
        cookie: isPortal ? server.cookieOf(company) : userCookie,
      },
    })
    expect(response.status, `${surface} ${path}`).toBeLessThan(500)
  }
})
