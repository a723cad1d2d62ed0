import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestStream } from '#tests/event-stream.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { mountOf } from '#scripts/nodes/node.ts'
import { PASSWORD, saySkipped, skipReason, startCluster } from './bench.ts'
import type { ClusterBench } from './bench.ts'

// Two real nodes: LiteFS mounts, each with its own server, and an edge that replays as Fly's does.
// One story in order, because starting nodes is what costs.

const SLUG = 'mto-hotel'
const NUMBER = '900100200300411'
const TOKEN = 'metrics-token-of-the-cluster'
const START_MAX_MS = 120_000
const WAIT_MAX_MS = 20_000

saySkipped('two nodes below LiteFS')
describe.skipIf(skipReason)('two nodes', { timeout: 60_000 }, () => {
  let bench: ClusterBench
  let whatsApp: WhatsAppFake
  let tenantId: string
  let cookies = ''
  const host = () => `${SLUG}.localhost:${bench.edge.port}`

  beforeAll(async () => {
    whatsApp = await startWhatsAppFake({ appSecret: 'unused', numbers: [] })
    bench = await startCluster(['node-a', 'node-b'], {
      ...{ WHATSAPP_GRAPH_URL: whatsApp.url, METRICS_TOKEN: TOKEN, ACK_AFTER_REPLICA: '1' },
    })
    tenantId = await bench.addCompany(SLUG)
    await connectNumber()
    bench.edge.prefer('node-b')
  }, START_MAX_MS)
  afterAll(async () => {
    await bench?.close()
    await whatsApp?.close()
  }, START_MAX_MS)

  async function connectNumber(): Promise<void> {
    const secrets = { accessToken: 'token', appSecret: 'cluster-secret' }
    const config = JSON.stringify({ phoneNumberId: NUMBER, ...secrets })
    const about = ['--tenant', SLUG, '--channel', 'whatsapp-cloud', '--config', config]
    const { webhookPath } = await bench.command('endpoint-add', about)
    whatsApp.addNumber({
      ...{ phoneNumberId: NUMBER, displayPhoneNumber: '+254 700 000 011', wabaId: '55511' },
      ...secrets,
      webhookUrl: `http://${SLUG}.localhost:${bench.edge.port}${webhookPath}`,
    })
  }

  function post(path: string, form: Record<string, string>) {
    return bench.fetch({
      ...{ host: host(), path, method: 'POST', body: new URLSearchParams(form).toString() },
      headers: {
        ...{ 'content-type': 'application/x-www-form-urlencoded', cookie: cookies },
        origin: `http://${host()}`,
      },
    })
  }

  function write(text: string, from = '254711000901') {
    return whatsApp.deliverInbound(NUMBER, { type: 'text', from, name: 'Amina', text })
  }

  /** Who saw the last request to an address; customers' messages may be on their way beside it. */
  const machinesOf = (address: string) =>
    bench.edge.routes.findLast(({ path }) => path.startsWith(address))?.machines

  const inboundOn = (node: string) =>
    bench.rows<{ text: string }>(
      ...([node, `${tenantId}.db`] as const),
      `select text from messages where direction = 'inbound' order by id`,
    )

  test('somebody signs in at the replica: the primary writes, and the replica knows them at once', async () => {
    const answer = await post('/login', { email: `owner@${SLUG}.test`, password: PASSWORD })
    expect(answer.status).toBe(302)
    expect(machinesOf('/login')).toEqual(['node-b', 'node-a'])
    cookies = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
    expect(cookies).toMatch(/baraza_seen=[0-9a-f]{16}\.[0-9a-f]{16}/)
    const page = await bench.fetch({
      host: host(),
      path: '/conversations',
      headers: { cookie: cookies },
    })
    expect(page.status).toBe(200)
    expect(machinesOf('/conversations')).toEqual(['node-b'])
  })

  test('a customer writes to the replica: stored once, on both nodes before the 200, shown live', async () => {
    const stream = await openTestStream(bench.edge.port, { host: host(), cookie: cookies })
    await stream.next('ready')
    const { status } = await write('Is the deluxe room free?')
    const stored = bench.rows('node-b', `${tenantId}.db`, 'select id from inbound_events')
    // A slow machine may need longer than a vendor waits; then it is told to come again.
    expect([status, stored.length]).toEqual(status === 200 ? [200, 1] : [503, expect.anything()])
    await stream.next('changes')
    stream.close()
    await until(() => inboundOn('node-b').length === 1)
    expect(inboundOn('node-a')).toEqual([{ text: 'Is the deluxe room free?' }])
  })

  test('every page of the menu is served by the replica itself', async () => {
    for (const path of ['/conversations', '/contacts', '/leads', '/reports', '/settings']) {
      const page = await bench.fetch({ host: host(), path, headers: { cookie: cookies } })
      expect([path, page.status < 400]).toEqual([path, true])
      expect([path, machinesOf(path)]).toEqual([path, ['node-b']])
    }
  })

  test('a position the replica never reaches: the primary answers and says where things stand', async () => {
    const ahead = `${'f'.repeat(16)}.${'0'.repeat(16)}`
    const cookie = cookies.replace(/baraza_seen=[^;]*/, `baraza_seen=${ahead}`)
    const page = await bench.fetch({ host: host(), path: '/conversations', headers: { cookie } })
    expect(page.status).toBe(200)
    expect(machinesOf('/conversations')).toEqual(['node-b', 'node-a'])
    expect(String(page.headers['set-cookie'])).toMatch(/baraza_seen=0/)
  })

  test('what is too large to replay is streamed to the primary', async () => {
    const large = await post('/login', { email: 'x@y.test', password: 'x'.repeat(1_200_000) })
    // Whoever is signed in is led on, by the primary.
    expect(large.status).toBe(302)
    expect(large.headers['fly-replay']).toBeUndefined()
    expect(machinesOf('/login')).toEqual(['node-b'])
  })

  test('a request sent to the replica as if it were the primary is not sent round', async () => {
    const looped = await bench.ask('node-b', {
      ...{ host: host(), path: '/login', method: 'POST' },
      headers: { 'fly-replay-src': 'instance=node-a;region=local;t=1' },
    })
    expect(looped.status).toBe(503)
    expect(looped.headers['retry-after']).toBe('2')
    expect(looped.headers['fly-replay']).toBeUndefined()
  })

  test('jobs run on the primary alone; it knows how far behind its replica is', async () => {
    const metrics = await bench.ask('node-a', {
      ...{ host: 'app.localhost', path: '/metrics' },
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    const lag = Number(/^baraza_replication_lag_seconds (\S+)$/m.exec(metrics.body)?.[1])
    expect(lag).toBeGreaterThan(0)
    expect(lag).toBeLessThan(10)
    expect(bench.cluster.tailOf('node-b')).not.toMatch(/SQLITE_READONLY|job failed/)
  })

  test('a company made on the primary is on the replica; deleted, its file leaves both', async () => {
    const id = await bench.addCompany('short-stay')
    const visit = () => bench.ask('node-b', { host: 'short-stay.localhost', path: '/login' })
    await until(async () => (await visit()).status === 200)
    await bench.command('tenant-delete', ['--tenant', 'short-stay', '--yes', 'short-stay'])
    const files = ['node-a', 'node-b'].map((node) =>
      join(mountOf(bench.cluster.nodeOf(node)), `${id}.db`),
    )
    await until(() => files.every((file) => !existsSync(file)))
    expect((await visit()).status).toBe(404)
    await until(async () => (await write('Still there?')).status === 200)
  })

  test('without its replica the primary acknowledges nothing it could lose', async () => {
    await bench.cluster.stop('node-b')
    bench.edge.prefer('node-a')
    expect((await write('Nobody else holds this', '254711000902')).status).toBe(503)
    bench.cluster.start('node-b')
    await bench.cluster.ready('node-b', 'replica')
    // The vendor sends it again: the same message, stored once.
    await until(() => inboundOn('node-b').some(({ text }) => text.startsWith('Nobody else')))
    await until(async () => (await write('And with it again')).status === 200)
  })

  test('the primary dies: reading goes on, writing waits, the promoted replica has everything', async () => {
    await until(() => inboundOn('node-a').length === inboundOn('node-b').length)
    const before = inboundOn('node-a')
    expect(before.filter(({ text }) => text.startsWith('Nobody else'))).toHaveLength(1)
    bench.cluster.kill('node-a')
    bench.edge.prefer('node-b')
    await until(async () => (await post('/login', {})).status === 503)
    const page = await bench.fetch({
      host: host(),
      path: '/conversations',
      headers: { cookie: cookies },
    })
    expect(page.status).toBe(200)
    await bench.cluster.promote('node-b')
    expect(inboundOn('node-b')).toEqual(before)
    const again = await post('/login', { email: `owner@${SLUG}.test`, password: PASSWORD })
    expect([again.status, machinesOf('/login')]).toEqual([302, ['node-b']])
  })

  test('the old primary comes back as the replica of the new one', async () => {
    bench.cluster.start('node-a')
    await bench.cluster.ready('node-a', 'replica')
    bench.edge.prefer('node-a')
    await until(async () => (await write('Who answers now?')).status === 200)
    expect(machinesOf('/webhooks')).toEqual(['node-a', 'node-b'])
    await until(() => inboundOn('node-a').some(({ text }) => text === 'Who answers now?'))
  })
})

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + WAIT_MAX_MS
  while (!(await isSo())) {
    if (Date.now() > endsAt) throw new Error('It did not happen in time')
    await wait(50)
  }
}
