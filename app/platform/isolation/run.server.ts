import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { unwrapDataKey } from '#app/tenancy/data-keys.server.ts'
import { withoutFlush } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { compareClaims } from './compare.server.ts'
import { isInformational } from './findings.ts'
import type { Finding } from './findings.ts'
import { openClaims } from './inspect.server.ts'
import type { Inspector } from './thread.server.ts'

const COMPANY_FILE = /^([a-z0-9]{20})\.db$/

export type AuditPlace = {
  dbDir: string
  /** below the installation's folder, outside the databases */
  claimsPath: string
  newest: number
  platformKey: Buffer
}

type Company = { id: string; keyId: string | null; wrappedKey: string | null }

/**
 * Goes on with a run until it is done or the time is up. What was found and how far it came is
 * kept after every file, so a run survives a restart and thousands of companies.
 *
 * @returns whether the run is finished
 */
export async function continueAudit(
  platform: PlatformDb,
  runId: number,
  options: { place: AuditPlace; inspector: Inspector; until: number; isStopped?: () => boolean },
): Promise<boolean> {
  const { place, inspector, until, isStopped = () => false } = options
  const run = beginOrGoOn(platform, runId, place.claimsPath)
  if (!run) return true
  for (let after = run.after; ;) {
    const company = nextCompany(platform, after)
    if (!company) break
    const path = `${place.dbDir}/${company.id}.db`
    const { newest, claimsPath } = place
    const file = { tenantId: company.id, path, newest, claimsPath }
    const findings = [...checkKey(company, place.platformKey), ...(await inspector.inspect(file))]
    keep(platform, { runId, company: company.id, findings })
    noteLooked(claimsPath, company.id, findings)
    after = company.id
    if (Date.now() >= until || isStopped()) return false
  }
  finish(platform, runId, place)
  return true
}

/** Without what files claimed so far, a run begins anew. */
function beginOrGoOn(
  platform: PlatformDb,
  runId: number,
  claimsPath: string,
): { after: string } | undefined {
  const sqlite = platformSqliteOf(platform)
  const run = sqlite
    .prepare<[number], { after: string }>(
      'select after_tenant as after from isolation_runs where id = ? and finished_at is null',
    )
    .get(runId)
  if (!run) return undefined
  const isThere = existsSync(claimsPath)
  if (run.after !== '' && isThere) return run
  mkdirSync(dirname(claimsPath), { recursive: true })
  removeClaims(claimsPath)
  withClaims(claimsPath, (claims) => {
    claims.exec('create table looked (tenant_id text primary key) strict, without rowid')
  })
  inPlatformTransaction(platform, () => {
    sqlite.prepare('delete from isolation_findings where run_id = ?').run(runId)
    sqlite.prepare(`update isolation_runs set after_tenant = '', files = 0 where id = ?`).run(runId)
  })
  return { after: '' }
}

function nextCompany(platform: PlatformDb, after: string): Company | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], Company>(
      `select t.id, k.key_id as keyId, k.wrapped_key as wrappedKey
       from tenants t left join tenant_keys k on k.tenant_id = t.id and k.erased_at is null
       where t.status <> 'deleted' and t.id > ? order by t.id limit 1`,
    )
    .get(after)
}

function checkKey({ id, keyId, wrappedKey }: Company, platformKey: Buffer): Finding[] {
  const about = { tenantId: id, subject: '', detail: '' }
  if (!keyId || !wrappedKey) return [{ kind: 'key_missing', ...about }]
  try {
    unwrapDataKey({ id: keyId, wrappedKey }, platformKey, id)
    return []
  } catch {
    return [{ kind: 'key_unusable', ...about }]
  }
}

function keep(
  platform: PlatformDb,
  { runId, company, findings }: { runId: number; company?: string; findings: Finding[] },
): void {
  const sqlite = platformSqliteOf(platform)
  const add = sqlite.prepare(
    `insert into isolation_findings (run_id, kind, is_informational, tenant_id, subject, detail)
     values (?, ?, ?, ?, ?, ?)`,
  )
  withoutFlush(sqlite, () =>
    inPlatformTransaction(platform, () => {
      for (const { kind, tenantId, subject, detail } of findings)
        add.run(runId, kind, isInformational(kind) ? 1 : 0, tenantId, subject, detail)
      if (company === undefined) return
      sqlite
        .prepare('update isolation_runs set after_tenant = ?, files = files + 1 where id = ?')
        .run(company, runId)
    }),
  )
}

/** Whose endpoints are known: a file that could not be read says nothing about them. */
function noteLooked(claimsPath: string, tenantId: string, findings: Finding[]): void {
  const unread = ['wrong_owner', 'damaged', 'unreadable', 'row_without_file']
  if (findings.some(({ kind }) => unread.includes(kind))) return
  withClaims(claimsPath, (claims) => {
    claims.prepare('insert or ignore into looked values (?)').run(tenantId)
  })
}

function finish(platform: PlatformDb, runId: number, { dbDir, claimsPath }: AuditPlace): void {
  const findings = [
    ...listStrayFiles(platform, dbDir),
    ...withClaims(claimsPath, (claims) => compareClaims(platform, claims)),
  ]
  inPlatformTransaction(platform, () => {
    keep(platform, { runId, findings })
    platformSqliteOf(platform)
      .prepare('update isolation_runs set finished_at = ? where id = ?')
      .run(Date.now(), runId)
  })
  removeClaims(claimsPath)
}

function listStrayFiles(platform: PlatformDb, dbDir: string): Finding[] {
  const isKnown = platformSqliteOf(platform)
    .prepare<[string], number>(`select 1 from tenants where id = ? and status <> 'deleted'`)
    .pluck()
  return readdirSync(dbDir)
    .filter((name) => COMPANY_FILE.test(name))
    .filter((name) => isKnown.get(name.slice(0, -'.db'.length)) === undefined)
    .map((name) => ({ kind: 'file_without_row', tenantId: null, subject: name, detail: '' }))
}

function withClaims<T>(path: string, work: (claims: Sqlite) => T): T {
  const claims = openClaims(path)
  try {
    return work(claims)
  } finally {
    claims.close()
  }
}

function removeClaims(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
}
