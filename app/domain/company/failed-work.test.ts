import { eq, max } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { addConversation, addEndpoint } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import {
  countFailedJobs,
  dismissFailedJob,
  FAILED_PER_PAGE,
  listFailedJobs,
  retryFailedJob,
} from './failed-work.server.ts'
import { toFailureReason } from './failure-reason.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

const saver = { id: 1, name: 'Wanjiru' }

function fail(id: number, lastError: string, finishedAt = 5_000) {
  const row = { state: 'failed' as const, attempts: 6, lastError, finishedAt }
  tenant.db.update(jobs).set(row).where(eq(jobs.id, id)).run()
}

function addFailed(lastError: string, finishedAt?: number): number {
  enqueue(tenant.db, 'templates.sync', { endpointId: 1 })
  const { id } = tenant.db
    .select({ id: max(jobs.id) })
    .from(jobs)
    .get() as { id: number }
  fail(id, lastError, finishedAt)
  return id
}

test('a failed job is listed with its reason, tried again whole, and audited', () => {
  const id = addFailed('The access token has expired')
  enqueue(tenant.db, 'knowledge.embed', {})
  expect(listFailedJobs(tenant.db).rows).toMatchObject([
    { id, kind: 'templates.sync', reason: { said: 'The access token has expired' }, attempts: 6 },
  ])
  expect(retryFailedJob(tenant.db, saver, id)).toEqual({ ok: true })
  expect(tenant.db.select().from(jobs).where(eq(jobs.id, id)).get()).toMatchObject({
    ...{ state: 'queued', attempts: 0, finishedAt: null, lastError: null },
  })
  expect(countFailedJobs(tenant.db)).toBe(0)
  expect(tenant.db.select().from(auditLog).all()).toMatchObject([
    { action: 'job.retried', actorName: 'Wanjiru', subjectId: String(id) },
  ])
})

test('dismissed work leaves the list for good, and a second press finds nothing', () => {
  const id = addFailed('interrupted')
  expect(dismissFailedJob(tenant.db, saver, id)).toEqual({ ok: true })
  expect(listFailedJobs(tenant.db).rows).toEqual([])
  const gone = { ok: false, reason: 'not_found' }
  expect(dismissFailedJob(tenant.db, saver, id)).toEqual(gone)
  expect(retryFailedJob(tenant.db, saver, id)).toEqual(gone)
})

test('a message is never sent again from here; its conversation is named instead', () => {
  const talk = addConversation(tenant.db, addEndpoint(tenant.db))
  enqueue(tenant.db, 'message.send', { messageId: talk.messageIds[0]! })
  fail(1, 'interrupted')
  expect(listFailedJobs(tenant.db).rows).toMatchObject([
    { canRetry: false, conversationId: talk.id, reason: { code: 'interrupted' } },
  ])
  expect(retryFailedJob(tenant.db, saver, 1)).toEqual({ ok: false, reason: 'not_found' })
})

test('pages go on where the last one ended', () => {
  const ids = Array.from({ length: FAILED_PER_PAGE + 2 }, (_, i) =>
    addFailed('x y', 1_000 + (i >> 1)),
  )
  const first = listFailedJobs(tenant.db)
  const second = listFailedJobs(tenant.db, first.next)
  expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids.toReversed())
  expect(second.next).toBeUndefined()
})

test.each([
  ['interrupted', 'interrupted'],
  ['No handler for company.find', 'unsupported'],
  ['TimeoutError', 'timeout'],
  ['AbortError', 'timeout'],
  ['fetch failed', 'network'],
  ['connect ECONNREFUSED 127.0.0.1:9', 'network'],
  ['SqliteError', 'internal'],
  ['TypeError', 'internal'],
  [null, 'internal'],
])('%j is told as %s', (lastError, code) => {
  expect(toFailureReason(lastError)).toEqual({ code })
})
