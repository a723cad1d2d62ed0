import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { CHAIN_START } from './chain.ts'
import { exportAudit } from './export.server.ts'
import { listAudit, listAuditActions } from './list.server.ts'
import { recordAudit } from './record.server.ts'
import { verifyAudit } from './verify.server.ts'

let tenant: TestTenant
beforeEach(() => void (tenant = createTestTenant()))
afterEach(() => tenant.close())

const wanjiru = { kind: 'member', id: 1, name: 'Wanjiru' } as const
const grace = { kind: 'member', id: 2, name: 'Grace' } as const

function write(count: number): void {
  for (let n = 1; n <= count; n++)
    recordAudit(tenant.db, n % 2 ? wanjiru : grace, {
      ...{ action: n % 3 ? 'company.look_changed' : 'member.role_changed' },
      ...{ subjectKind: 'member', subjectId: n, details: { number: n, note: `50% of_${n}` } },
    })
}

/** What somebody with the file in hand can do, past the product. */
function tamper(statement: string): void {
  const sqlite = sqliteOf(tenant.db)
  sqlite.exec(
    'drop trigger audit_log_append_only_update; drop trigger audit_log_append_only_delete',
  )
  sqlite.exec(statement)
}

test('an untouched log verifies, and its head is the newest entry’s hash', () => {
  expect(verifyAudit(tenant.db)).toEqual({ entries: 0, unchained: 0, head: CHAIN_START })
  write(3)
  const [newest] = listAudit(tenant.db, {}).rows
  expect(verifyAudit(tenant.db)).toEqual({ entries: 3, unchained: 0, head: newest?.hash })
})

test.each([
  ["update audit_log set actor_name = 'Somebody' where id = 3", 3, 'altered'],
  ['update audit_log set details_json = \'{"number":4}\' where id = 3', 3, 'altered'],
  ['update audit_log set at = at + 1 where id = 1', 1, 'altered'],
  ['delete from audit_log where id = 2', 3, 'missing'],
  ['delete from audit_log where id = 1', 2, 'missing'],
  ['update audit_log set hash = null where id = 4', 4, 'unchained'],
  [
    "insert into audit_log (at, actor_kind, actor_name, action) values (1, 'system', '', 'x')",
    6,
    'unchained',
  ],
])('%s is found at entry %i', (statement, id, reason) => {
  write(5)
  tamper(statement)
  expect(verifyAudit(tenant.db).broken).toEqual({ id, reason })
})

test('through the product nothing of the log can be changed or taken away', () => {
  write(2)
  const sqlite = sqliteOf(tenant.db)
  expect(() => sqlite.exec("update audit_log set actor_name = 'x'")).toThrow('append-only')
  expect(() => sqlite.exec('delete from audit_log')).toThrow('append-only')
})

test('entries from before the chain are chained with the first new one', () => {
  const sqlite = sqliteOf(tenant.db)
  for (let n = 0; n < 3; n++)
    sqlite.exec(
      "insert into audit_log (at, actor_kind, actor_name, action) values (1, 'system', 'Old', 'x')",
    )
  expect(verifyAudit(tenant.db)).toMatchObject({ entries: 3, unchained: 3 })
  write(1)
  expect(verifyAudit(tenant.db)).toMatchObject({ entries: 4, unchained: 0 })
  expect(verifyAudit(tenant.db).broken).toBeUndefined()
})

test('an entry undone with its transaction leaves no gap', () => {
  write(1)
  const undone = () =>
    sqliteOf(tenant.db).transaction(() => {
      write(1)
      throw new Error('undo')
    })()
  expect(undone).toThrow('undo')
  write(1)
  expect(verifyAudit(tenant.db)).toMatchObject({ entries: 2 })
})

test('search takes letters as they are, filters narrow, pages go on where the last one ended', () => {
  write(120)
  const ids = (filter: Parameters<typeof listAudit>[1]) =>
    listAudit(tenant.db, filter).rows.map((row) => row.id)
  expect(ids({ search: 'of_7"' })).toEqual([7])
  expect(ids({ search: '%of' })).toEqual([])
  expect(ids({ search: 'wanjiru of_119' })).toEqual([119])
  expect(ids({ actor: 2, action: 'member.role_changed' }).every((id) => id % 6 === 0)).toBe(true)
  expect(ids({ actor: 'system' })).toEqual([])
  expect(listAuditActions(tenant.db)).toEqual(['company.look_changed', 'member.role_changed'])
  const first = listAudit(tenant.db, { actor: 1 })
  const second = listAudit(tenant.db, { actor: 1 }, { before: first.next })
  expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(
    Array.from({ length: 60 }, (_, index) => 119 - index * 2),
  )
  expect(second.next).toBeUndefined()
})

test('an export holds what the filter shows, says so in the log, and runs no formulas', async () => {
  recordAudit(tenant.db, { ...wanjiru, name: '=cmd()' }, { action: 'member.role_changed' })
  write(2)
  const collect = async (format: 'csv' | 'json') => {
    const pieces: string[] = []
    const filter = { action: 'member.role_changed' }
    for await (const piece of exportAudit(tenant.db, grace, { filter, format })) pieces.push(piece)
    return pieces.join('')
  }
  const json = JSON.parse(await collect('json')) as { id: number }[]
  expect(json.map((row) => row.id)).toEqual([1])
  const lines = (await collect('csv')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(`'=cmd()`)
  expect(listAudit(tenant.db, { subject: 'audit' }).rows).toMatchObject([
    { actorName: 'Grace', details: { format: 'csv', action: 'member.role_changed' } },
    { actorName: 'Grace', details: { format: 'json', action: 'member.role_changed' } },
  ])
  expect(JSON.parse(await jsonOf({ action: 'no.such' }))).toEqual([])
  expect(verifyAudit(tenant.db).broken).toBeUndefined()
})

async function jsonOf(filter: { action: string }): Promise<string> {
  let text = ''
  for await (const piece of exportAudit(tenant.db, grace, { filter, format: 'json' })) text += piece
  return text
}
