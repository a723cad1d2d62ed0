import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const STOP_MAX_MS = 15_000
const LOOK_MS = 50

/** One node of a cluster on this machine: a LiteFS with a mount, data and ports of its own. */
export type NodeSpec = {
  name: string
  /** its folder: `db` is the mount, `litefs` LiteFS's data */
  folder: string
  /** what all nodes share, as an object store would be: uploads */
  sharedFolder: string
  port: number
  litefsPort: number
  /** where other nodes reach its LiteFS, when something stands between */
  advertisedPort?: number
}

export const mountOf = (node: NodeSpec) => join(node.folder, 'db')
export const logOf = (node: NodeSpec) => join(node.folder, 'node.log')

/** LiteFS's configuration with a fixed primary. The replicas' names the primary's address. */
function writeConfig(node: NodeSpec, primary: NodeSpec): string {
  const lines = [
    `fuse:\n  dir: "${mountOf(node)}"`,
    `data:\n  dir: "${join(node.folder, 'litefs')}"\n  compress: true`,
    'exit-on-error: false',
    `http:\n  addr: "127.0.0.1:${node.litefsPort}"`,
    `lease:\n  type: "static"\n  hostname: "${primary.name}"`,
    `  advertise-url: "http://127.0.0.1:${primary.advertisedPort ?? primary.litefsPort}"`,
    `  candidate: ${node.name === primary.name}`,
    `exec:\n  - cmd: "${process.execPath} ${process.execArgv.join(' ')} scripts/run.mjs keep-serving"`,
  ]
  const path = join(node.folder, 'litefs.yml')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Starts LiteFS, which mounts and then starts the server. @returns its process group */
export function startNode(
  node: NodeSpec,
  primary: NodeSpec,
  how: { binary: string; environment: Record<string, string> },
): number {
  unmount(node)
  for (const folder of [mountOf(node), join(node.folder, 'litefs'), node.sharedFolder])
    mkdirSync(folder, { recursive: true })
  const uploads = join(node.folder, 'uploads')
  if (!existsSync(uploads)) symlinkSync(node.sharedFolder, uploads)
  const log = openSync(logOf(node), 'a')
  const child = spawn(how.binary, ['mount', '-config', writeConfig(node, primary)], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...how.environment, ...environmentOf(node) },
  })
  child.unref()
  if (!child.pid) throw new Error(`litefs did not start: ${how.binary}`)
  return child.pid
}

/** What a command or server of this node needs to know. */
export function environmentOf(node: NodeSpec): Record<string, string> {
  return {
    ...{ DATA_DIR: node.folder, LITEFS_DIR: mountOf(node), PORT: String(node.port) },
    ...{ LITEFS_URL: `http://127.0.0.1:${node.litefsPort}`, NODE_NAME: node.name },
  }
}

/** Ends a node in order: the server drains, LiteFS unmounts. */
export async function stopNode(node: NodeSpec, pid: number): Promise<void> {
  signal(pid, 'SIGTERM')
  const endsAt = Date.now() + STOP_MAX_MS
  while (isAlive(pid) && Date.now() < endsAt) await wait(LOOK_MS)
  killNode(node, pid)
}

/** Ends a node as a power cut does, and clears the mount it leaves behind. */
export function killNode(node: NodeSpec, pid: number): void {
  signal(-pid, 'SIGCONT')
  signal(-pid, 'SIGKILL')
  unmount(node)
}

/** A mount whose LiteFS is gone answers every call with an error until it is taken away. */
export function unmount(node: NodeSpec): void {
  if (!readFileSync('/proc/mounts', 'utf8').includes(` ${mountOf(node)} `)) return
  spawnSync('fusermount3', ['-u', '-z', mountOf(node)])
}

/** The process ids of a node's server: the one that serves, under LiteFS and keep-serving. */
export function serverPidsOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => groupOf(name) === pid && isServer(name))
    .map(Number)
}

function groupOf(pid: string): number | undefined {
  // After the name, which may hold anything: state, parent, group.
  const stat = readQuietly(`/proc/${pid}/stat`)
  return stat ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) : undefined
}

function isServer(pid: string): boolean {
  return readQuietly(`/proc/${pid}/cmdline`)?.split('\0').includes('serve') ?? false
}

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended already.
  }
}

export function isAlive(pid: number): boolean {
  const stat = readQuietly(`/proc/${pid}/stat`)
  return stat !== undefined && stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z'
}
