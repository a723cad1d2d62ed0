import { afterEach, beforeEach, expect, test } from 'vitest'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { createTestPlatform } from '../billing/test-platform.ts'
import { findProspect } from '../sales/find.server.ts'
import { addTestProspect, addTestUser } from '../sales/test-sales.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { cancelMeeting, findMeeting, moveMeeting, planMeeting } from './meetings.server.ts'
import type { MeetingFacts } from './meetings.server.ts'

const HOUR_MS = 3_600_000
const AT = Date.now()

let platform: PlatformDb
let rep: PlatformActor
let prospectId: number

beforeEach(() => {
  platform = createTestPlatform()
  rep = addTestUser(platform, 'Moses')
  prospectId = addTestProspect(platform, rep, { name: 'Kijani Lodge' })
})
afterEach(() => closePlatform(platform))

const facts: MeetingFacts = {
  ...{ startsAt: AT + 48 * HOUR_MS, minutes: 45, place: 'https://meet.example/k', note: '' },
  attendees: ['asha@kijani.test'],
}

type Mail = { to: string; values: Record<string, string> }

/** The mails since the last look. */
let seen = 0
function newMails(): Mail[] {
  const all = platformSqliteOf(platform)
    .prepare<[], string>(`select payload_json from jobs where kind = 'mail.send' order by id`)
    .pluck()
    .all()
    .map((json) => JSON.parse(json) as Mail)
  const fresh = all.slice(seen)
  seen = all.length
  return fresh
}
beforeEach(() => {
  seen = 0
})

function plan(more: Partial<MeetingFacts> = {}) {
  const planned = planMeeting(platform, rep, {
    ...{ prospectId, facts: { ...facts, ...more }, at: AT, nextAction: 'Demo' },
  })
  if (!planned.ok) throw new Error(planned.reason)
  return planned.id
}

test('a demo is the next action, and rep and client get it for their calendars', () => {
  plan()
  const prospect = findProspect(platform, rep, prospectId)
  expect(prospect?.nextAction).toBe('Demo')
  expect(prospect?.nextActionAt).toBe(facts.startsAt)
  const mails = newMails()
  expect(mails.map(({ to }) => to)).toEqual(['moses@platform.test', 'asha@kijani.test'])
  for (const { values } of mails) {
    expect(values['calendarMethod']).toBe('REQUEST')
    expect(values['calendar']).toContain('SEQUENCE:0')
  }
  const reminders = platformSqliteOf(platform)
    .prepare<[], number>(`select run_at from jobs where kind = 'prospect.remind'`)
    .pluck()
    .all()
  expect(reminders).toEqual([facts.startsAt])
})

test('moved it has the next number; who is no longer asked is told that it is off', () => {
  const id = plan()
  newMails()
  const later = { ...facts, startsAt: AT + 72 * HOUR_MS, attendees: ['juma@kijani.test'] }
  moveMeeting(platform, rep, { id, prospectId, facts: later, at: AT, nextAction: 'Demo' })
  const mails = newMails()
  const methods = mails.map(({ to, values }) => [to, values['calendarMethod']])
  expect(methods).toEqual([
    ['moses@platform.test', 'REQUEST'],
    ['juma@kijani.test', 'REQUEST'],
    ['asha@kijani.test', 'CANCEL'],
  ])
  expect(mails[0]?.values['calendar']).toContain('SEQUENCE:1')
  expect(findProspect(platform, rep, prospectId)?.nextActionAt).toBe(later.startsAt)
})

test('called off it leaves every calendar and the next action, and cannot be moved', () => {
  const id = plan()
  newMails()
  expect(cancelMeeting(platform, rep, { prospectId, id, at: AT }).ok).toBe(true)
  expect(newMails().map(({ values }) => values['calendarMethod'])).toEqual(['CANCEL', 'CANCEL'])
  expect(findProspect(platform, rep, prospectId)?.nextActionAt).toBeNull()
  expect(cancelMeeting(platform, rep, { prospectId, id, at: AT }).ok).toBe(true)
  expect(newMails()).toEqual([])
  const moved = moveMeeting(platform, rep, { id, prospectId, facts, at: AT, nextAction: '' })
  expect(moved).toEqual({ ok: false, reason: 'meeting_over' })
})

test('not in the past, and not with another’s prospect', () => {
  const past = { ...facts, startsAt: AT - HOUR_MS }
  const late = planMeeting(platform, rep, { prospectId, facts: past, at: AT, nextAction: '' })
  expect(late).toEqual({ ok: false, reason: 'meeting_past' })
  const id = plan()
  const other = addTestUser(platform, 'Neema')
  expect(findMeeting(platform, other, { prospectId, id })).toBeUndefined()
  for (const result of [
    planMeeting(platform, other, { prospectId, facts, at: AT, nextAction: '' }),
    moveMeeting(platform, other, { id, prospectId, facts, at: AT, nextAction: '' }),
    cancelMeeting(platform, other, { prospectId, id, at: AT }),
  ])
    expect(result).toEqual({ ok: false, reason: 'not_found' })
})
