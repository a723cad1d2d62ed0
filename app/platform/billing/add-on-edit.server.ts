import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { LimitName } from './plans.server.ts'

/** An add-on as the platform's people see it. `monthly` is minor units without tax. */
export type AddOnRow = AddOnFacts & { id: string; currency: string; taken: number }
export type AddOnFacts = {
  name: string
  monthly: number
  limits: Partial<Record<LimitName, number>>
  isOffered: boolean
}

type Row = Omit<AddOnRow, 'limits' | 'isOffered'> & { limitsJson: string; isOffered: 0 | 1 }

const SELECT = `select a.id, a.name, a.currency, a.monthly, a.limits_json as limitsJson,
    a.archived_at is null as isOffered,
    (select coalesce(sum(quantity), 0) from subscription_add_ons where add_on_id = a.id) as taken
  from add_ons a`

/** Every add-on, those on offer first. */
export function listAddOnRows(platform: PlatformDb): AddOnRow[] {
  return platformSqliteOf(platform)
    .prepare<[], Row>(`${SELECT} order by a.archived_at is not null, a.name, a.id`)
    .all()
    .map(toAddOn)
}

export function findAddOn(platform: PlatformDb, id: string): AddOnRow | undefined {
  const row = platformSqliteOf(platform).prepare<[string], Row>(`${SELECT} where a.id = ?`).get(id)
  return row && toAddOn(row)
}

/** Adds an add-on. @returns its id, made from its name */
export function addAddOn(
  platform: PlatformDb,
  by: PlatformAuditActor,
  { facts, currency, at }: { facts: AddOnFacts; currency: string; at: number },
): string {
  return inPlatformTransaction(platform, () => {
    const id = freeId(platform, facts.name)
    const { name, monthly, limits, isOffered } = facts
    platformSqliteOf(platform)
      .prepare(
        `insert into add_ons (id, name, currency, monthly, limits_json, archived_at)
         values (?, ?, ?, ?, ?, ?)`,
      )
      .run(id, name, currency, monthly, JSON.stringify(limits), isOffered ? null : at)
    recordPlatformAudit(platform, by, { action: 'add_on.added', details: { id } })
    return id
  })
}

/** Changes an add-on; who has it keeps its price, and gets what it adds from now on. */
export function saveAddOn(
  platform: PlatformDb,
  by: PlatformAuditActor,
  { id, facts, at }: { id: string; facts: AddOnFacts; at: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const { name, monthly, limits, isOffered } = facts
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update add_ons set name = ?, monthly = ?, limits_json = ?,
           archived_at = case when ? then null else coalesce(archived_at, ?) end where id = ?`,
      )
      .run(name, monthly, JSON.stringify(limits), isOffered ? 1 : 0, at, id)
    if (changes > 0)
      recordPlatformAudit(platform, by, { action: 'add_on.changed', details: { id, monthly } })
    return changes > 0
  })
}

function freeId(platform: PlatformDb, name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'add-on'
  const isTaken = platformSqliteOf(platform).prepare('select 1 from add_ons where id = ?')
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    // `new` is the address at which one is made.
    if (id !== 'new' && !isTaken.get(id)) return id
  }
}

function toAddOn({ limitsJson, isOffered, ...row }: Row): AddOnRow {
  const limits = JSON.parse(limitsJson) as AddOnRow['limits']
  return { ...row, limits, isOffered: isOffered === 1 }
}
