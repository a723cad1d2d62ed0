import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { Finding } from './findings.ts'
import { hash } from './inspect.server.ts'

/** Shared phones that are listed; the finding before them says how many there are. */
const PHONES_SHOWN_MAX = 20

/** What no file can show alone: the same endpoint or number twice, and the directory's word. */
export function compareClaims(platform: PlatformDb, claims: Sqlite): Finding[] {
  return [...findTwice(claims), ...checkDirectory(platform, claims), ...findSharedPhones(claims)]
}

type Twice = { what: string; tenantId: string; shown: string; others: number }

function findTwice(claims: Sqlite): Finding[] {
  return claims
    .prepare<[], Twice>(
      `select c.what, c.tenant_id as tenantId, c.shown, d.times - 1 as others from claims c
       join (select what, hash, count(*) as times from claims where what <> 'phone'
         group by what, hash having times > 1) d on d.what = c.what and d.hash = c.hash
       order by c.hash, c.tenant_id`,
    )
    .all()
    .map(({ what, tenantId, shown, others }) => ({
      ...{ kind: 'endpoint_twice', tenantId, subject: shown },
      detail: `${what} also at ${others}`,
    }))
}

type Address = { key: string; tenantId: string; channel: string; endpointId: number }
type Claim = { hash: string; tenantId: string; endpointId: number; shown: string }

/** Every endpoint of a file leads there from the directory, and every entry to an endpoint. */
function checkDirectory(platform: PlatformDb, claims: Sqlite): Finding[] {
  const known = new Map(
    claims
      .prepare<[], Claim>(
        `select hash, tenant_id as tenantId, endpoint_id as endpointId, shown from claims
         where what = 'endpoint'`,
      )
      .all()
      .map((claim) => [`${claim.hash} ${claim.tenantId} ${claim.endpointId}`, claim]),
  )
  const looked = new Set(
    claims.prepare<[], string>('select distinct tenant_id from looked').pluck().all(),
  )
  const findings: Finding[] = []
  const addresses = platformSqliteOf(platform).prepare<[], Address>(
    `select d.key, d.tenant_id as tenantId, d.channel, d.endpoint_id as endpointId
     from endpoint_directory d join tenants t on t.id = d.tenant_id and t.status <> 'deleted'`,
  )
  for (const { key, tenantId, channel, endpointId } of addresses.all()) {
    const isThere = known.delete(`${hash(key)} ${tenantId} ${endpointId}`)
    // What could not be read was found already.
    if (isThere || !looked.has(tenantId)) continue
    const detail = `endpoint ${endpointId} is not in the file`
    findings.push({ kind: 'directory_mismatch', tenantId, subject: channel, detail })
  }
  for (const { tenantId, endpointId, shown } of known.values()) {
    const detail = `endpoint ${endpointId} is not in the directory`
    findings.push({ kind: 'directory_mismatch', tenantId, subject: shown, detail })
  }
  return findings
}

function findSharedPhones(claims: Sqlite): Finding[] {
  const shared = claims
    .prepare<[], { shown: string; companies: number }>(
      `select min(shown) as shown, count(*) as companies from claims where what = 'phone'
       group by hash having companies > 1 order by companies desc, hash`,
    )
    .all()
  return shared.slice(0, PHONES_SHOWN_MAX).map(({ shown, companies }, index) => ({
    ...{ kind: 'phone_shared', tenantId: null, subject: shown },
    detail: index === 0 ? `${companies} (${shared.length})` : `${companies}`,
  }))
}
