import { expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { runDay } from './day.ts'
import type { Check } from './recount.ts'

const SMALL = { customers: 30, messages: 120, agents: 5, capacity: 4, seed: 7 }

const differing = (checks: Check[]) => checks.filter(({ expected, found }) => expected !== found)

/** An open conversation that was never made of two, as rules about one of them suppose. */
const OPEN = `(select min(id) from conversations where status <> 'closed' and deleted_at is null
  and id not in (select survivor_id from conversation_merges))`
const REPLIED = `(select min(c.id) from conversations c
  join conversation_facts f on f.conversation_id = c.id where f.first_reply_at is not null)`

/** Damage, and a word of the complaint that must come of it. */
const damages: [sql: string, complaint: RegExp][] = [
  [`delete from messages where id = (select min(id) from messages)`, /messages lost/],
  [
    `update conversations set queued_at = null, assigned_to = null where id = ${OPEN}`,
    /neither owner nor place/,
  ],
  [`update conversations set unanswered_since = 5 where id = ${OPEN}`, /wait since another moment/],
  [
    `update conversation_facts set first_inbound_at = 1 where conversation_id = ${REPLIED}`,
    /report figures/,
  ],
  [`update audit_log set action = 'nothing' where id = 2`, /audit chain/],
  [`insert into messages_fts (rowid, text) values (999999, 'ghost')`, /messages_fts/],
]

test('a small working day ends with every figure as the facts say, and damage is noticed', async () => {
  const complaints: string[][] = []
  const day = await runDay(SMALL, {
    inspect: (db, count) => {
      const sqlite = sqliteOf(db)
      for (const [sql] of damages) {
        sqlite.exec(`savepoint damage; pragma defer_foreign_keys = on`)
        sqlite.exec(`drop trigger audit_log_append_only_update`)
        sqlite.exec(sql)
        expect(sqlite.prepare('select changes()').pluck().get(), sql).toBe(1)
        complaints.push(differing(count()).map(({ name }) => name))
        sqlite.exec('rollback to damage; release damage')
      }
    },
  })
  expect(differing(day.checks)).toEqual([])
  expect(day.isEqual).toBe(true)
  expect(day.did['received']).toBe(SMALL.messages)
  expect(day.did['replies']).toBeGreaterThan(10)
  damages.forEach(([sql, complaint], index) =>
    expect(complaints[index]?.join('\n'), sql).toMatch(complaint),
  )
}, 300_000)
