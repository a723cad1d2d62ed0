import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { skipReason } from '#tests/cluster/bench.ts'
import { signal } from '#scripts/nodes/node.ts'
import { listLost } from '../count.ts'
import type { ClusterWorld } from '../cluster-world.ts'
import type { Check, ClusterFault } from '../fault.ts'

const KILLS = 5

const clusterFault = (fault: Omit<ClusterFault, 'skip' | 'ackAfterReplica'>): ClusterFault => ({
  ...{ skip: () => skipReason, ackAfterReplica: false },
  ...fault,
})

/** kill -9 of LiteFS and server, or of the server alone, on either node, at random moments. */
export const killNodes = clusterFault({
  name: 'kill-nodes',
  run: async (world) => {
    const { cluster, random } = world
    const done: string[] = []
    for (let turn = 0; turn < KILLS; turn += 1) {
      await world.pass(300, 1_500)
      const isPrimary = random() < 0.5
      const name = isPrimary ? cluster.state.primary : world.replica()
      const isWhole = random() < 0.5
      if (isWhole) {
        cluster.kill(name)
        await world.pass(0, 500)
        cluster.start(name)
      } else cluster.killServer(name)
      await world.pass(200, 400)
      await cluster.ready(name, isPrimary ? 'primary' : 'replica')
      done.push(`${isPrimary ? 'primary' : 'replica'}${isWhole ? '' : ' (server)'}`)
    }
    return done.join(', ')
  },
})

/** The primary is stopped by SIGSTOP for longer than vendors wait, and goes on. */
export const frozenPrimary = clusterFault({
  name: 'frozen-primary',
  run: async (world) => {
    const group = -(world.cluster.state.pids[world.cluster.state.primary] ?? 0)
    await world.pass(300, 900)
    signal(group, 'SIGSTOP')
    await world.pass(3_000, 6_500)
    signal(group, 'SIGCONT')
    await world.cluster.ready(world.cluster.state.primary, 'primary')
    await world.cluster.ready(world.replica(), 'replica')
    await world.pass(300, 900)
  },
})

/** The primary dies under traffic and the replica takes its place. */
const promotion = (name: string, ackAfterReplica: boolean): ClusterFault => ({
  ...clusterFault({ name, run: (world, check) => promote(world, check, ackAfterReplica) }),
  ackAfterReplica,
})
export const promoted = promotion('promotion', false)
export const promotedAcked = promotion('promotion-acked', true)

async function promote(world: ClusterWorld, check: Check, mayLoseNone: boolean): Promise<string> {
  const { cluster } = world
  await world.pass(2_500, 4_000)
  const [old, next] = [cluster.state.primary, world.replica()]
  const killedAt = Date.now()
  cluster.kill(old)
  await cluster.promote(next)
  const tookMs = Date.now() - killedAt
  cluster.start(old)
  await cluster.ready(old, 'replica')
  await world.pass(500, 1_000)
  check((await world.settle()).length === 0, 'not everything was done after the promotion')
  const lost = listLost(world.traffic.written, world.pathOf)
  if (mayLoseNone) check(lost.length === 0, `${lost.length} acknowledged messages are lost`)
  const times = lost.map(({ at }) => killedAt - at)
  const window = Math.max(0, ...times)
  check(window < 5_000, `a message of ${window} ms before the end is lost: the replica was behind`)
  world.traffic.setAside(lost)
  const what = lost.length > 0 ? `, written in the last ${window} ms` : ''
  return `lost ${lost.length}${what}; served again after ${tookMs} ms`
}

/** LiteFS's connection between the nodes goes silent for a while. */
const cut = (name: string, ackAfterReplica: boolean): ClusterFault => ({
  ...clusterFault({ name, run: (world, check) => cutNetwork(world, check, ackAfterReplica) }),
  ackAfterReplica,
})
export const cutNetworkFault = cut('cut-network', false)
export const cutNetworkAcked = cut('cut-network-acked', true)

async function cutNetwork(world: ClusterWorld, check: Check, waitsForReplica: boolean) {
  await world.pass(1_000, 2_000)
  for (const cutter of world.cutters) cutter.cut()
  await world.pass(300, 600)
  const from = world.traffic.written.length
  await world.pass(3_000, 5_000)
  const during = world.traffic.written.slice(from, -2)
  const taken = during.filter(({ firstStatus }) => firstStatus === 200).length
  if (waitsForReplica) check(taken === 0, `${taken} messages were taken that one node alone holds`)
  for (const cutter of world.cutters) cutter.mend()
  await world.cluster.ready(world.replica(), 'replica')
  await world.settle()
  const { cluster } = world
  for (const company of world.companies) {
    const count = (node: string) =>
      world.bench.rows<{ n: number }>(node, company.path, 'select count(*) as n from messages')[0]
        ?.n
    const endsAt = Date.now() + 15_000
    while (count(world.replica()) !== count(cluster.state.primary) && Date.now() < endsAt)
      await world.pass(100, 200)
    check(
      count(world.replica()) === count(cluster.state.primary),
      `the replica of ${company.slug} does not catch up`,
    )
  }
  return `${taken} of ${during.length} taken while cut`
}

/** Noise in the newest transaction file of a company on the replica, which then starts again. */
export const damagedLtx = clusterFault({
  name: 'damaged-ltx',
  run: async (world, check) => {
    const { cluster } = world
    await world.pass(1_500, 2_500)
    const name = world.replica()
    const { folder } = cluster.nodeOf(name)
    await cluster.stop(name)
    for (const { path } of world.companies) spoilNewest(join(folder, 'litefs', 'dbs', path, 'ltx'))
    cluster.start(name)
    const startsBy = await cluster.ready(name, 'replica', 15_000).then(
      () => 'by itself',
      () => undefined,
    )
    if (!startsBy) {
      cluster.kill(name)
      rmSync(join(folder, 'litefs'), { recursive: true, force: true })
      cluster.start(name)
      await cluster.ready(name, 'replica')
    }
    await world.settle()
    for (const { path } of world.companies) {
      const verdict = world.bench.rows(name, path, 'pragma integrity_check')
      check(JSON.stringify(verdict).includes('"ok"'), `${path} is not whole on the replica`)
    }
    return `the replica came back ${startsBy ?? 'with its LiteFS folder emptied'}`
  },
})

function spoilNewest(folder: string): void {
  const newest = readdirSync(folder).sort().at(-1)
  if (!newest) return
  const path = join(folder, newest)
  const bytes = readFileSync(path)
  bytes.fill(0x5a, Math.floor(bytes.length / 2))
  writeFileSync(path, bytes)
}
