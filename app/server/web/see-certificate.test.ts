import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import type { Server } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { evaluateAlerts } from '#app/platform/alerts/evaluate.server.ts'
import { listAlerts } from '#app/platform/alerts/list.server.ts'
import { listCertificates } from '#app/platform/certificates/list.server.ts'
import { lookAtCertificates, planCertificates } from '#app/platform/certificates/look.server.ts'
import { closePlatform, openPlatform, platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { createCertificateReader } from './see-certificate.server.ts'
import type { CertificateOptions } from './see-certificate.server.ts'

const DAY_MS = 86_400_000
const ROOT = 'baraza.test'
const APP = `app.${ROOT}`
const PUBLIC = '93.184.215.14'

let folder: string
let server: Server | undefined
const inFolder = (name: string) => join(folder, name)
const openssl = (...args: string[]) => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
}

/** A certificate of the test's own authority. Dates as openssl writes them: YYYYMMDDHHMMSSZ. */
function issue(name: string, { host, until }: { host: string; until: number }) {
  const at = (ms: number) => new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '')
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${host}`, '-addext',
    `subjectAltName=DNS:${host}`, '-keyout', `${name}.key`, '-out', `${name}.csr`) // prettier-ignore
  openssl('ca', '-batch', '-config', 'ca.cnf', '-in', `${name}.csr`, '-out', `${name}.crt`,
    '-startdate', at(Date.now() - 30 * DAY_MS), '-enddate', at(until)) // prettier-ignore
}

const CA_CONFIG = `[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
certificate = ca.crt
private_key = ca.key
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
organizationName = optional
commonName = supplied
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-certificates-'))
  writeFileSync(inFolder('ca.cnf'), CA_CONFIG)
  writeFileSync(inFolder('index.txt'), '')
  writeFileSync(inFolder('serial'), '01')
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/O=Test Authority/CN=Test Root',
    '-days', '30', '-keyout', 'ca.key', '-out', 'ca.crt') // prettier-ignore
  issue('good', { host: APP, until: Date.now() + 60 * DAY_MS + DAY_MS / 2 })
  issue('ending', { host: APP, until: Date.now() + 5 * DAY_MS + DAY_MS / 2 })
  issue('past', { host: APP, until: Date.now() - DAY_MS })
  issue('other', { host: 'shop.example', until: Date.now() + 60 * DAY_MS })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => server?.close())

/** A real TLS server that shows this certificate. */
async function show(name: string): Promise<CertificateOptions> {
  server?.close()
  const [key, cert] = ['key', 'crt'].map((ending) => readFileSync(inFolder(`${name}.${ending}`)))
  const started = createServer({ key, cert }, (socket) => socket.end())
  started.on('tlsClientError', () => {})
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done))
  server = started
  const { port } = started.address() as AddressInfo
  return {
    ...{ rootDomain: ROOT, ca: readFileSync(inFolder('ca.crt'), 'utf8'), timeoutMs: 2_000 },
    resolve: () => Promise.resolve([PUBLIC]),
    dial: () => ({ host: '127.0.0.1', port }),
  }
}

const own = { host: APP, tenantId: null }

describe('a host shows', () => {
  test('a valid certificate, and who made it', async () => {
    const seen = await createCertificateReader(await show('good'))(own)
    expect(seen).toMatchObject({ state: 'valid', isForHost: true })
    expect(seen.issuer).toBe('Test Authority, Test Root')
    expect(Math.floor((seen.validUntil! - Date.now()) / DAY_MS)).toBe(60)
  })

  test('one that is over, one of another host, and one nobody vouches for', async () => {
    expect(await createCertificateReader(await show('past'))(own)).toMatchObject({
      ...{ state: 'expired', isForHost: true },
    })
    expect(await createCertificateReader(await show('other'))(own)).toMatchObject({
      ...{ state: 'wrong_host', isForHost: false },
    })
    const { ca: _, ...machine } = await show('good')
    expect(await createCertificateReader(machine)(own)).toMatchObject({ state: 'untrusted' })
  })

  test('nothing, when nobody answers or no name is known', async () => {
    const options = await show('good')
    const unknown = { ...options, resolve: () => Promise.reject(new Error('ENOTFOUND')) }
    expect(await createCertificateReader(unknown)(own)).toMatchObject({ state: 'unreachable' })
    server?.close()
    expect(await createCertificateReader(options)(own)).toMatchObject({ state: 'unreachable' })
  })

  test('nothing, when a company’s own domain leads into our network', async () => {
    const inside = { ...(await show('other')), resolve: () => Promise.resolve(['10.0.0.7']) }
    const see = createCertificateReader(inside)
    expect(await see({ host: 'shop.example', tenantId: 't' })).toMatchObject({
      ...{ state: 'unreachable', issuer: null },
    })
    const outside = createCertificateReader(await show('other'))
    expect(await outside({ host: 'shop.example', tenantId: 't' })).toMatchObject({ state: 'valid' })
  })
})

describe('the watch', () => {
  let platform: PlatformDb
  beforeEach(() => {
    const path = inFolder(`p-${Math.random()}.db`)
    platform = openPlatform({ path, migrationsDir: 'migrations/platform' })
  })
  afterEach(() => closePlatform(platform))

  const run = (sql: string) => platformSqliteOf(platform).exec(sql)
  const look = async (name: string) => {
    const see = createCertificateReader(await show(name))
    await lookAtCertificates(platform, { rootDomain: ROOT, since: Date.now(), see })
    evaluateAlerts(platform, { now: Date.now(), origin: `https://${APP}` })
  }
  const open = () =>
    listAlerts(platform, { isResolved: false }).rows.map(({ kind, subject, value }) => {
      return [kind, subject, value]
    })

  test('tells of a certificate that is about to run out once, and ends by itself', async () => {
    await look('good')
    expect(open()).toEqual([])
    await look('ending')
    await look('ending')
    expect(open()).toEqual([['certificate', APP, 5]])
    await look('past')
    expect(open()).toEqual([['certificate', APP, 0]])
    await look('good')
    expect(open()).toEqual([])
    expect(listAlerts(platform, { isResolved: true }).rows).toMatchObject([{ resolvedBy: null }])
  })

  test('covers own domains and portals, and forgets the hosts of a company that is gone', async () => {
    run(`insert into tenants (id, slug, name, industry, created_at, updated_at)
      values ('t1', 'hotel', 'Hotel', 'hotel', 1, 0), ('t2', 'shop', 'Shop', 'hotel', 2, 0)`)
    run(`insert into tenant_domains (host, tenant_id, verified_at, created_at)
      values ('shop.example', 't2', 1, 0), ('not-yet.example', 't1', null, 0)`)
    await look('other')
    const { rows, count } = listCertificates(platform, Date.now())
    expect(count).toBe(4)
    expect(rows.map(({ host, company, state }) => [host, company, state])).toEqual([
      [APP, null, 'wrong_host'],
      ['hotel.baraza.test', 'Hotel', 'wrong_host'],
      ['shop.baraza.test', 'Shop', 'wrong_host'],
      ['shop.example', 'Shop', 'valid'],
    ])
    run(`update tenants set status = 'suspended' where id = 't2'`)
    await look('other')
    expect(listCertificates(platform, Date.now()).rows.map(({ host }) => host)).toEqual([
      ...[APP, 'hotel.baraza.test'],
    ])
  })

  test('is kept up daily, and hourly while something is wrong', async () => {
    const hours = (from: number, to: number) => {
      run('delete from jobs')
      const midnight = Math.ceil(Date.now() / DAY_MS) * DAY_MS
      for (let hour = from; hour < to; hour += 1)
        planCertificates(platform, midnight + hour * 3_600_000)
      return platformSqliteOf(platform).prepare(`select * from jobs where kind = 'certificate.look'`).all().length // prettier-ignore
    }
    await look('good')
    expect(hours(0, 24)).toBe(1)
    await look('past')
    expect(hours(0, 24)).toBe(24)
  })
})
