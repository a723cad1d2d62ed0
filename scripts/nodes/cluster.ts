import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, killNode, logOf, serverPidsOf, signal, startNode, stopNode } from './node.ts'
import type { NodeSpec } from './node.ts'

const LOOK_MS = 100
const READY_MAX_MS = 60_000

/** A cluster as it is written down, so that other processes can stop it, or promote a node. */
export type ClusterState = {
  binary: string
  folder: string
  primary: string
  environment: Record<string, string>
  nodes: NodeSpec[]
  /** process groups by node */
  pids: Record<string, number>
  edge?: { port: number; pid: number }
}
export type Cluster = ReturnType<typeof openCluster>

export const statePathOf = (folder: string) => join(folder, 'cluster.json')

/** Lays a cluster out, without starting anything. `ports` are two for each node. */
export function layOut(
  folder: string,
  how: { binary: string; names: string[]; ports: number[]; environment: Record<string, string> },
): Cluster {
  mkdirSync(folder, { recursive: true })
  const sharedFolder = join(folder, 'uploads')
  const nodes = how.names.map((name, at) => ({
    ...{ name, folder: join(folder, name), sharedFolder },
    ...{ port: how.ports[at * 2] as number, litefsPort: how.ports[at * 2 + 1] as number },
  }))
  const urls = nodes.map((node) => `${node.name}=http://127.0.0.1:${node.port}`).join()
  const environment = { ...how.environment, NODE_URLS: urls, BACKUP_DIR: join(folder, 'backups') }
  const primary = how.names[0] as string
  const { binary } = how
  const state: ClusterState = { binary, folder, primary, environment, nodes, pids: {} }
  return openCluster(state)
}

/** A cluster that some process started. @throws when there is none */
export function readCluster(folder: string): Cluster {
  return openCluster(JSON.parse(readFileSync(statePathOf(folder), 'utf8')) as ClusterState)
}

/** The verbs on a cluster. Every change is written down before the next one. */
export function openCluster(state: ClusterState) {
  const nodeOf = (name: string) => state.nodes.find((node) => node.name === name) as NodeSpec
  const save = () => writeFileSync(statePathOf(state.folder), JSON.stringify(state, null, 2))
  save()

  function start(name: string): void {
    const { binary, environment } = state
    state.pids[name] = startNode(nodeOf(name), nodeOf(state.primary), { binary, environment })
    save()
  }

  function forget(name: string): number | undefined {
    const pid = state.pids[name]
    delete state.pids[name]
    save()
    return pid
  }

  /** Pulls the plug of a node: LiteFS and server at once. */
  function kill(name: string): void {
    const pid = forget(name)
    if (pid) killNode(nodeOf(name), pid)
  }

  async function stop(name: string): Promise<void> {
    const pid = state.pids[name]
    if (pid) await stopNode(nodeOf(name), pid)
    forget(name)
  }

  /** Kills the server only; keep-serving starts it again. */
  function killServer(name: string): void {
    for (const pid of serverPidsOf(state.pids[name] ?? 0)) signal(pid, 'SIGKILL')
  }

  /**
   * Makes a replica the primary, as a fixed lease asks for: the old one is fenced first, so that
   * there never are two, then the candidate is swapped and every other node follows the new one.
   */
  async function promote(name: string): Promise<void> {
    kill(state.primary)
    await stop(name)
    state.primary = name
    start(name)
    await ready(name, 'primary')
    for (const node of state.nodes) {
      if (node.name === name || !state.pids[node.name]) continue
      await stop(node.name)
      start(node.name)
    }
  }

  /** Waits until a node's server answers in a role. @throws with the end of its log */
  async function ready(name: string, role: 'primary' | 'replica', maxMs = READY_MAX_MS) {
    const endsAt = Date.now() + maxMs
    for (;;) {
      const told = await roleOf(name)
      if (told === role) return
      if (Date.now() > endsAt) throw new Error(`${name} is ${told ?? 'silent'}:\n${tailOf(name)}`)
      await wait(LOOK_MS)
    }
  }

  async function roleOf(name: string): Promise<string | undefined> {
    try {
      const url = `http://127.0.0.1:${nodeOf(name).port}/readyz`
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
      const { status, checks } = (await response.json()) as {
        status: string
        checks: { role: string }
      }
      return status === 'ready' ? checks.role : undefined
    } catch {
      return undefined
    }
  }

  function tailOf(name: string): string {
    return readFileSync(logOf(nodeOf(name)), 'utf8')
      .split('\n')
      .slice(-25)
      .join('\n')
  }

  /** Primary first: a replica waits for it. */
  async function startAll(): Promise<void> {
    start(state.primary)
    await ready(state.primary, 'primary')
    const others = state.nodes.filter(({ name }) => name !== state.primary)
    for (const { name } of others) start(name)
    for (const { name } of others) await ready(name, 'replica')
  }

  function killAll(): void {
    if (state.edge && isAlive(state.edge.pid)) signal(state.edge.pid, 'SIGKILL')
    for (const { name } of state.nodes) kill(name)
  }

  /** Ends everything, unmounts, and removes the folder. */
  function remove(): void {
    killAll()
    rmSync(state.folder, { recursive: true, force: true })
  }

  return {
    ...{ state, nodeOf, start, stop, kill, killServer, promote, ready, roleOf, tailOf },
    ...{ startAll, killAll, remove, save },
  }
}

/** Sees to it that a cluster ends with the process that made it, however that one ends. */
export function guard(cluster: Cluster): void {
  const script = new URL('./guard.ts', import.meta.url).pathname
  const { folder } = cluster.state
  spawn(process.execPath, [script, folder, String(process.pid)], {
    ...{ detached: true, stdio: 'ignore' },
  }).unref()
}
