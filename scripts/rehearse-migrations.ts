import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { closePlatform } from '#app/platform/db.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { schemaVersion } from '#app/tenancy/migrations.server.ts'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import { tenantPath } from '#app/tenancy/open.server.ts'
import { startProgress } from './command/progress.ts'
import { visitCompanies } from './rehearse/visits.ts'
import { freePort } from './simulate/server.ts'

// A migration of every company as it will be rolled out: the new code serves from the first
// moment, the command beside it is killed with -9 half-way and run again, and people open pages
// all the time. It works in a folder of its own and needs `npm run build`.

/** Widens two tables, fills a column from rows there are, and adds an index. */
const NEXT_MIGRATION = `
  alter table contacts add column rehearsed_at integer;
  update contacts set rehearsed_at = created_at;
  create index contacts_rehearsed on contacts (rehearsed_at, id);
  create table rehearsals (id integer primary key, note text not null) strict;`

const CONTACTS = `with recursive n (i) as (select 1 union all select i + 1 from n where i < 200)
  insert into contacts (name, created_at, updated_at) select 'Guest ' || i, i, i from n`

const { values } = parseArgs({ options: { companies: { type: 'string', default: '2000' } } })
const companies = Number(values.companies)
const folder = mkdtempSync(join(tmpdir(), 'baraza-rehearsal-'))
const environment: Record<string, string> = {
  ...{ NODE_ENV: 'production', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' },
  ...{ SESSION_SECRET: 'x'.repeat(48), ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64') },
  PORT: String(await freePort()),
}

try {
  const { ids, next } = makeCompanies()
  makeNewCode(next)
  const isWhole = await rehearse(ids, next)
  process.exitCode = isWhole ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function makeCompanies(): { ids: string[]; next: number } {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  const progress = startProgress('companies made', companies)
  const ids: string[] = []
  for (let at = 0; at < companies; at += 1) {
    const owner = { email: `o@c${at}.test`, name: 'Owner', passwordHash: 'none' }
    const company = { slug: `c${at}`, name: `Company ${at}`, industry: 'hotel', owner }
    const made = createCompany(runtime, { ...company, isVerified: true })
    if (!made.ok) throw new Error(made.reason)
    const sqlite = openSqlite(tenantPath(runtime.paths.dbDir, made.tenantId))
    sqlite.exec(CONTACTS)
    sqlite.close()
    ids.push(made.tenantId)
    progress.step()
  }
  progress.end()
  const next = runtime.tenancy.migrations.length + 1
  runtime.tenancy.closeAll()
  closePlatform(runtime.platform)
  return { ids, next }
}

/** The working folder of the next version: the same files, and one migration more. */
function makeNewCode(next: number): void {
  const code = join(folder, 'code')
  mkdirSync(join(code, 'migrations'), { recursive: true })
  const shared = readdirSync('.').filter((name) => name !== 'migrations' && !name.startsWith('.'))
  for (const name of shared) symlinkSync(resolve(name), join(code, name))
  symlinkSync(resolve('migrations/platform'), join(code, 'migrations/platform'))
  cpSync('migrations/tenant', join(code, 'migrations/tenant'), { recursive: true })
  const file = `${String(next).padStart(4, '0')}_rehearsed.sql`
  writeFileSync(join(code, 'migrations/tenant', file), NEXT_MIGRATION)
}

async function rehearse(ids: string[], next: number): Promise<boolean> {
  const server = start('serve', [])
  await once(server.child.stdout, 'data')
  const visits = await visitCompanies(Number(environment['PORT']), companies)
  const startedAt = performance.now()
  const first = start('tenant-migrate', ['--all'])
  await wait(700)
  first.child.kill('SIGKILL')
  await first.ended
  const afterKill = countAt(ids, next)
  const second = start('tenant-migrate', ['--all', '--json'])
  const exit = await second.ended
  const tookS = (performance.now() - startedAt) / 1_000
  const visited = await visits.stop()
  server.child.kill('SIGTERM')
  await server.ended
  const done = countAt(ids, next)
  console.log(second.output.trim())
  console.log(
    [
      `companies            ${companies}, 200 contacts each, schema ${next - 1} → ${next}`,
      `killed with -9       with ${afterKill} migrated; the second run ended with ${exit}`,
      `migrated             ${done} of ${companies} in ${tookS.toFixed(1)} s, beside the server`,
      `pages opened         ${visited.pages}, of them failed ${visited.failed}`,
      `time to answer       median ${visited.p50} ms, 95 % ${visited.p95} ms, slowest ${visited.slowest} ms`,
    ].join('\n'),
  )
  return done === companies && exit === 0 && visited.failed === 0
}

function countAt(ids: string[], version: number): number {
  return ids.filter((id) => {
    const sqlite = openSqlite(tenantPath(join(environment['DATA_DIR'] ?? '', 'db'), id), {
      readonly: true,
    })
    try {
      return schemaVersion(sqlite) === version
    } finally {
      sqlite.close()
    }
  }).length
}

function start(script: string, args: string[]) {
  const child = spawn(process.execPath, [resolve('scripts/run.mjs'), script, ...args], {
    ...{ cwd: join(folder, 'code'), env: { ...process.env, ...environment } },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const run = {
    ...{ child, output: '' },
    ended: once(child, 'exit').then(([code]) => code as number | null),
  }
  child.stdout.on('data', (chunk: Buffer) => (run.output += chunk.toString()))
  return run
}
