import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobContext } from '#app/jobs/run-job.server.ts'
import { beginTrial } from '../companies/trial.server.ts'
import { closePlatform, openPlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { createPlatformVault } from '../vault.server.ts'
import { deliverAlert } from './deliver.server.ts'
import { evaluateAlerts } from './evaluate.server.ts'
import { alertKinds } from './kinds.ts'
import { acknowledgeAlert, countOpenAlerts, listAlerts, resolveAlert } from './list.server.ts'
import { getRule, saveHook, saveRule } from './rules.server.ts'

const HOUR_MS = 3_600_000
const LOOK_MS = 5 * 60_000
const NOON = Date.UTC(2026, 10, 21, 12)
const ORIGIN = 'https://app.example.com'
const owner = { id: 1, name: 'Otieno', role: 'owner' } as const

let folder: string
let platform: PlatformDb

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-alerts-'))
  platform = openPlatform({ path: join(folder, 'p.db'), migrationsDir: 'migrations/platform' })
  run(`insert into platform_users (id, email, name, role, created_at, updated_at) values
    (1, 'o@x.test', 'Otieno', 'owner', 0, 0), (2, 's@x.test', 'Sanaa', 'support', 0, 0)`)
  run(`insert into tenants (id, slug, name, industry, created_at, updated_at)
    values ('t1', 'hotel', 'Hotel', 'hotel', ${NOON}, 0), ('t2', 'shop', 'Shop', 'hotel', ${NOON}, 0)`)
})
afterEach(() => {
  closePlatform(platform)
  rmSync(folder, { recursive: true, force: true })
})

const run = (sql: string) => platformSqliteOf(platform).exec(sql)
const all = (sql: string) => platformSqliteOf(platform).prepare(sql).all()
const look = (now: number) => evaluateAlerts(platform, { now, origin: ORIGIN })
const open = () => listAlerts(platform, { isResolved: false }).rows
const failJobs = (count: number, kind = 'mail.send') => {
  run(`delete from tenant_jobs`)
  if (count > 0) run(`insert into tenant_jobs values ('t1', '${kind}', 'failed', ${count}, 0, 0)`)
}
const mails = () =>
  all(`select payload_json ->> '$.values.event' as event, payload_json ->> '$.to' as "to"
    from jobs where kind = 'mail.send' order by id`) as { event: string; to: string }[]

describe('an alert', () => {
  test('opens once, is told once and again after its hours, and ends by itself', () => {
    failJobs(3)
    for (let n = 0; n < 4; n += 1) look(NOON + n * LOOK_MS)
    expect(open()).toMatchObject([{ kind: 'failed_jobs', subject: 'mail.send', value: 3 }])
    expect(mails()).toEqual([{ event: 'opened', to: 'o@x.test' }])
    look(NOON + 25 * HOUR_MS)
    expect(mails().map(({ event }) => event)).toEqual(['opened', 'again'])
    failJobs(0)
    look(NOON + 25 * HOUR_MS + LOOK_MS)
    expect(open().filter(({ kind }) => kind === 'failed_jobs')).toEqual([])
    const [over] = listAlerts(platform, { isResolved: true }).rows
    expect(over).toMatchObject({ resolvedBy: null })
    expect(mails().at(-1)).toMatchObject({ event: 'resolved' })
  })

  test('that somebody took note of is not told again; a settled one stays settled while it lasts', () => {
    failJobs(1)
    look(NOON)
    const id = open()[0]!.id
    expect(acknowledgeAlert(platform, owner, id)).toBe(true)
    expect(acknowledgeAlert(platform, owner, id)).toBe(false)
    look(NOON + 25 * HOUR_MS)
    expect(mails().filter(({ event }) => event === 'again')).toEqual([])
    expect(resolveAlert(platform, owner, id)).toBe(true)
    const jobs = () => open().filter(({ kind }) => kind === 'failed_jobs')
    for (let n = 1; n < 8; n += 1) look(NOON + 25 * HOUR_MS + n * LOOK_MS)
    expect(jobs()).toEqual([])
    failJobs(0)
    for (let n = 8; n < 16; n += 1) look(NOON + 25 * HOUR_MS + n * LOOK_MS)
    failJobs(1)
    look(NOON + 25 * HOUR_MS + 16 * LOOK_MS)
    expect(jobs()).toHaveLength(1)
  })

  test('of a company reaches the people of support who look after it, and no others', () => {
    run(`insert into platform_users (id, email, name, role, created_at, updated_at)
      values (3, 'other@x.test', 'Other', 'support', 0, 0)`)
    run(`insert into tenant_supporters (tenant_id, user_id, created_at) values ('t1', 2, 0)`)
    const day = Math.floor(NOON / (24 * HOUR_MS))
    for (let back = 2; back <= 8; back += 1)
      run(`insert into tenant_activity values ('t1', ${day - back}, 40), ('t2', ${day - back}, 2)`)
    look(NOON)
    expect(open()).toMatchObject([{ kind: 'low_activity', company: 'Hotel', value: 0 }])
    expect(mails().map(({ to }) => to)).toEqual(['o@x.test', 's@x.test'])
  })

  test('of failing requests wants enough of them', () => {
    const minute = (at: number, requests: number, errors: number) =>
      run(`insert into health_minutes values (${at}, 'app', ${requests}, ${errors}, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`)
    minute(NOON - 60_000, 10, 10)
    look(NOON)
    expect(open()).toEqual([])
    minute(NOON, 90, 1)
    look(NOON + 1)
    expect(open()).toMatchObject([{ kind: 'error_rate', value: 0.11 }])
  })

  test('of a missing backup comes a day after the first company, and ends with a backup', () => {
    look(NOON + 20 * HOUR_MS)
    expect(open()).toEqual([])
    look(NOON + 27 * HOUR_MS)
    expect(open()).toMatchObject([{ kind: 'backup_old', value: 27 }])
    run(`create table if not exists backups (id integer primary key, owner text not null,
      object_key text not null, taken_at integer not null, bytes integer not null,
      sha256 text not null, schema_version integer not null, source_mark text not null,
      verified_at integer, problem text) strict`)
    run(`insert into backups (owner, object_key, taken_at, bytes, sha256, schema_version, source_mark)
      values ('platform', 'x', ${NOON + 27 * HOUR_MS}, 1, '', 1, '')`)
    look(NOON + 28 * HOUR_MS)
    expect(open()).toEqual([])
  })

  test('of a limit counts what was bought beside the plan', () => {
    const by = { kind: 'system', id: null, name: '' } as const
    beginTrial(platform, by, { tenantId: 't1', planId: 'starter', at: NOON })
    const limit = JSON.parse(
      (all(`select limits_json as l from plans where id = 'starter'`)[0] as { l: string }).l,
    ) as { contacts: number }
    run(
      `insert into tenant_usage values ('t1', '2026-11-01', 'contacts', ${limit.contacts}, 0, null)`,
    )
    look(NOON)
    expect(open()).toMatchObject([{ kind: 'limit_near', subject: 't1:contacts', value: 1 }])
  })

  test('nothing is said of a rule that is off, and switching it off ends its alerts silently', () => {
    failJobs(2)
    look(NOON)
    const { updatedAt: _, ...rule } = getRule(platform, 'failed_jobs')
    saveRule(platform, owner, { ...rule, isOn: false })
    look(NOON + LOOK_MS)
    expect(open()).toEqual([])
    expect(mails().map(({ event }) => event)).toEqual(['opened'])
  })
})

test('whatever happens in whatever order, one condition never has two open alerts', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('jobs' as const), count: fc.nat(3) }),
    fc.record({ do: fc.constant('look' as const), minutes: fc.nat(40) }),
    fc.record({ do: fc.constantFrom('note' as const, 'settle' as const, 'toggle' as const) }),
  )
  let now = NOON
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      for (const one of steps) {
        const first = open()[0]?.id ?? 0
        if (one.do === 'jobs') failJobs(one.count)
        if (one.do === 'look') look((now += one.minutes * 60_000))
        if (one.do === 'note') acknowledgeAlert(platform, owner, first)
        if (one.do === 'settle') resolveAlert(platform, owner, first)
        if (one.do === 'toggle') {
          const { updatedAt: _, ...rule } = getRule(platform, 'failed_jobs')
          saveRule(platform, owner, { ...rule, isOn: !rule.isOn })
        }
        const subjects = open().map(({ kind, subject }) => `${kind} ${subject}`)
        expect(new Set(subjects).size).toBe(subjects.length)
      }
    }),
    { numRuns: 60 },
  )
})

test('every kind has a rule', () => {
  for (const kind of alertKinds) expect(getRule(platform, kind).kind).toBe(kind)
  expect(countOpenAlerts(platform)).toBe(0)
})

describe('the webhook', () => {
  const vault = createPlatformVault(Buffer.alloc(32, 3))
  const job = (attempt: number, isLastAttempt = false): JobContext => {
    return { attempt, isLastAttempt, complete: () => undefined }
  }
  const states = () => all('select state, attempts, reason from alert_deliveries')

  test('is signed, sent once, and shows what could not be delivered', async () => {
    const secret = 'a-long-enough-secret'
    saveHook(platform, { actor: owner, vault }, { url: 'https://ops.example/x', secret })
    expect(JSON.stringify(all('select * from alert_hook'))).not.toContain(secret)
    failJobs(1)
    look(NOON)
    const sent: { url: string; body: string; headers: Record<string, string> }[] = []
    const refuse = () => Promise.resolve({ ok: false as const, reason: 'status 500' })
    const take = (url: string, message: { body: string; headers: Record<string, string> }) => {
      sent.push({ url, ...message })
      return Promise.resolve({ ok: true as const })
    }
    const deliver = (post: typeof take | typeof refuse, context: JobContext) =>
      deliverAlert(platform, { deliveryId: 1 }, context, { vault, post })
    await expect(deliver(refuse, job(1))).rejects.toThrow('status 500')
    expect(states()).toEqual([{ state: 'waiting', attempts: 1, reason: 'status 500' }])
    await deliver(take, job(2))
    await deliver(take, job(3))
    expect(sent).toHaveLength(1)
    const [, at, hash] = /^t=(\d+),v1=(\w+)$/.exec(sent[0]!.headers['baraza-signature']!)!
    expect(hash).toBe(createHmac('sha256', secret).update(`${at}.${sent[0]!.body}`).digest('hex'))
    expect(JSON.parse(sent[0]!.body)).toMatchObject({ event: 'opened', alert: { value: 1 } })
    failJobs(0)
    look(NOON + LOOK_MS)
    const last = deliverAlert(platform, { deliveryId: 2 }, job(6, true), { vault, post: refuse })
    await expect(last).rejects.toThrow()
    expect(listAlerts(platform, { isResolved: true }).rows[0]).toMatchObject({ undelivered: 1 })
  })
})
