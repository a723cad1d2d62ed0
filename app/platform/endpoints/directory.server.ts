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

/** Looks endpoints up across companies and keeps a number from being claimed twice. */
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

  return {
    findByKey: (key: string) => toAddress(byKey.get(key)),
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
