import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTrial } from '../billing/subscriptions.server.ts'
import { addTestTenant, createTestPlatform } from '../billing/test-platform.ts'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { countClients, findClient, listClients, noteClient } from './clients.server.ts'
import { healthOf } from './health.ts'
import { moveProspect } from './move.server.ts'
import { listPerformance, listStandings } from './team.server.ts'
import { giveCity, listTerritories, releaseCity } from './territories.server.ts'
import { addTestProspect, addTestUser } from './test-sales.ts'

const DAY_MS = 86_400_000
const always = { from: 0, to: Date.now() + DAY_MS }

let platform: PlatformDb
let anna: PlatformActor
let brian: PlatformActor
let boss: PlatformActor

beforeEach(() => {
  platform = createTestPlatform('alpha')
  anna = addTestUser(platform, 'Anna')
  brian = addTestUser(platform, 'Brian')
  boss = addTestUser(platform, 'Boss', 'owner')
  platformSqliteOf(platform).prepare('update tenants set rep_id = ?').run(anna.id)
})
afterEach(() => closePlatform(platform))

describe('clients', () => {
  test('are a rep’s own, also by their id; a company without a rep is nobody’s client', () => {
    addTestTenant(platform, 'beta')
    expect(listClients(platform, anna).rows.map((row) => row.id)).toEqual(['alpha'])
    expect(listClients(platform, boss).rows).toHaveLength(1)
    expect(listClients(platform, brian, { search: 'alpha' }).rows).toEqual([])
    expect(findClient(platform, brian, 'alpha')).toBeUndefined()
    expect(countClients(platform, brian).all).toBe(0)
    expect(noteClient(platform, brian, { id: 'alpha', text: 'x' })).toMatchObject({ ok: false })
  })

  test('are shown with what one noted oneself; managers read all notes', () => {
    noteClient(platform, anna, { id: 'alpha', text: 'Likes tea' })
    noteClient(platform, boss, { id: 'alpha', text: 'Pays late' })
    const texts = (user: PlatformActor) =>
      findClient(platform, user, 'alpha')?.notes.map((note) => note.text)
    expect(texts(anna)).toEqual(['Likes tea'])
    expect(texts(boss)).toEqual(['Pays late', 'Likes tea'])
  })

  test('page by name and narrow by status', () => {
    for (let number = 10; number < 50; number += 1) addTestTenant(platform, `client-${number}`)
    platformSqliteOf(platform).prepare('update tenants set rep_id = ?').run(anna.id)
    const first = listClients(platform, anna)
    const second = listClients(platform, anna, { after: first.next })
    const ids = [...first.rows, ...second.rows].map((row) => row.id)
    expect([ids.length, new Set(ids).size, second.next]).toEqual([41, 41, undefined])
    const plan = { planId: 'starter', currency: 'KES', timeZone: 'Africa/Nairobi', at: 0 }
    startTrial(platform, { ...plan, tenantId: 'client-30' })
    expect(listClients(platform, anna, { status: 'trial' }).rows).toMatchObject([
      { id: 'client-30', planName: 'Starter', monthly: 490_000 },
    ])
  })
})

test.each([
  [{ status: 'cancelled' }, 'risk', 'cancelled'],
  [{ status: 'active', tenantStatus: 'suspended' }, 'risk', 'suspended'],
  [{ status: 'past_due' }, 'risk', 'unpaid'],
  [{ status: 'trial', trialEndsAt: 3 * DAY_MS }, 'risk', 'trialEnding'],
  [{ status: 'trial', trialEndsAt: 9 * DAY_MS }, 'good', 'fine'],
  [{ status: 'active', messagesUsed: 0 }, 'quiet', 'notUsed'],
  [{ status: 'active', messagesUsed: null }, 'good', 'fine'],
] as const)('%j is %s: %s', (facts, state, why) => {
  const blank = { tenantStatus: 'active', status: null, trialEndsAt: null, messagesUsed: 5 }
  expect(healthOf({ ...blank, ...facts }, 0)).toMatchObject({ state, why })
})

describe('the team', () => {
  beforeEach(() => {
    for (const [rep, count] of [
      [anna, 1],
      [brian, 2],
    ] as const)
      for (let number = 0; number < count; number += 1) {
        const id = addTestProspect(platform, rep, { value: 100 })
        moveProspect(platform, rep, { id, stage: 'won', reason: 'x' })
      }
    addTestProspect(platform, anna, { value: 500, nextAction: 'Call', nextActionAt: 1 })
  })

  test('is ranked by companies won; only one’s own money is told', () => {
    expect(listStandings(platform, anna, always)).toMatchObject([
      { rank: 1, name: 'Brian', won: 2, commission: undefined, isSelf: false },
      { rank: 2, name: 'Anna', won: 1, commission: 0, isSelf: true },
    ])
    expect(listStandings(platform, boss, always)[0]?.commission).toBe(0)
    expect(listStandings(platform, anna, { from: 0, to: 1 })[0]).toMatchObject({ won: 0 })
  })

  test('has each rep’s work in hand for its managers', () => {
    const rows = listPerformance(platform, { since: 0, from: 0, now: Date.now() })
    expect(rows.find((row) => row.repId === anna.id)).toMatchObject({
      ...{ open: 1, openValue: 500, overdue: 1, won: 1, lost: 0, clients: 1, revenue: 0 },
    })
  })
})

test('a city has one rep, however it is written', () => {
  expect(giveCity(platform, boss, { city: 'Mombasa', repId: anna.id }).ok).toBe(true)
  expect(giveCity(platform, boss, { city: ' MOMBASA', repId: brian.id }).ok).toBe(true)
  expect(giveCity(platform, boss, { city: '–', repId: brian.id })).toMatchObject({ ok: false })
  expect(giveCity(platform, boss, { city: 'Lamu', repId: boss.id })).toMatchObject({ ok: false })
  expect(listTerritories(platform)).toMatchObject([{ cityKey: 'mombasa', repName: 'Brian' }])
  expect(releaseCity(platform, boss, 'mombasa')).toBe(true)
  expect(listTerritories(platform)).toEqual([])
})
