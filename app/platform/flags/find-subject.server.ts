import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** The company with this address (`savanna-hotel`), if it is there. */
export function findTenantIdBySlug(platform: PlatformDb, slug: string): string | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], { id: string }>(
      `select id from tenants where slug = ? and status <> 'deleted'`,
    )
    .get(slug.toLowerCase())?.id
}

/** Addresses of companies by their ids; who is gone is left out. */
export function listSlugs(platform: PlatformDb, ids: readonly string[]): string[] {
  const find = platformSqliteOf(platform).prepare<[string], { slug: string }>(
    `select slug from tenants where id = ? and status <> 'deleted'`,
  )
  return ids.flatMap((id) => find.get(id)?.slug ?? [])
}
