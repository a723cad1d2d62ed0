import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jobs } from '#app/jobs/schema.server.ts'
import { claimJob } from '#app/jobs/queue.server.ts'
import { company } from '#app/domain/company/schema.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { requestAnswer } from './request.server.ts'

let tenant: TestTenant
const startedAt = Date.now()

beforeEach(() => {
  tenant = createTestTenant()
  sqliteOf(tenant.db).exec(
    `insert into endpoints (id, key, channel, name, created_at, updated_at) values (1, 'k', 'telegram', 'T', 1, 1);
     insert into contacts (id, created_at, updated_at) values (1, 1, 1), (2, 1, 1);
     insert into conversations (id, contact_id, endpoint_id, channel, last_message_at, created_at, updated_at)
       values (1, 1, 1, 'telegram', 1, 1, 1), (11, 2, 1, 'telegram', 1, 1, 1);`,
  )
})
afterEach(() => tenant.close())

function ask(conversationId: number, messageId: number, afterMs: number): boolean {
  const now = startedAt + afterMs
  return requestAnswer(tenant.db, { conversationId, messageId, debounceMs: 1_500, now })
}

function listJobs() {
  return tenant.db.select().from(jobs).all()
}

function runsAfter(): number[] {
  return listJobs().map(({ runAt }) => runAt - startedAt)
}

describe('asking for an answer', () => {
  it('waits for the customer to pause', () => {
    ask(1, 1, 0)
    ask(1, 2, 1_000)
    ask(1, 3, 2_000)
    expect(runsAfter()).toEqual([3_500])
  })

  it('waits six seconds at most, however fast they type', () => {
    for (let second = 0; second < 20; second++) ask(1, second + 1, second * 1_000)
    const [runAfter] = runsAfter()
    expect(runAfter).toBeGreaterThanOrEqual(6_000)
    expect(runAfter).toBeLessThan(7_000)
  })

  it('asks anew once an answer is being written', () => {
    ask(1, 1, -10_000)
    expect(claimJob(sqliteOf(tenant.db), Date.now())?.idempotencyKey).toBe('1:1')
    ask(1, 2, 0)
    expect(listJobs().map(({ state }) => state)).toEqual(['running', 'queued'])
  })

  it('keeps conversations apart', () => {
    ask(1, 1, 0)
    ask(11, 2, 1_000)
    expect(runsAfter()).toEqual([1_500, 2_500])
  })

  it('is left alone where the assistant is paused, off, or unknown', () => {
    sqliteOf(tenant.db).exec(`update conversations set ai_state = 'paused' where id = 1`)
    expect(ask(1, 1, 0)).toBe(false)
    expect(ask(99, 1, 0)).toBe(false)
    tenant.db.update(company).set({ aiEnabled: 0 }).run()
    expect(ask(11, 1, 0)).toBe(false)
    expect(listJobs()).toEqual([])
  })
})
