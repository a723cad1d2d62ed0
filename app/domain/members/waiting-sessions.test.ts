import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { createMember } from './create.server.ts'
import { memberSessions } from './schema.server.ts'
import { findSession, listSessions, revokeSessions } from './sessions.server.ts'
import {
  findWaitingSession,
  pickUpSession,
  startWaitingSession,
} from './waiting-sessions.server.ts'

const CLIENT = { ip: null, userAgent: null }
let tenant: TestTenant

beforeEach(async () => {
  tenant = createTestTenant()
  await createMember(tenant.db, {
    ...{ email: 'o@a.test', password: 'first secret', role: 'owner', name: 'O' },
  })
})
afterEach(() => tenant.close())

test('what waits is no session, whatever is put into the cookie', () => {
  const { db } = tenant
  const token = startWaitingSession(db, 1, 'second_step', CLIENT)
  const [row] = db.select().from(memberSessions).all()
  for (const cookie of [token, `second_step.${token}`, row?.tokenHash ?? '']) {
    expect(findSession(db, cookie)).toBeUndefined()
  }
  expect(listSessions(db, 1)).toEqual([])
})

test('it is picked up once, for its own purpose, before it expires', () => {
  const { db } = tenant
  const token = startWaitingSession(db, 1, 'hand_over', CLIENT)
  expect(findWaitingSession(db, 'second_step', token)).toBeUndefined()
  expect(pickUpSession(db, 'second_step', token)).toBeUndefined()
  const session = pickUpSession(db, 'hand_over', token) ?? ''
  expect(findSession(db, session)?.id).toBe(1)
  expect(pickUpSession(db, 'hand_over', token)).toBeUndefined()

  const late = startWaitingSession(db, 1, 'hand_over', CLIENT)
  db.update(memberSessions)
    .set({ expiresAt: Date.now() - 1 })
    .run()
  expect(pickUpSession(db, 'hand_over', late)).toBeUndefined()
})

test('what ends the sessions ends it too', () => {
  const token = startWaitingSession(tenant.db, 1, 'second_step', CLIENT)
  revokeSessions(tenant.db, 1)
  expect(findWaitingSession(tenant.db, 'second_step', token)).toBeUndefined()
})
