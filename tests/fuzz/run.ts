import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { compareDumps, dumpRows } from '#tests/visibility/dump.ts'
import { readTables } from '#tests/visibility/tables.ts'
import { everyName, hostilePost, listForms } from './forms.ts'
import { randomAddress, strangeHeaders, targets } from './targets.ts'
import { startFuzzWorld } from './world.ts'
import type { FuzzWorld } from './world.ts'

export type FuzzOptions = {
  /** cases for each door */
  runs: number
  /** repeats a run exactly */
  seed: number
  /** told of each door when it is done */
  onDoor?: (name: string, statuses: Record<number, number>) => void
}
export type FuzzResult = { cases: number; troubles: string[] }

const HUGE_BYTES = 10 * 1024 * 1024
const QUIET_MS = 120_000
const PATIENCE_MS = 15_000

/** Sends hostile bodies to every door for machines, validly signed, and reads what was taken. */
export async function fuzzWebhooks({ runs, seed, onDoor }: FuzzOptions): Promise<FuzzResult> {
  const world = await startFuzzWorld({ jobs: true })
  const watch = watchOver(world)
  let cases = 0
  try {
    for (const target of targets) {
      const statuses: Record<number, number> = {}
      const bodies = fc.sample(target.bodies, { numRuns: runs, seed })
      const headers = fc.sample(strangeHeaders, { numRuns: runs, seed })
      // One that no door may swallow whole.
      bodies.push(Buffer.alloc(HUGE_BYTES, 0x5b))
      let own: Record<string, string> = {}
      for (const [at, body] of bodies.entries()) {
        if (target.prepare && at % (target.renewAfter ?? runs) === 0)
          own = await target.prepare(world)
        const call = target.call(world, body)
        const status = await ask(world, {
          ...{ host: call.host, path: call.path, body },
          headers: { 'x-forwarded-for': randomAddress(), ...call.headers, ...own, ...headers[at] },
        })
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status >= 500) watch.note(`${target.name} → ${status}: ${shown(body)}`)
        cases += 1
      }
      onDoor?.(target.name, statuses)
    }
    for (const trouble of await readToTheEnd(world)) watch.note(trouble)
    return { cases, troubles: await watch.findings() }
  } finally {
    watch.stop()
    await world.close()
  }
}

/** Posts hostile forms to every page that takes one, as who may do most; each is made undone. */
export async function fuzzForms({ runs, seed, onDoor }: FuzzOptions): Promise<FuzzResult> {
  const world = await startFuzzWorld({ jobs: false })
  const watch = watchOver(world)
  const others = everyName()
  const cookies = { portal: world.server.cookieOf(world.own), app: world.userCookie }
  const hosts = { portal: world.own.host, app: 'app.localhost' }
  let cases = 0
  try {
    for (const form of listForms(world)) {
      const statuses: Record<number, number> = {}
      for (const sent of fc.sample(hostilePost(form, others), {
        numRuns: runs,
        seed: seed + cases,
      })) {
        const headers = { cookie: cookies[form.surface], 'content-type': sent.type }
        const call = { host: hosts[form.surface], path: sent.path, body: sent.body, headers }
        const status = await undone(world, () => ask(world, call))
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status >= 500)
          watch.note(
            `${form.surface} ${form.route} (${sent.path}) → ${status}: ${shown(sent.body)}`,
          )
        cases += 1
      }
      onDoor?.(`${form.surface} ${form.route}`, statuses)
    }
    return { cases, troubles: await watch.findings() }
  } finally {
    watch.stop()
    await world.close()
  }
}

type Post = { host: string; path: string; body: Buffer; headers: Record<string, string> }

/**
 * @returns the status; 0 where the connection was cut before an answer, as a body too large may
 * be, and 599 where no answer came
 */
async function ask({ server }: FuzzWorld, call: Post): Promise<number> {
  const late = new AbortController()
  const patience = wait(PATIENCE_MS, { status: 599 }, { signal: late.signal })
  patience.catch(() => undefined)
  try {
    const answer = server.fetch({ ...call, method: 'POST', body: call.body })
    return (await Promise.race([answer, patience])).status
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === 'ERR_INVALID_CHAR' || code === 'ERR_UNESCAPED_CHARACTERS') return 0
    if (call.body.length >= HUGE_BYTES && /ECONNRESET|EPIPE/.test(code)) return 0
    throw error
  } finally {
    late.abort()
  }
}

async function undone(world: FuzzWorld, work: () => Promise<number>): Promise<number> {
  const files = [sqliteOf(world.own.db), platformSqliteOf(world.server.runtime.platform)]
  for (const file of files) file.exec('savepoint fuzz')
  try {
    return await work()
  } finally {
    for (const file of files) file.exec('rollback to fuzz; release fuzz')
  }
}

/** Waits for the jobs. @returns what was taken and then could not be read */
async function readToTheEnd({ own }: FuzzWorld): Promise<string[]> {
  const sqlite = sqliteOf(own.db)
  const count = (sql: string) => sqlite.prepare(sql).pluck().get() as number
  const until = Date.now() + QUIET_MS
  while (count('select count(*) from inbound_events where processed_at is null') > 0) {
    if (Date.now() > until) return ['not everything that was taken was read in time']
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const unread = sqlite
    .prepare<[], string>('select distinct error from inbound_events where error is not null')
    .pluck()
    .all()
  const forged = count(
    `select count(*) from messages where author_kind = 'member' and author_member_id is not null
     and provider_id like 'wamid.fuzz%'`,
  )
  return [
    ...unread.map((error) => `an event could not be read: ${error}`),
    ...(forged > 0 ? ['a customer wrote as a member'] : []),
  ]
}

/** What must be so afterwards, whatever was sent. */
function watchOver(world: FuzzWorld) {
  const troubles = new Set<string>()
  const tables = readTables(sqliteOf(world.rival.db))
  const before = dumpRows(world.rival.db, tables)
  const lost = (error: unknown) => void troubles.add(`nobody caught: ${String(error)}`)
  process.on('uncaughtException', lost)
  process.on('unhandledRejection', lost)
  return {
    note: (trouble: string) => void troubles.add(trouble),
    stop: () => {
      process.off('uncaughtException', lost)
      process.off('unhandledRejection', lost)
    },
    async findings(): Promise<string[]> {
      for (const { table } of compareDumps(before, dumpRows(world.rival.db, tables)))
        troubles.add(`a row of another company changed: ${table}`)
      const health = await world.server.fetch({ host: 'app.localhost', path: '/healthz' })
      if (health.status !== 200) troubles.add(`afterwards /healthz says ${health.status}`)
      const page = await world.server.fetch({
        ...{ host: world.own.host, path: '/conversations' },
        headers: { cookie: world.server.cookieOf(world.own) },
      })
      if (page.status !== 200) troubles.add(`afterwards the inbox says ${page.status}`)
      if (({} as Record<string, unknown>)['polluted'] !== undefined)
        troubles.add('the prototype of every object was changed')
      return [...troubles]
    },
  }
}

function shown(body: Buffer): string {
  return body.toString().slice(0, 1_500)
}
