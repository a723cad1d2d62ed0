import { createHmac, timingSafeEqual } from 'node:crypto'
import { readdirSync } from 'node:fs'
import express, { Router } from 'express'
import { hostname } from 'node:os'
import type { Env, EnvWithSecrets } from './env.server.ts'
import type { Replication } from './litefs.server.ts'
import { reportSchema } from './replica-reports.server.ts'

const PATH = '/replica-reports'
/** With nothing to tell, lag is told this often. */
const QUIET_MS = 1_000
const AGAIN_AFTER_FAILURE_MS = 1_000
const TIMEOUT_MS = 2_000
/** Positions of 2,000 files and more. */
const BODY_BYTES_MAX = 1024 * 1024

/** What other nodes call this one: LiteFS's hostname of it. */
export function nodeNameOf(env: Env): string {
  return env.NODE_NAME ?? hostname()
}

/** The private address of another node's server, by the name LiteFS gives it. */
export function addressOf(env: Env, node: string): string | undefined {
  const named = env.NODE_URLS.get(node)
  if (named) return named
  return env.FLY_APP_NAME && `http://${node}.vm.${env.FLY_APP_NAME}.internal:${env.PORT}`
}

/**
 * Tells the primary where this replica's files stand, at once after each transaction: that is
 * how the primary knows that a message is on two nodes, and how its pages know of our lag.
 *
 * @returns a function that stops
 */
export function reportToPrimary(env: EnvWithSecrets, replication: Replication): () => void {
  const changed = new Set<string>()
  let toldTo: string | undefined
  let isSending = false
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const stopListening = replication.onTransaction((file) => {
    changed.add(file)
    if (!isSending) later(0)
  })

  function later(ms: number): void {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void send(), ms)
  }

  async function send(): Promise<void> {
    const { role, primary } = replication.place()
    const address = role === 'replica' && primary ? addressOf(env, primary) : undefined
    if (!address) return later(QUIET_MS)
    isSending = true
    const files = toldTo ? [...changed] : listFiles(replication)
    changed.clear()
    try {
      const taker = await post(env, address, reportOf(env, replication, files))
      // A primary that began anew has forgotten all: next time it is told everything.
      toldTo = toldTo === undefined || toldTo === taker ? taker : undefined
      later(changed.size > 0 || !toldTo ? 0 : QUIET_MS)
    } catch {
      toldTo = undefined
      later(AGAIN_AFTER_FAILURE_MS)
    } finally {
      isSending = false
    }
  }

  later(0)
  return () => {
    isStopped = true
    clearTimeout(timer)
    stopListening()
  }
}

function listFiles({ dir }: Replication): string[] {
  return dir ? readdirSync(dir).filter((name) => name.endsWith('.db')) : []
}

function reportOf(env: Env, replication: Replication, files: string[]) {
  const positions = files.flatMap((file) => {
    const txid = replication.positionOf(file)
    return txid ? [[file, txid]] : []
  })
  const lagMs = replication.lagMs()
  return { node: nodeNameOf(env), lagMs, positions: Object.fromEntries(positions) as object }
}

/** @returns which process of the primary took it */
async function post(env: EnvWithSecrets, address: string, report: object): Promise<string> {
  const response = await fetch(`${address}${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(env)}` },
    body: JSON.stringify(report),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`The primary answered ${response.status}`)
  return response.text()
}

/** Where replicas report. Mounted before everything else, on the primary of a cluster only. */
export function createReportRouter(env: EnvWithSecrets, replication: Replication): Router {
  const router = Router()
  if (!replication.isReplicated) return router
  const expected = Buffer.from(`Bearer ${tokenOf(env)}`)
  const self = `${nodeNameOf(env)}:${Date.now()}`
  router.post(PATH, (request, response, next) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    const isKnown = given.length === expected.length && timingSafeEqual(given, expected)
    if (!isKnown) return void response.status(404).end()
    if (replication.role() !== 'primary') return void response.status(409).end()
    next()
  })
  router.post(PATH, express.json({ limit: BODY_BYTES_MAX }), (request, response) => {
    const parsed = reportSchema.safeParse(request.body)
    if (!parsed.success) return void response.status(400).end()
    replication.reports.note(parsed.data)
    response.type('text/plain').send(self)
  })
  return router
}

/** Nodes share SESSION_SECRET; what they say to each other is signed with a key of its own. */
function tokenOf(env: EnvWithSecrets): string {
  return createHmac('sha256', env.SESSION_SECRET).update('baraza replica reports').digest('hex')
}
