import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { WatchedHost } from './certificate.ts'

/** The newest portals stand for all: a certificate made per host fails there first. */
const PORTALS_MAX = 3

/**
 * The hosts whose certificates are watched: the platform's own, every company's own domain, and
 * of portals the newest ones and those that were found wrong.
 *
 * @param rootDomain that portals stand below
 */
export function listWatchedHosts(platform: PlatformDb, rootDomain: string): WatchedHost[] {
  const sqlite = platformSqliteOf(platform)
  const domains = sqlite
    .prepare<[], WatchedHost>(
      `select d.host, d.tenant_id as tenantId from tenant_domains d
       join tenants t on t.id = d.tenant_id and t.status = 'active'
       where d.verified_at is not null order by d.host`,
    )
    .all()
  const portals = sqlite
    .prepare<[{ root: string; max: number }], WatchedHost>(
      `select slug || '.' || @root as host, id as tenantId from tenants t
       where status = 'active' and demo_of is null and (
         id in (select id from tenants where status = 'active' and demo_of is null
           order by created_at desc, id limit @max)
         or exists (select 1 from certificates c where c.tenant_id = t.id
           and c.host = t.slug || '.' || @root and c.state <> 'valid'))
       order by t.created_at desc, t.id`,
    )
    .all({ root: rootDomain, max: PORTALS_MAX })
  return [{ host: `app.${rootDomain}`, tenantId: null }, ...domains, ...portals]
}
