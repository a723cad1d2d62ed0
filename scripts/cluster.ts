import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { localEnvironment } from './command/environment.ts'
import { layOut, readCluster, statePathOf } from './nodes/cluster.ts'
import type { Cluster } from './nodes/cluster.ts'
import { buildLiteFs, findLiteFs } from './nodes/litefs-binary.ts'
import { environmentOf, logOf, signal } from './nodes/node.ts'

// A real cluster on this machine: LiteFS mounts, a server each, and an edge that replays as Fly's
// does. It goes on after this command; `stop` ends it and unmounts, and its data stays.

const USAGE =
  'Usage: ./scripts/cluster start|stop|status|promote NODE|kill NODE [--nodes 2|3] [--port N] [--dir DIR]'
const DEFAULT_PORT = 4300

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    nodes: { type: 'string', default: '2' },
    port: { type: 'string', default: String(DEFAULT_PORT) },
    dir: { type: 'string', default: 'data/cluster' },
  },
})
const [verb = '', name = ''] = positionals
const folder = resolve(values.dir)

const verbs: Record<string, () => Promise<void>> = { start, stop, status, promote, kill }
const run = verbs[verb]
if (run) await run()
else {
  console.error(USAGE)
  process.exitCode = 2
}

async function start(): Promise<void> {
  const found = findLiteFs()
  if ('missing' in found && !found.missing.startsWith('no litefs binary'))
    return refuse(found.missing)
  const binary = 'path' in found ? found.path : buildLiteFs()
  const port = Number(values.port)
  const cluster = openExisting() ?? make(binary, port)
  await cluster.startAll()
  cluster.state.edge = { port, pid: startEdge(cluster, port) }
  cluster.save()
  await status()
  console.log(`\nThe edge: http://app.localhost:${port} and http://<company>.localhost:${port}`)
  console.log('Commands beside it, a first company for example:\n')
  const { DATA_DIR, LITEFS_DIR } = environmentOf(cluster.nodeOf(cluster.state.primary))
  console.log(
    `  set -a; . ${folder}/secrets.env; DATA_DIR=${DATA_DIR} LITEFS_DIR=${LITEFS_DIR}; set +a`,
  )
  console.log('  npm run -s tenant:create -- --slug hotel --name Hotel --industry hotel \\')
  console.log('    --owner-email owner@hotel.example --owner-password karibu-baraza')
}

/** One that was stopped goes on as it was: whoever was promoted has the newest files. */
function openExisting(): Cluster | undefined {
  if (!existsSync(statePathOf(folder))) return undefined
  const cluster = readCluster(folder)
  cluster.killAll()
  return cluster
}

function make(binary: string, port: number): Cluster {
  const names = ['node-a', 'node-b', 'node-c'].slice(0, Number(values.nodes))
  // The secrets are made once, in the cluster's own folder, as `start` makes them.
  const { SESSION_SECRET, ENCRYPTION_KEY } = localEnvironment({ DATA_DIR: folder })
  const environment = { NODE_ENV: 'production', SESSION_SECRET, ENCRYPTION_KEY }
  const ports = names.flatMap((_name, at) => [port + 1 + at, port + 11 + at])
  return layOut(folder, { binary, names, ports, environment })
}

function startEdge(cluster: Cluster, port: number): number {
  const machines = cluster.state.nodes.map((node) => `${node.name}=http://127.0.0.1:${node.port}`)
  const log = openSync(join(folder, 'edge.log'), 'a')
  const script = ['scripts/run.mjs', 'nodes/edge', String(port), ...machines]
  const child = spawn(process.execPath, script, { detached: true, stdio: ['ignore', log, log] })
  child.unref()
  return child.pid as number
}

async function stop(): Promise<void> {
  const cluster = readCluster(folder)
  if (cluster.state.edge) signal(cluster.state.edge.pid, 'SIGTERM')
  // The primary last, so that replicas hold what it drained.
  const others = cluster.state.nodes.filter((node) => node.name !== cluster.state.primary)
  for (const node of others) await cluster.stop(node.name)
  await cluster.stop(cluster.state.primary)
  console.log('Stopped, unmounted')
}

async function status(): Promise<void> {
  const cluster = readCluster(folder)
  for (const node of cluster.state.nodes) {
    const role = (await cluster.roleOf(node.name)) ?? 'not ready'
    console.log(`${node.name}  ${role}  http://127.0.0.1:${node.port}  log: ${logOf(node)}`)
  }
}

async function promote(): Promise<void> {
  const cluster = readCluster(folder)
  if (!isNode(cluster)) return
  if (name === cluster.state.primary) return refuse(`${name} is the primary`)
  const startedAt = Date.now()
  const old = cluster.state.primary
  await cluster.promote(name)
  console.log(`${name} serves as the primary after ${Date.now() - startedAt} ms`)
  cluster.start(old)
  await cluster.ready(old, 'replica')
  await status()
}

/** Pulls the plug, to see what happens. */
async function kill(): Promise<void> {
  const cluster = readCluster(folder)
  if (isNode(cluster)) cluster.kill(name)
}

function isNode(cluster: Cluster): boolean {
  const isKnown = cluster.state.nodes.some((node) => node.name === name)
  if (!isKnown) refuse(`No such node: ${name}`)
  return isKnown
}

function refuse(reason: string): void {
  console.error(reason)
  process.exitCode = 1
}
