import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import { startFlyEdge } from '#tests/fakes/fly-edge/start.ts'
import { send } from '#tests/server.ts'
import type { TestRequest } from '#tests/server.ts'
import { guard, layOut } from '#scripts/nodes/cluster.ts'
import { findLiteFs } from '#scripts/nodes/litefs-binary.ts'
import { environmentOf, mountOf } from '#scripts/nodes/node.ts'
import type { NodeSpec } from '#scripts/nodes/node.ts'

export const PASSWORD = 'correct horse battery'
const SECRETS = {
  SESSION_SECRET: 'x'.repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
}

const run = promisify(execFile)
const found = findLiteFs()
const isBuilt = existsSync('build/server/portal/index.js')

/** Why no cluster can run here; undefined where it can. */
export const skipReason =
  'missing' in found ? found.missing : isBuilt ? undefined : 'the product is not built'

/** A skipped run must be seen: it is no pass. */
export function saySkipped(what: string): void {
  if (skipReason) console.log(`SKIPPED ${what}: ${skipReason}`)
}

export type ClusterBench = Awaited<ReturnType<typeof startCluster>>

/**
 * Real nodes below a real LiteFS, with the edge before them. Ended with this process at the latest.
 *
 * @param prepare what is put between the nodes before they start
 */
export async function startCluster(
  names: string[] = ['node-a', 'node-b'],
  environment: Record<string, string> = {},
  prepare?: (nodes: NodeSpec[]) => Promise<void>,
) {
  if ('missing' in found) throw new Error(found.missing)
  const ports = await freePorts(names.length * 2)
  const cluster = layOut(mkdtempSync(join(tmpdir(), 'baraza-cluster-')), {
    ...{ binary: found.path, names, ports },
    environment: {
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', AI_DEBOUNCE_MS: '50' },
      ...{ ...SECRETS, ...environment },
    },
  })
  guard(cluster)
  await prepare?.(cluster.state.nodes)
  try {
    await cluster.startAll()
  } catch (error) {
    cluster.remove()
    throw error
  }
  const machines = Object.fromEntries(
    cluster.state.nodes.map(({ name, port }) => [name, `http://127.0.0.1:${port}`]),
  )
  const edge = await startFlyEdge({ machines })

  /** Runs one of the product's commands beside a node's server. */
  async function command(name: string, args: string[], node = cluster.state.primary) {
    const env = {
      ...{ ...process.env, ...cluster.state.environment },
      ...environmentOf(cluster.nodeOf(node)),
    }
    const all = ['scripts/run.mjs', name, ...args, '--json']
    const { stdout } = await run(process.execPath, all, { env })
    return JSON.parse(stdout) as Record<string, string>
  }

  async function addCompany(slug: string): Promise<string> {
    const made = await command('tenant-create', [
      ...['--slug', slug, '--name', slug, '--industry', 'hotel'],
      ...['--owner-email', `owner@${slug}.test`, '--owner-password', PASSWORD],
    ])
    return String(made['tenantId'] ?? made['id'])
  }

  /** Rows of a file as one node has it. The handle is closed at once. */
  function rows<T = Record<string, unknown>>(node: string, file: string, sql: string): T[] {
    const sqlite = openSqlite(join(mountOf(cluster.nodeOf(node)), file), { readonly: true })
    try {
      return sqlite.prepare<[], T>(sql).all()
    } finally {
      sqlite.close()
    }
  }

  return {
    ...{ cluster, edge, command, addCompany, rows },
    fetch: (request: TestRequest) => send(edge.port, request),
    /** past the edge, straight to a node */
    ask: (node: string, request: TestRequest) => send(cluster.nodeOf(node).port, request),
    close: async () => {
      await edge.close()
      cluster.remove()
    },
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  for (const server of servers) server.close()
  return ports
}
