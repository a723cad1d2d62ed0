import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startCluster } from '#tests/cluster/bench.ts'
import { logOf, mountOf } from '#scripts/nodes/node.ts'
import type { Company } from './companies.ts'
import { pendingIn } from './count.ts'
import { startCutter } from './cutter.ts'
import type { Cutter } from './cutter.ts'
import { isAcknowledged, startTraffic } from './traffic.ts'
import type { Written } from './traffic.ts'
import { startVendors } from './world.ts'

const LOOK_MS = 200
const SETTLED_MAX_MS = 90_000
const GAP_MS = 250

export type ClusterWorld = Awaited<ReturnType<typeof openClusterWorld>>

/** Two nodes below a real LiteFS, the edge before them, and customers who write all the time. */
export async function openClusterWorld(options: {
  random: () => number
  /** a webhook is answered with 200 only when the replica has it too */
  ackAfterReplica: boolean
}) {
  const { random } = options
  const { vendor, model } = await startVendors()
  const environment = {
    ...{ WHATSAPP_GRAPH_URL: vendor.url, ANTHROPIC_BASE_URL: model.url, ANTHROPIC_API_KEY: 'test' },
    ACK_AFTER_REPLICA: options.ackAfterReplica ? '1' : '0',
  }
  const cutters: Cutter[] = []
  const bench = await startCluster(['node-a', 'node-b'], environment, async (nodes) => {
    for (const node of nodes) {
      const cutter = await startCutter(node.litefsPort)
      cutters.push(cutter)
      node.advertisedPort = cutter.port
    }
  })
  const { cluster } = bench
  const companies: Company[] = []
  for (const [at, slug] of ['hotel-1', 'hotel-2'].entries())
    companies.push(await addCompany(slug, String(900_100_200_320_000 + at)))
  const traffic = startTraffic(vendor, companies, { gapMs: GAP_MS, random })

  async function addCompany(slug: string, phoneNumberId: string): Promise<Company> {
    const tenantId = await bench.addCompany(slug)
    const secrets = { accessToken: 'token', appSecret: `secret-of-${slug}` }
    const config = JSON.stringify({ phoneNumberId, ...secrets })
    const about = ['--tenant', slug, '--channel', 'whatsapp-cloud', '--config', config]
    const { webhookPath } = await bench.command('endpoint-add', about)
    vendor.addNumber({
      ...{ phoneNumberId, displayPhoneNumber: `+254 700 32${phoneNumberId.slice(-4)}` },
      ...{ wabaId: `558${phoneNumberId.slice(-2)}`, ...secrets },
      webhookUrl: `http://${slug}.localhost:${bench.edge.port}${webhookPath}`,
    })
    return { slug, tenantId, phoneNumberId, path: `${tenantId}.db`, cookie: '' }
  }

  /** Where the primary of now has a company's file. */
  const pathOf = (company: Company) =>
    join(mountOf(cluster.nodeOf(cluster.state.primary)), company.path)

  async function settle(from = 0): Promise<string[]> {
    await traffic.hold()
    const endsAt = Date.now() + SETTLED_MAX_MS
    for (;;) {
      const waiting = traffic.written.slice(from).filter((one) => !isAcknowledged(one))
      const pending = companies.map(undoneOf).reduce((a, b) => a + b, 0)
      if (waiting.length === 0 && pending === 0) return []
      if (Date.now() > endsAt)
        return [`after ${SETTLED_MAX_MS / 1000} s ${waiting.length} refused, ${pending} undone`]
      await wait(LOOK_MS)
    }
  }

  /** A mount whose LiteFS is gone for a moment answers nothing. */
  function undoneOf(company: Company): number {
    try {
      return pendingIn(pathOf(company))
    } catch {
      return 1
    }
  }

  return {
    ...{ vendor, model, bench, cluster, companies, traffic, settle, random, cutters },
    pathOf: ({ company }: Written) => pathOf(company),
    /** keep-serving starts a server that ended again: none of its ends is the product's own */
    served: { ownEnds: [] as string[], logPath: logOf(cluster.nodeOf('node-a')) },
    replica: () =>
      cluster.state.nodes.find(({ name }) => name !== cluster.state.primary)?.name ?? '',
    pass: (fromMs: number, toMs: number) => wait(fromMs + random() * (toMs - fromMs)),
    close: async (_keep = false) => {
      await traffic.stop()
      await bench.close()
      for (const cutter of cutters) cutter.close()
      await Promise.all([vendor.close(), model.close()])
    },
  }
}
