import { prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Names of tags take no notice of capitals. */
const VIP_TAG = 'VIP'
const FIND = Symbol('contacts.vip')

/** Whether a contact carries the tag VIP: people answer it, never the assistant. */
export function isVip(db: TenantDb, contactId: number): boolean {
  return prepared(db, FIND, selectTag).get(contactId, VIP_TAG) !== undefined
}

function selectTag(db: TenantDb) {
  return sqliteOf(db).prepare<[number, string]>(
    `select 1 from contact_tags join tags on tags.id = contact_tags.tag_id
     where contact_id = ? and tags.name = ?`,
  )
}
