import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { schemaVersion } from '#app/tenancy/migrations.server.ts'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { maskNumber } from './findings.ts'
import type { Finding } from './findings.ts'

const PROBLEM_CHARS_MAX = 200
const HASH_CHARS = 24

export type FileToInspect = {
  tenantId: string
  path: string
  /** the schema this code knows */
  newest: number
  /** where what files claim is compared */
  claimsPath: string
}

/**
 * Looks at one company's file, opened to read only. Runs in a thread of its own: checking a large
 * file takes seconds. Numbers and keys leave it only as hashes.
 */
export function inspectFile(file: FileToInspect): Finding[] {
  const { tenantId, path } = file
  const found = (kind: Finding['kind'], detail = '', subject = ''): Finding => {
    return { kind, tenantId, subject, detail }
  }
  if (!existsSync(path)) return [found('row_without_file')]
  let sqlite: Sqlite | undefined
  try {
    sqlite = openSqlite(path, { readonly: true })
    const owner = ownerOf(sqlite)
    if (owner !== tenantId)
      return [found('wrong_owner', owner ? `the file is ${owner}` : 'nobody’s')]
    const problem = checkPages(sqlite)
    if (problem) return [found('damaged', problem)]
    const findings = [...checkVersion(sqlite, file, found), ...checkReferences(sqlite, found)]
    noteClaims(sqlite, file)
    return findings
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const isDamaged = /NOTADB|CORRUPT/.test(reason)
    return [found(isDamaged ? 'damaged' : 'unreadable', reason)]
  } finally {
    sqlite?.close()
  }
}

type Found = (kind: Finding['kind'], detail?: string, subject?: string) => Finding

function ownerOf(sqlite: Sqlite): string | undefined {
  const ask = `select value from tenant_meta where key = 'tenant_id'`
  return sqlite.prepare<[], string>(ask).pluck().get()
}

/** The first thing wrong with the file's pages and indexes. */
function checkPages(sqlite: Sqlite): string | undefined {
  const told = sqlite.pragma('integrity_check(1)', { simple: true }) as string
  return told === 'ok' ? undefined : told.slice(0, PROBLEM_CHARS_MAX)
}

function checkVersion(sqlite: Sqlite, { newest }: FileToInspect, found: Found): Finding[] {
  const version = schemaVersion(sqlite)
  if (version === newest) return []
  return [found(version < newest ? 'schema_behind' : 'schema_newer', `${version}, not ${newest}`)]
}

/** Rows that point at rows that are not there, by table. */
function checkReferences(sqlite: Sqlite, found: Found): Finding[] {
  const broken = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[]
  const counts = new Map<string, number>()
  for (const { table, parent } of broken) {
    const name = `${table} → ${parent}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([table, count]) => found('orphans', `${count}`, table))
}

type Endpoint = { id: number; key: string; channel: string; externalId: string | null }

/** What the file says is its own: endpoints, their numbers, and the phones it knows. */
function noteClaims(sqlite: Sqlite, { tenantId, claimsPath }: FileToInspect): void {
  const endpoints = sqlite
    .prepare<[], Endpoint>('select id, key, channel, external_id as externalId from endpoints')
    .all()
  const phones = sqlite
    .prepare<[], string>(`select distinct external_id from contact_identities where kind = 'phone'`)
    .pluck()
  const claims = openClaims(claimsPath)
  try {
    const add = claims.prepare('insert or replace into claims values (?, ?, ?, ?, ?)')
    claims.transaction(() => {
      for (const { id, key, channel, externalId } of endpoints) {
        add.run('endpoint', hash(key), tenantId, id, channel)
        if (externalId) add.run('number', hash(`${channel}:${externalId}`), tenantId, id, channel)
      }
      for (const phone of phones.iterate())
        add.run('phone', hash(phone), tenantId, 0, maskNumber(phone))
    })()
  } finally {
    claims.close()
  }
}

/** Opens what files claim in this run; it lies outside the databases and goes with the run. */
export function openClaims(path: string): Sqlite {
  const sqlite = openSqlite(path, { create: true })
  // Made again from the files when it is lost.
  sqlite.pragma('synchronous = OFF')
  sqlite.exec(`create table if not exists claims (
    what text not null, hash text not null, tenant_id text not null, endpoint_id integer not null,
    shown text not null, primary key (what, hash, tenant_id)) strict, without rowid`)
  return sqlite
}

/** The same for a key of the directory as for one of a file. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_CHARS)
}
