import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { measures } from './measures.ts'
import type { Measure, Usage } from './measures.ts'

/** As plans sell storage. */
export const BYTES_PER_MB = 1_000_000

/** `?` is the beginning of the billing period, UTC ms; each has an index that begins with its column. */
const countSince: Record<'answers' | 'messages', string> = {
  answers: `select count(*) from ai_answers where created_at >= ? and outcome = 'sent'`,
  messages: 'select count(*) from messages where sort_at >= ?',
}
const countNow: Record<Exclude<Measure, 'answers' | 'messages'>, string> = {
  members: `select count(*) from members where status <> 'deactivated'`,
  endpoints: `select count(*) from endpoints where status <> 'disabled'`,
  storageMb: `select (coalesce(sum(byte_size), 0) + ${BYTES_PER_MB - 1}) / ${BYTES_PER_MB} from files`,
  contacts: 'select count(*) from contacts where deleted_at is null and merged_into is null',
}

/** How much of one thing a company uses, read from its own file. `since` is the period's beginning, UTC ms. */
export function measure(db: TenantDb, what: Measure, since: number): number {
  const sqlite = sqliteOf(db)
  if (what === 'answers' || what === 'messages')
    return sqlite.prepare<[number], number>(countSince[what]).pluck().get(since)!
  return sqlite.prepare<[], number>(countNow[what]).pluck().get()!
}

/** Everything a plan counts. */
export function measureAll(db: TenantDb, since: number): Usage {
  return Object.fromEntries(measures.map((what) => [what, measure(db, what, since)])) as Usage
}
