import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberSessions } from '#app/domain/members/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createVisitor, locationOf } from '#tests/auth/visitor.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let savanna: TestCompany

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  savanna = server.addCompany('savanna')
})
afterAll(() => server.close())

const tokenOf = (visitor: ReturnType<typeof createVisitor>) => visitor.cookies.get('baraza_member')

test('a session that was planted beforehand is worth nothing after signing in', async () => {
  const visitor = createVisitor(server, savanna.host)
  const planted = 'A'.repeat(43)
  visitor.cookies.set('baraza_member', planted)
  await visitor.signIn('owner@savanna.test', server.password)
  expect(tokenOf(visitor)).toMatch(/^[\w-]{43}$/)
  expect(tokenOf(visitor)).not.toBe(planted)
  const thief = createVisitor(server, savanna.host)
  thief.cookies.set('baraza_member', planted)
  expect(locationOf(await thief.get('/profile'))).toMatch(/^\/login/)
})

test('each sign-in has a session of its own, and whoever signs in again leaves the old one', async () => {
  const visitor = createVisitor(server, savanna.host)
  await visitor.signIn('owner@savanna.test', server.password)
  const first = tokenOf(visitor) as string
  await visitor.post('/logout')
  await visitor.signIn('owner@savanna.test', server.password)
  expect(tokenOf(visitor)).not.toBe(first)
  // Signing out ended it on the server: a copy of the cookie opens nothing.
  const copy = createVisitor(server, savanna.host)
  copy.cookies.set('baraza_member', first)
  expect(locationOf(await copy.get('/profile'))).toMatch(/^\/login/)
})

test('what lies in the file opens no session: only digests of tokens are kept', async () => {
  const visitor = createVisitor(server, savanna.host)
  await visitor.signIn('owner@savanna.test', server.password)
  const token = tokenOf(visitor) as string
  const rows = JSON.stringify(savanna.db.select().from(memberSessions).all())
  expect(rows).not.toContain(token)
  const kept = sqliteOf(savanna.db).prepare('select * from member_sessions').raw().all().flat(2)
  for (const value of kept) {
    const thief = createVisitor(server, savanna.host)
    thief.cookies.set('baraza_member', encodeURIComponent(String(value)))
    expect(locationOf(await thief.get('/profile')), String(value)).toMatch(/^\/login/)
  }
})

test('whatever opens something is drawn from the system’s randomness, 128 bits at least', () => {
  const files = globSync('app/**/*.server.ts').filter((file) =>
    /token|session|link|api-key/.test(file),
  )
  const drawn = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    expect(source, file).not.toMatch(/Math\.random|createHash\('(?:md5|sha1)'\)/)
    const named = /(\w*BYTES\w*) = (\d+)/.exec(source)
    return named && source.includes(`randomBytes(${named[1]})`) ? [Number(named[2])] : []
  })
  expect(drawn.length).toBeGreaterThan(2)
  for (const bytes of drawn) expect(bytes).toBeGreaterThanOrEqual(16)
})

test('a page that was shown while signed in is not kept for whoever comes after', async () => {
  const visitor = createVisitor(server, savanna.host)
  await visitor.signIn('owner@savanna.test', server.password)
  for (const path of ['/profile', '/conversations', '/settings/api-keys', '/profile.data']) {
    const { headers } = await visitor.get(path)
    expect(headers['cache-control'], path).toMatch(/no-store|no-cache/)
  }
})
