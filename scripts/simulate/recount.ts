import { compareReports } from '#app/domain/analytics/recount.server.ts'
import { verifyAudit } from '#app/domain/audit/verify.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { NUMBER } from './company.ts'
import type { Ledger } from './ledger.ts'
import { conversationFaults, ownerFaults } from './recount-rules.ts'
import { countViews } from './recount-views.ts'

/** One figure as it should be by the facts, and as the product has it. */
export type Check = { name: string; expected: number; found: number; examples?: string[] }

/** Counts everything again from the facts, without the code that keeps the figures. */
export function recount(db: TenantDb, day: { ledger: Ledger; fake: WhatsAppFake }): Check[] {
  return [
    ...countMessages(db, day),
    ...countRules(db, [...ownerFaults, ...conversationFaults]),
    ...countWork(db, day.ledger),
    ...countViews(db),
    ...countReports(db),
    ...countFile(db),
  ]
}

function countMessages(
  db: TenantDb,
  { ledger, fake }: { ledger: Ledger; fake: WhatsAppFake },
): Check[] {
  const inbound = textsOf(db, `select provider_id from messages where direction = 'inbound'`)
  const outbound = textsOf(db, `select text from messages where author_kind = 'member'`)
  const arrived = tally(
    fake
      .sent(NUMBER.phoneNumberId)
      .flatMap(({ body }) => (body as { text?: { body: string } }).text?.body ?? []),
  )
  return [
    missing('customers’ messages lost', [...ledger.received.keys()], inbound),
    doubled('customers’ messages doubled', inbound),
    { name: 'customers’ messages', expected: ledger.received.size, found: sizeOf(inbound) },
    missing('replies lost', [...ledger.replies], outbound),
    doubled('replies doubled', outbound),
    missing('replies that did not reach the customer', [...ledger.replies], arrived),
    doubled('replies that reached the customer twice', arrived),
    none(
      db,
      'replies not marked as sent',
      `select id || ' ' || status || ' ' || coalesce(failure_code, '') || ' ' || coalesce(failure_reason, '') from messages where direction = 'outbound'
      and author_kind = 'member' and status not in ('sent', 'delivered', 'read')`,
    ),
    none(
      db,
      'events taken in and not read',
      'select id from inbound_events where processed_at is null',
    ),
    none(
      db,
      'jobs failed or left',
      `select id || ' ' || kind || ' ' || coalesce(last_error, '')
      from jobs where state in ('failed', 'running')`,
    ),
  ]
}

function countRules(db: TenantDb, rules: Record<'name' | 'sql', string>[]): Check[] {
  return rules.map(({ name, sql }) => none(db, name, sql))
}

/** What people did, against what is written down of it. */
function countWork(db: TenantDb, ledger: Ledger): Check[] {
  const outcome = (name: keyof Ledger['closings']): Check => ({
    name: `closed as ${name}`,
    expected: ledger.closings[name],
    found: one(
      db,
      `select count(*) from conversation_events where kind = 'closed'
      and json_extract(data_json, '$.outcome') = '${name}'`,
    ),
  })
  return [
    ...(Object.keys(ledger.closings) as (keyof Ledger['closings'])[]).map(outcome),
    { name: 'sales', expected: ledger.closings.won, found: one(db, 'select count(*) from sales') },
    {
      ...{ name: 'sold, in cents', expected: ledger.soldMinor },
      found: one(db, 'select coalesce(sum(amount_minor), 0) from sales where voided_at is null'),
    },
    { name: 'notes', expected: ledger.notes, found: one(db, 'select count(*) from notes') },
    {
      ...{ name: 'transfers asked for', expected: ledger.transfersAsked },
      found: one(db, 'select count(*) from transfer_requests'),
    },
    {
      ...{ name: 'transfers decided', expected: ledger.transfersDecided },
      found: one(
        db,
        `select count(*) from transfer_requests where state in
        ('approved', 'redirected', 'refused')`,
      ),
    },
    {
      ...{ name: 'contacts merged', expected: ledger.merges },
      found: one(db, 'select count(*) from contacts where merged_into is not null'),
    },
  ]
}

function countReports(db: TenantDb): Check[] {
  const { figures, differing, differences } = compareReports(db)
  return [
    {
      name: `of ${figures} report figures, unlike a recount`,
      expected: 0,
      found: differing,
      examples: differences.slice(0, 5).map((one) => JSON.stringify(one)),
    },
  ]
}

function countFile(db: TenantDb): Check[] {
  const sqlite = sqliteOf(db)
  const { broken } = verifyAudit(db)
  const integrity = sqlite.pragma('integrity_check', { simple: true })
  const dangling = sqlite.pragma('foreign_key_check') as unknown[]
  return [
    {
      name: 'breaks of the audit chain',
      expected: 0,
      found: broken ? 1 : 0,
      examples: broken && [JSON.stringify(broken)],
    },
    { name: 'faults of the file', expected: 0, found: integrity === 'ok' ? 0 : 1 },
    { name: 'rows that refer to nothing', expected: 0, found: dangling.length },
    ...['messages_fts', 'contacts_fts', 'notes_fts'].map((name) => ({
      ...{ name: `search index ${name} unlike its rows`, expected: 0 },
      found: isSound(db, name) ? 0 : 1,
    })),
  ]
}

function isSound(db: TenantDb, index: string): boolean {
  try {
    sqliteOf(db).exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`)
    return true
  } catch {
    return false
  }
}

function none(db: TenantDb, name: string, sql: string): Check {
  const rows = sqliteOf(db).prepare<[], unknown>(sql).pluck().all()
  return { name, expected: 0, found: rows.length, examples: rows.slice(0, 5).map(String) }
}

function one(db: TenantDb, sql: string): number {
  return sqliteOf(db).prepare<[], number>(sql).pluck().get() ?? 0
}

function textsOf(db: TenantDb, sql: string): Map<string, number> {
  return tally(
    sqliteOf(db)
      .prepare<[], string | null>(sql)
      .pluck()
      .all()
      .flatMap((text) => text ?? []),
  )
}

function tally(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function sizeOf(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

function missing(name: string, wanted: string[], there: Map<string, number>): Check {
  const lost = wanted.filter((text) => !there.has(text))
  return { name, expected: 0, found: lost.length, examples: lost.slice(0, 5) }
}

function doubled(name: string, there: Map<string, number>): Check {
  const twice = [...there].filter(([, count]) => count > 1).map(([text]) => text)
  return { name, expected: 0, found: twice.length, examples: twice.slice(0, 5) }
}
