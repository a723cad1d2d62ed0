import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { enqueue } from './queue.server.ts'
import type { JobHandlers } from './run-job.server.ts'
import { createWorker } from './worker.server.ts'

let tenant: TestTenant

beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

function start(handlers: JobHandlers<TenantDb>) {
  return createWorker<TenantDb>({
    handlers,
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
})
