import { beforeEach, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { claimJob, enqueue, failJob, finishJob } from './queue.server.ts'

let tenant: TestTenant

beforeEach(() => {
  tenant = createTestTenant()
  return () => tenant.close()
})

const ask = (fromEventId: number) =>
  enqueue(tenant.db, 'inbound.collect', { fromEventId }, { key: 'unread', revive: true })
const claim = () => claimJob(sqliteOf(tenant.db), Date.now())

function theJob() {
  const all = sqliteOf(tenant.db).prepare(
    `select state, payload_json as payload, attempts, last_error as error, lease_token as token,
       finished_at as finishedAt from jobs where kind = 'inbound.collect'`,
  )
  expect(all.all()).toHaveLength(1)
  return all.get() as Record<string, unknown>
}

test('a job that waits or runs is left as it is', () => {
  expect(ask(1)).toBe(true)
  expect(ask(2)).toBe(false)
  expect(theJob()).toMatchObject({ state: 'queued', payload: '{"fromEventId":1}' })
  claim()
  expect(ask(3)).toBe(false)
  expect(theJob()).toMatchObject({ state: 'running', payload: '{"fromEventId":1}', attempts: 1 })
})

test('a job that has ended, well or not, begins anew with nothing of before', () => {
  const endings = [
    (job: NonNullable<ReturnType<typeof claim>>) => finishJob(sqliteOf(tenant.db), job),
    (job: NonNullable<ReturnType<typeof claim>>) => failJob(sqliteOf(tenant.db), job, 'broken'),
  ]
  ask(1)
  for (const [index, end] of endings.entries()) {
    const job = claim()
    if (!job) throw new Error('nothing was due')
    end(job)
    expect(ask(index + 10)).toBe(true)
    expect(theJob()).toEqual({
      ...{ state: 'queued', payload: JSON.stringify({ fromEventId: index + 10 }), attempts: 0 },
      ...{ error: null, token: null, finishedAt: null },
    })
  }
})

test('without asking for it a key that was used stays used', () => {
  const once = () => enqueue(tenant.db, 'inbound.process', { eventId: 1 }, { key: 'event:1' })
  expect(once()).toBe(true)
  const job = claim()
  if (!job) throw new Error('nothing was due')
  finishJob(sqliteOf(tenant.db), job)
  expect(once()).toBe(false)
})
