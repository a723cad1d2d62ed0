import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sqliteOf, tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import type { AtOnceHandlers } from './at-once.server.ts'
import { pullBack } from './pull-back.server.ts'
import { enqueue } from './queue.server.ts'
import type { JobHandlers } from './run-job.server.ts'
import { createWorker } from './worker.server.ts'

let tenant: TestTenant

beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

function start(handlers: JobHandlers<TenantDb>, atOnce?: AtOnceHandlers<TenantDb>) {
  return createWorker<TenantDb>({
    ...{ handlers, atOnce },
    open: () => ({ store: tenant.db, sqlite: sqliteOf(tenant.db), release: () => {} }),
    onError: () => {},
  })
}

function stateOf(kind: string): string | undefined {
  return sqliteOf(tenant.db)
    .prepare<[string], string>('select state from jobs where kind = ?')
    .pluck()
    .get(kind)
}

function statesOf(kind: string): string[] {
  return sqliteOf(tenant.db)
    .prepare<[string], string>('select state from jobs where kind = ? order by id')
    .pluck()
    .all(kind)
}

describe('the worker', () => {
  it('takes in and sends while every answer waits for its vendor', async () => {
    const done: string[] = []
    let release = () => {}
    const vendor = new Promise<void>((resolve) => (release = resolve))
    const worker = start({
      'ai.answer': () => vendor,
      'inbound.process': () => void done.push('inbound.process'),
      'message.send': () => void done.push('message.send'),
    })
    for (let index = 1; index <= 60; index++) {
      enqueue(tenant.db, 'ai.answer', { conversationId: index })
    }
    worker.wake('t')
    enqueue(tenant.db, 'inbound.process', { eventId: 1 })
    enqueue(tenant.db, 'message.send', { messageId: 1 })
    worker.wake('t')
    await expect.poll(() => done.toSorted()).toEqual(['inbound.process', 'message.send'])
    release()
    await worker.stop()
  })

  it('fails a kind that nobody knows where it can be seen', async () => {
    const worker = start({})
    sqliteOf(tenant.db).exec(
      `insert into jobs (kind, idempotency_key, payload_json, run_at, max_attempts, created_at)
       values ('from.tomorrow', 'x', '{}', 1, 3, 1)`,
    )
    worker.wake('t')
    await expect.poll(() => stateOf('from.tomorrow')).toBe('failed')
    await worker.stop()
  })

  it('does small jobs together; one that fails goes the ordinary way and leaves nothing', async () => {
    const ordinary: number[] = []
    const after: number[] = []
    const write = (value: string) =>
      sqliteOf(tenant.db)
        .prepare('insert into tenant_meta (key, value) values (?, ?)')
        .run(`done ${value}`, value)
    const worker = start(
      { 'inbound.process': (_db, { eventId }) => void ordinary.push(eventId) },
      {
        'inbound.process': (_db, { eventId }) => {
          write(String(eventId))
          if (eventId === 2) throw new Error('not this one')
          return eventId === 3 ? undefined : { afterCommit: () => void after.push(eventId) }
        },
      },
    )
    for (const eventId of [1, 2, 3, 4]) enqueue(tenant.db, 'inbound.process', { eventId })
    worker.wake('t', 'intake')
    await expect.poll(() => ordinary.toSorted()).toEqual([2, 3])
    await worker.stop()
    expect(after).toEqual([1, 4])
    const kept = sqliteOf(tenant.db).prepare<[], string>(
      `select value from tenant_meta where key like 'done %' order by key`,
    )
    expect(kept.pluck().all()).toEqual(['1', '4'])
    expect(statesOf('inbound.process')).toEqual(['done', 'done', 'done', 'done'])
  })

  it('does not do at once what waited before the process began', async () => {
    const ordinary: number[] = []
    const worker = start(
      { 'inbound.process': (_db, { eventId }) => void ordinary.push(eventId) },
      { 'inbound.process': () => ({ afterCommit: () => {} }) },
    )
    enqueue(tenant.db, 'inbound.process', { eventId: 1 })
    sqliteOf(tenant.db).exec('update jobs set created_at = 1')
    worker.wake('t')
    await expect.poll(() => ordinary).toEqual([1])
    await worker.stop()
  })

  it('outlives a file that takes no write, and goes on when it does again', async () => {
    const sqlite = sqliteOf(tenant.db)
    let runs = 0
    const worker = start({
      'inbound.process': () => {
        runs += 1
        if (runs > 1) return
        sqlite.exec('pragma query_only = on')
        throw new Error('the disk is full')
      },
    })
    enqueue(tenant.db, 'inbound.process', { eventId: 1 })
    worker.wake(tenantIdOf(tenant.db))
    await vi.waitFor(() => expect(runs).toBe(1))
    await vi.waitFor(() => expect(worker.runningCount()).toBe(0))
    expect(stateOf('inbound.process')).toBe('running')
    sqlite.exec('pragma query_only = off')
    worker.wake(tenantIdOf(tenant.db))
    await vi.waitFor(() => expect(stateOf('inbound.process')).toBe('done'))
    expect(runs).toBe(2)
    await worker.stop()
  })

  it('does at once what was asked for by a clock that has been set back', async () => {
    const ahead = Date.now() + 3_600_000
    vi.spyOn(Date, 'now').mockReturnValue(ahead)
    enqueue(tenant.db, 'inbound.process', { eventId: 1 })
    enqueue(tenant.db, 'message.send', { messageId: 1 }, { runAt: ahead + 86_400_000 })
    vi.restoreAllMocks()
    pullBack(sqliteOf(tenant.db), Date.now())
    const worker = start({ 'inbound.process': () => {}, 'message.send': () => {} })
    worker.wake(tenantIdOf(tenant.db))
    await vi.waitFor(() => expect(stateOf('inbound.process')).toBe('done'))
    // A time that somebody chose stays.
    expect(stateOf('message.send')).toBe('queued')
    await worker.stop()
  })
})
