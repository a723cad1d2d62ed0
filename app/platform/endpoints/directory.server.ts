import { LRUCache } from 'lru-cache'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** Where an endpoint key or a vendor's number id leads. */
export type EndpointAddress = {
  key: string
  tenantId: string
  channel: string
  endpointId: number
  externalId: string | null
  hasOwnSecret: boolean
}

/** An address as it is found, with whether its company is still there. */
export type FoundAddress = EndpointAddress & { isDeleted: boolean }

type Row = Omit<FoundAddress, 'hasOwnSecret' | 'isDeleted'> & {
  hasOwnSecret: number
  isDeleted: number
}

const SELECT = `select d.key, d.tenant_id as tenantId, d.channel, d.endpoint_id as endpointId,
    d.external_id as externalId, d.has_own_secret as hasOwnSecret,
    coalesce(t.status, 'deleted') = 'deleted' as isDeleted
  from endpoint_directory d left join tenants t on t.id = d.tenant_id`

export type EndpointDirectory = ReturnType<typeof createEndpointDirectory>

/** How long an address is believed before the file is asked whether another process changed it. */
const BELIEVED_MS = 250
const REMEMBERED_MAX = 10_000

/**
 * Looks endpoints up across companies and keeps a number from being claimed twice. What was found
 * by key is remembered, because every webhook of a rush asks; a change in the platform's file by
 * this process is noticed at once, by another within 250 ms. Whether the endpoint is still there is then
 * asked of the company's own file.
 */
export function createEndpointDirectory(platform: PlatformDb) {
  const sqlite = platformSqliteOf(platform)
  const byKey = sqlite.prepare<[string], Row>(`${SELECT} where d.key = ?`)
  const byExternalId = sqlite.prepare<[string, string], Row>(
    `${SELECT} where d.channel = ? and d.external_id = ?`,
  )
  const insert = sqlite.prepare(
    `insert into endpoint_directory
       (key, tenant_id, channel, endpoint_id, external_id, has_own_secret, created_at)
     values (@key, @tenantId, @channel, @endpointId, @externalId, @hasOwnSecret, @createdAt)`,
  )
  const update = sqlite.prepare(
    'update endpoint_directory set external_id = @externalId, has_own_secret = @hasOwnSecret where key = @key',
  )
  const remove = sqlite.prepare('delete from endpoint_directory where key = ?')
  const ownChanges = sqlite.prepare<[], number>('select total_changes()').pluck()
  const remembered = new LRUCache<string, FoundAddress>({ max: REMEMBERED_MAX })
  let seen = { own: -1, others: -1 }
  let believedUntil = 0

  /** Forgets everything when anything in the file changed; that is seldom against webhooks. */
  function forgetStale(): void {
    const now = performance.now()
    // Rows written by this connection, then commits of others: only the second asks the file.
    const own = ownChanges.get() ?? 0
    const isOld = now >= believedUntil
    const others = isOld ? Number(sqlite.pragma('data_version', { simple: true })) : seen.others
    if (isOld) believedUntil = now + BELIEVED_MS
    if (own !== seen.own || others !== seen.others) remembered.clear()
    seen = { own, others }
  }

  function findByKey(key: string): FoundAddress | undefined {
    forgetStale()
    const known = remembered.get(key)
    if (known) return known
    const found = toAddress(byKey.get(key))
    if (found) remembered.set(key, found)
    return found
  }

  return {
    findByKey,
    findByExternalId: (channel: string, id: string) => toAddress(byExternalId.get(channel, id)),
    /** @throws SQLITE_CONSTRAINT_UNIQUE when the number belongs to another endpoint */
    register: (address: EndpointAddress) =>
      insert.run({ ...address, hasOwnSecret: address.hasOwnSecret ? 1 : 0, createdAt: Date.now() }),
    update: (address: Pick<EndpointAddress, 'key' | 'externalId' | 'hasOwnSecret'>) =>
      update.run({ ...address, hasOwnSecret: address.hasOwnSecret ? 1 : 0 }),
    remove: (key: string) => remove.run(key),
  }
}

function toAddress(row: Row | undefined): FoundAddress | undefined {
  return row && { ...row, hasOwnSecret: row.hasOwnSecret === 1, isDeleted: row.isDeleted === 1 }
}
