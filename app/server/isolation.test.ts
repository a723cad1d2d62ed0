import { copyFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { auditPlaceOf } from './health-jobs.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { beginAudit, findLastRun, listFindings } from '#app/platform/isolation/report.server.ts'
import { continueAudit } from '#app/platform/isolation/run.server.ts'
import { startInspector } from '#app/platform/isolation/thread.server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany

beforeEach(async () => {
  server = await startTestServer({ jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
})
afterEach(() => server.close())

const pathOf = ({ entry }: TestCompany) => server.runtime.tenancy.pathOf(entry.id)
const run = ({ db }: TestCompany, sql: string) => sqliteOf(db).exec(sql)

async function audit(turnMs = Infinity) {
  const { platform } = server.runtime
  const { id } = beginAudit(platform, 'test')
  const inspector = startInspector()
  const place = auditPlaceOf(server.runtime, id)
  let turns = 0
  let isDone = false
  while (!isDone) {
    turns += 1
    isDone = await continueAudit(platform, id, { place, inspector, until: Date.now() + turnMs })
  }
  await inspector.close()
  const found = listFindings(platform, id).rows.map(({ kind, tenantId, subject, detail }) => {
    return { kind, tenantId, subject, detail }
  })
  return { turns, found, run: findLastRun(platform)! }
}

/** Closes what is open of a company, so that its file can be exchanged. */
function letGo(company: TestCompany) {
  server.runtime.tenancy.release(company.entry.id)
  server.runtime.tenancy.forget(company.entry.id)
}

const endpoint = (company: TestCompany, { key, number }: { key: string; number: string }) => {
  run(
    company,
    `insert into endpoints (key, channel, name, external_id, created_at, updated_at)
     values ('${key}', 'whatsapp-cloud', 'Line', '${number}', 0, 0)`,
  )
}

test('whole files in their places give no finding, in one turn or in many', async () => {
  expect(await audit()).toMatchObject({ turns: 1, found: [], run: { files: 2, findings: 0 } })
  const slowly = await audit(-1)
  expect(slowly).toMatchObject({ turns: 3, found: [], run: { files: 2 } })
})

describe('finds', () => {
  test('two files that were exchanged', async () => {
    letGo(hotel)
    letGo(shop)
    const aside = join(server.runtime.paths.root, 'aside.db')
    copyFileSync(pathOf(hotel), aside)
    copyFileSync(pathOf(shop), pathOf(hotel))
    copyFileSync(aside, pathOf(shop))
    const { found } = await audit()
    expect(found.map(({ kind }) => kind)).toEqual(['wrong_owner', 'wrong_owner'])
    expect(found.map(({ tenantId }) => tenantId).sort()).toEqual(
      [hotel.entry.id, shop.entry.id].sort(),
    )
  })

  test('a file that is cut off, one that is no database, and one that is gone', async () => {
    const inn = server.addCompany('inn')
    for (const company of [hotel, shop, inn]) letGo(company)
    truncateSync(pathOf(hotel), 40_960)
    writeFileSync(pathOf(shop), 'this is no database at all, whatever its name says'.repeat(100))
    rmSync(pathOf(inn))
    const { found } = await audit()
    const kindOf = (company: TestCompany) =>
      found.find(({ tenantId }) => tenantId === company.entry.id)?.kind
    expect([kindOf(hotel), kindOf(shop)]).toEqual(['damaged', 'damaged'])
    expect(kindOf(inn)).toBe('row_without_file')
  })

  test('a file that nobody owns', async () => {
    const stray = join(server.runtime.paths.dbDir, `${'z'.repeat(20)}.db`)
    copyFileSync(pathOf(hotel), stray)
    expect((await audit()).found).toMatchObject([
      { kind: 'file_without_row', subject: `${'z'.repeat(20)}.db` },
    ])
  })

  test('another schema, and rows that point nowhere', async () => {
    run(hotel, 'pragma user_version = 3')
    run(
      shop,
      `pragma foreign_keys = off; insert into contact_identities
         (contact_id, channel, kind, external_id, created_at) values (99, 'x', 'phone', '+254700000001', 0);
       pragma foreign_keys = on`,
    )
    const { found } = await audit()
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'schema_behind', tenantId: hotel.entry.id }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({
        kind: 'orphans',
        subject: 'contact_identities → contacts',
        detail: '1',
      }),
    )
  })

  test('the same number at two companies, and a directory that knows neither', async () => {
    endpoint(hotel, { key: 'key-of-hotel', number: '111222333' })
    endpoint(shop, { key: 'key-of-shop', number: '111222333' })
    const { found } = await audit()
    expect(found.filter(({ kind }) => kind === 'endpoint_twice')).toHaveLength(2)
    expect(found.filter(({ kind }) => kind === 'directory_mismatch')).toHaveLength(2)
    expect(JSON.stringify(found)).not.toMatch(/111222333|key-of/)
  })

  test('an entry of the directory that leads nowhere', async () => {
    platformSqliteOf(server.runtime.platform)
      .prepare(
        `insert into endpoint_directory (key, tenant_id, channel, endpoint_id, created_at)
         values ('gone', ?, 'telegram', 7, 0)`,
      )
      .run(hotel.entry.id)
    expect((await audit()).found).toMatchObject([
      { kind: 'directory_mismatch', tenantId: hotel.entry.id, subject: 'telegram' },
    ])
  })

  test('a key that is missing and one that does not open', async () => {
    const sqlite = platformSqliteOf(server.runtime.platform)
    sqlite.prepare('update tenant_keys set erased_at = 1 where tenant_id = ?').run(hotel.entry.id)
    sqlite
      .prepare(`update tenant_keys set wrapped_key = 'AAAA' where tenant_id = ?`)
      .run(shop.entry.id)
    const kinds = (await audit()).found.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['key_missing', 'key_unusable'])
  })

  test('a phone that two companies know, which only informs and shows no number', async () => {
    for (const company of [hotel, shop]) {
      run(company, `insert into contacts (id, created_at, updated_at) values (1, 0, 0)`)
      run(
        company,
        `insert into contact_identities (contact_id, channel, kind, external_id, created_at)
         values (1, 'whatsapp-cloud', 'phone', '+254711000111', 0)`,
      )
    }
    const { found, run: last } = await audit()
    expect(found).toEqual([
      { kind: 'phone_shared', tenantId: null, subject: '+254•••111', detail: '2 (1)' },
    ])
    expect(last).toMatchObject({ findings: 0, informational: 1 })
  })
})
