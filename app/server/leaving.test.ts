import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { askDeletion, restoreTenant } from '#app/platform/tenants/leave.server.ts'
import { beginTrial } from '#app/platform/companies/trial.server.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { exportPathOf, leavingJobs } from './leaving.server.ts'

const DAY = 24 * 3_600_000
const owner = { id: 1, name: 'Olive', role: 'owner' } as const
const job = { attempt: 1, isLastAttempt: false, complete: (write?: () => void) => write?.() }

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ jobs: false })
})
afterAll(() => server.close())

test('what is due is erased with its copy, its notes and its revenue; the neighbour stays', async () => {
  const { runtime } = server
  const { platform, tenancy, directory } = runtime
  const [hotel, garage] = [server.addCompany('hotel'), server.addCompany('garage')]
  const by = { kind: 'system', id: null, name: '' } as const
  for (const { entry } of [hotel, garage]) {
    beginTrial(platform, by, { tenantId: entry.id, planId: 'starter', at: Date.now() - 30 * DAY })
    runtime.tenancy.release(entry.id)
  }
  const { id: tenantId } = hotel.entry
  const { deletesAt } = askDeletion(platform, owner, { tenantId, at: Date.now() - 20 * DAY })!
  await leavingJobs(runtime)['tenant.export']!(platform, { tenantId }, job)
  expect(existsSync(exportPathOf(runtime, tenantId))).toBe(true)

  await leavingJobs(runtime)['tenant.erase']!(platform, { tenantId, deletesAt: deletesAt + 1 }, job)
  expect(directory.findBySlug('hotel')).toBeDefined()
  await leavingJobs(runtime)['tenant.erase']!(platform, { tenantId, deletesAt }, job)
  expect(directory.findBySlug('hotel')).toBeUndefined()
  expect(existsSync(tenancy.pathOf(tenantId))).toBe(false)
  expect(existsSync(exportPathOf(runtime, tenantId))).toBe(false)
  expect(findSubscription(platform, tenantId)?.status).toBe('cancelled')
  const left = platformSqliteOf(platform)
    .prepare('select standing, mrr from tenants where id = ?')
    .get(tenantId)
  expect(left).toEqual({ standing: 'deleted', mrr: 0 })
  expect(existsSync(tenancy.pathOf(garage.entry.id))).toBe(true)
})

test('what was restored meanwhile is not erased', async () => {
  const { runtime } = server
  const tenantId = runtime.directory.findBySlug('garage')!.id
  const { deletesAt } = askDeletion(runtime.platform, owner, {
    tenantId,
    at: Date.now() - 20 * DAY,
  })!
  restoreTenant(runtime.platform, owner, { tenantId, at: Date.now() })
  await leavingJobs(runtime)['tenant.erase']!(runtime.platform, { tenantId, deletesAt }, job)
  expect(runtime.directory.findBySlug('garage')?.status).toBeDefined()
})
