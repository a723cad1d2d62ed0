import { enqueuePlatformJob } from '../jobs.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { SeenCertificate, WatchedHost } from './certificate.ts'
import { listWatchedHosts } from './hosts.server.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Looked at side by side. */
const AT_ONCE = 10
/** In one turn of the job: well inside its lease even when nobody answers. */
const HOSTS_A_TURN = 60

/** Connects to a host and reads what it shows. Never throws. */
export type SeeCertificate = (host: WatchedHost) => Promise<SeenCertificate>

/** Has certificates looked at: once a day, and every hour while one is not right. */
export function planCertificates(platform: PlatformDb, now: number): void {
  const isWrong = platformSqliteOf(platform)
    .prepare<[], number>(`select 1 from certificates where state <> 'valid' limit 1`)
    .get()
  const stepMs = isWrong ? HOUR_MS : DAY_MS
  const key = String(Math.floor(now / stepMs) * stepMs)
  enqueuePlatformJob(platform, 'certificate.look', { since: now }, { key })
}

/** Has them looked at now, because somebody asked. */
export function lookLater(platform: PlatformDb, now: number): void {
  enqueuePlatformJob(platform, 'certificate.look', { since: now }, { key: `asked:${now}` })
}

/**
 * Looks at hosts that were not looked at since then, and forgets those that are gone.
 *
 * @returns whether all have been looked at
 */
export async function lookAtCertificates(
  platform: PlatformDb,
  options: { rootDomain: string; since: number; see: SeeCertificate },
): Promise<boolean> {
  const { rootDomain, since, see } = options
  const watched = listWatchedHosts(platform, rootDomain)
  forgetOthers(platform, watched)
  const isFresh = platformSqliteOf(platform)
    .prepare<[string, number], number>(
      'select 1 from certificates where host = ? and looked_at >= ?',
    )
    .pluck()
  const left = watched.filter(({ host }) => isFresh.get(host, since) === undefined)
  const turn = left.slice(0, HOSTS_A_TURN)
  for (let start = 0; start < turn.length; start += AT_ONCE) {
    const some = turn.slice(start, start + AT_ONCE)
    const seen = await Promise.all(some.map(async (host) => ({ ...host, ...(await see(host)) })))
    keep(platform, seen)
  }
  return turn.length === left.length
}

function forgetOthers(platform: PlatformDb, watched: WatchedHost[]): void {
  platformSqliteOf(platform)
    .prepare('delete from certificates where host not in (select value from json_each(?))')
    .run(JSON.stringify(watched.map(({ host }) => host)))
}

function keep(platform: PlatformDb, seen: (WatchedHost & SeenCertificate)[]): void {
  const insert = platformSqliteOf(platform).prepare(
    `insert or replace into certificates
       (host, tenant_id, state, issuer, valid_from, valid_until, is_for_host, looked_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  inPlatformTransaction(platform, () => {
    for (const { host, tenantId, state, issuer, validFrom, validUntil, isForHost } of seen) {
      const named = isForHost === null ? null : Number(isForHost)
      insert.run(host, tenantId, state, issuer, validFrom, validUntil, named, Date.now())
    }
  })
}
