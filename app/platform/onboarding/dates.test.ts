import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeMail } from '../mail/compose.server.ts'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { createTestPlatform } from '../billing/test-platform.ts'
import { moveProspect } from '../sales/move.server.ts'
import { addTestProspect, addTestUser } from '../sales/test-sales.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { cancelSession } from './cancel.server.ts'
import { remindOfDate } from './date-mail.server.ts'
import { moveSession, planSession } from './dates.server.ts'
import type { SetupDate } from './dates.server.ts'
import { linkSession } from './progress.server.ts'

const DAY_MS = 24 * 3_600_000
const AT = Date.now()

let platform: PlatformDb
let rep: PlatformActor
let prospectId: number

beforeEach(() => {
  platform = createTestPlatform()
  rep = addTestUser(platform, 'Moses')
  prospectId = addTestProspect(platform, rep, { name: 'Kijani Lodge' })
  moveProspect(platform, rep, { id: prospectId, stage: 'negotiating' })
  seen = 0
})
afterEach(() => closePlatform(platform))

const date: SetupDate = {
  ...{ startsAt: AT + 3 * DAY_MS, minutes: 60, place: 'At the reception' },
  ...{ clientEmail: 'asha@kijani.test', clientLanguage: 'sw', clientZone: 'Africa/Lagos' },
}

type Mail = { template: string; to: string; language: 'en' | 'sw'; values: Record<string, string> }
let seen = 0

/** The mails since the last look. */
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

function plan(more: Partial<SetupDate> = {}): number {
  const planned = planSession(platform, rep, { prospectId, date: { ...date, ...more }, at: AT })
  if (!planned.ok) throw new Error(planned.reason)
  return planned.id
}

const reminders = () =>
  platformSqliteOf(platform)
    .prepare<[], number>(`select run_at from jobs where kind = 'onboarding.remind' order by id`)
    .pluck()
    .all()

test('rep and client get the date for their calendars, each in own words and hours', () => {
  plan({ startsAt: Date.UTC(2031, 4, 6, 6) })
  const [own, client] = newMails()
  expect([own?.to, client?.to]).toEqual(['moses@platform.test', 'asha@kijani.test'])
  const toRep = composeMail(own!.template as 'setup_date', own!.language, own!.values)
  const toClient = composeMail(client!.template as 'setup_date', client!.language, client!.values)
  expect(toRep.subject).toMatch(/^Setting up Baraza for Kijani Lodge: .*9:00/)
  expect(toClient.subject).toMatch(/^Kuandaa Baraza kwa Kijani Lodge: .*0?7:00/)
  expect(toClient.text).toContain('saa za Africa/Lagos')
  expect(toClient.text).toContain('At the reception')
  expect(client?.values['calendar']).toContain('METHOD:REQUEST')
  expect(client?.values['calendar']).toContain('DTSTART:20310506T060000Z')
})

test('moved it has a higher number and the same appointment; who is no longer asked is told', () => {
  const id = plan()
  const [, first] = newMails()
  const later = { ...date, startsAt: AT + 5 * DAY_MS, clientEmail: 'juma@kijani.test' }
  expect(moveSession(platform, rep, { id, date: later, at: AT }).ok).toBe(true)
  const mails = newMails()
  expect(mails.map(({ to, values }) => [to, values['kind'], values['calendarMethod']])).toEqual([
    ['moses@platform.test', 'moved', 'REQUEST'],
    ['juma@kijani.test', 'moved', 'REQUEST'],
    ['asha@kijani.test', 'cancelled', 'CANCEL'],
  ])
  const line = (mail: Mail | undefined, name: string) =>
    new RegExp(`^${name}:(.*)$`, 'm').exec(mail?.values['calendar'] ?? '')?.[1]?.trim()
  expect(line(mails[0], 'UID')).toBe(line(first, 'UID'))
  expect(Number(line(mails[0], 'SEQUENCE'))).toBeGreaterThan(Number(line(first, 'SEQUENCE')))
  expect(reminders()).toEqual([date.startsAt - DAY_MS, later.startsAt - DAY_MS])
})

test('the reminder of the day before comes once, for the date that counts', () => {
  const id = plan()
  const later = { ...date, startsAt: AT + 5 * DAY_MS }
  moveSession(platform, rep, { id, date: later, at: AT })
  newMails()
  remindOfDate(platform, { sessionId: id, at: date.startsAt })
  expect(newMails()).toEqual([])
  remindOfDate(platform, { sessionId: id, at: later.startsAt })
  remindOfDate(platform, { sessionId: id, at: later.startsAt })
  const mails = newMails()
  expect(mails.map(({ to, values }) => [to, values['kind']])).toEqual([
    ['moses@platform.test', 'reminder'],
    ['asha@kijani.test', 'reminder'],
  ])
  const [, client] = mails
  const letter = composeMail(client!.template as 'setup_date', client!.language, client!.values)
  expect(letter.subject).toContain('Kesho')
})

test('called off it leaves both calendars, and nobody is reminded', () => {
  const id = plan()
  newMails()
  expect(cancelSession(platform, rep, { id, at: AT })).toBe(true)
  expect(newMails().map(({ values }) => values['calendarMethod'])).toEqual(['CANCEL', 'CANCEL'])
  expect(cancelSession(platform, rep, { id, at: AT })).toBe(false)
  remindOfDate(platform, { sessionId: id, at: date.startsAt })
  expect(newMails()).toEqual([])
  expect(moveSession(platform, rep, { id, date, at: AT })).toEqual({
    ...{ ok: false, reason: 'not_found' },
  })
})

test('a company that is there already is not reminded; tomorrow needs no reminder', () => {
  const id = plan()
  newMails()
  const slug = 'kijani'
  platformSqliteOf(platform).pragma('foreign_keys = off')
  linkSession(platform, { id }, { tenantId: slug, name: slug, at: AT })
  remindOfDate(platform, { sessionId: id, at: date.startsAt })
  expect(newMails()).toEqual([])
  const soon = addTestProspect(platform, rep, { name: 'Soon' })
  moveProspect(platform, rep, { id: soon, stage: 'negotiating' })
  const early = { ...date, startsAt: AT + DAY_MS / 2 }
  expect(planSession(platform, rep, { prospectId: soon, date: early, at: AT }).ok).toBe(true)
  expect(reminders()).toHaveLength(1)
})

test('not in the past, not too early, and not with another’s prospect', () => {
  const past = planSession(platform, rep, { prospectId, date: { ...date, startsAt: AT }, at: AT })
  expect(past).toEqual({ ok: false, reason: 'meeting_past' })
  const fresh = addTestProspect(platform, rep, { name: 'Fresh' })
  const early = planSession(platform, rep, { prospectId: fresh, date, at: AT })
  expect(early).toEqual({ ok: false, reason: 'onboarding_early' })
  const other = addTestUser(platform, 'Neema')
  const id = plan()
  for (const result of [
    planSession(platform, other, { prospectId, date, at: AT }),
    moveSession(platform, other, { id, date, at: AT }),
  ])
    expect(result).toEqual({ ok: false, reason: 'not_found' })
  expect(cancelSession(platform, other, { id, at: AT })).toBe(false)
})
