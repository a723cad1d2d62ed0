import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestPlatform } from '../billing/test-platform.ts'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { findProspect } from './find.server.ts'
import { giveProspect, linkCompany } from './hand-over.server.ts'
import { createProspectImport, findProspectImport, runProspectImport } from './import.server.ts'
import type { ReadRow } from './import.server.ts'
import { getProspectBoard, listDue, listProspects, PROSPECTS_PAGE_ROWS } from './list.server.ts'
import { moveProspect } from './move.server.ts'
import { isAlike, toNameKey } from './name-key.ts'
import { remind } from './remind.server.ts'
import { createProspect, saveProspect } from './save.server.ts'
import { noteProspect, tellProspect } from './story.server.ts'
import { addTestProspect, addTestUser, blankProspect } from './test-sales.ts'

let platform: PlatformDb
let anna: PlatformActor
let brian: PlatformActor
let boss: PlatformActor

beforeEach(() => {
  platform = createTestPlatform('savanna-hotel')
  anna = addTestUser(platform, 'Anna')
  brian = addTestUser(platform, 'Brian')
  boss = addTestUser(platform, 'Boss', 'owner')
})
afterEach(() => closePlatform(platform))

describe('names of companies', () => {
  test.each([
    ['Savanna Hotel Ltd.', 'HOTEL SAVANNA'],
    ['Café Mocha', 'cafe mocha'],
    ['Tembo Motors', 'Tembo Motorz'],
  ])('%s and %s are alike', (a, b) => {
    expect(isAlike(toNameKey(a), toNameKey(b))).toBe(true)
  })
  test.each([
    ['Savanna Hotel', 'Savanna Motors'],
    ['Kijani', 'Kijiji'],
    ['ABC', 'ABD'],
    ['', ''],
  ])('%s and %s are not', (a, b) => {
    expect(isAlike(toNameKey(a), toNameKey(b))).toBe(false)
  })
})

describe('who is known already', () => {
  const ask = (user: PlatformActor, facts: object) =>
    createProspect(platform, user, { ...blankProspect, ...facts })

  test('a colleague’s prospect is told of without its name, an own one with it', () => {
    const id = addTestProspect(platform, anna, { name: 'Kilele Safaris', phone: '+254700000001' })
    expect(ask(brian, { name: 'Other', phone: '+254700000001' })).toEqual({
      ...{ ok: false, reason: 'known_already' },
      duplicates: [{ kind: 'prospect', by: 'phone', prospect: undefined }],
    })
    expect(ask(anna, { name: 'Safaris Kilele Ltd' })).toMatchObject({
      duplicates: [{ by: 'name', prospect: { id, name: 'Kilele Safaris' } }],
    })
    expect(ask(boss, { name: 'X', email: 'nobody@x.test' }).ok).toBe(true)
  })

  test('a company on the platform counts, a lost prospect does not, and one may insist', () => {
    expect(ask(anna, { name: 'Savanna-Hotel' })).toMatchObject({
      duplicates: [{ kind: 'company' }],
    })
    const id = addTestProspect(platform, brian, { name: 'Mwanga Solar' })
    moveProspect(platform, brian, { id, stage: 'lost', reason: 'No money' })
    expect(ask(anna, { name: 'Mwanga Solar' }).ok).toBe(true)
    expect(ask(anna, { name: 'Savanna-Hotel', isAnother: true }).ok).toBe(true)
  })
})

describe('whose a prospect becomes', () => {
  test('of its city’s rep, else in turn; reps who left are passed over', () => {
    const repOf = (city: string) =>
      findProspect(platform, boss, addTestProspect(platform, boss, { city }))!.repId
    platformSqliteOf(platform)
      .prepare(`insert into territories (city_key, city, rep_id) values ('mombasa', 'Mombasa', ?)`)
      .run(brian.id)
    expect([repOf(''), repOf('Nakuru'), repOf(''), repOf(' MOMBASA ')]).toEqual([
      ...[anna.id, brian.id, anna.id, brian.id],
    ])
    platformSqliteOf(platform)
      .prepare(`update platform_users set status = 'deactivated' where id = ?`)
      .run(brian.id)
    expect([repOf('Mombasa'), repOf('')]).toEqual([anna.id, anna.id])
  })

  test('a rep’s own is their own, whoever they name', () => {
    const id = addTestProspect(platform, anna, { repId: brian.id })
    expect(findProspect(platform, brian, id)).toBeUndefined()
    expect(findProspect(platform, anna, id)).toBeDefined()
  })
})

describe('the way of a prospect', () => {
  test('its end needs a reason; opened again it has none', () => {
    const id = addTestProspect(platform, anna, { nextAction: 'Call', nextActionAt: 1 })
    expect(moveProspect(platform, anna, { id, stage: 'won' })).toMatchObject({
      reason: 'reason_required',
    })
    expect(moveProspect(platform, anna, { id, stage: 'won', reason: 'Price' }).ok).toBe(true)
    expect(findProspect(platform, anna, id)).toMatchObject({ reason: 'Price', nextAction: '' })
    expect(moveProspect(platform, anna, { id, stage: 'demo' }).ok).toBe(true)
    expect(findProspect(platform, anna, id)?.reason).toBe('')
    const { history } = tellProspect(platform, anna, id)
    expect(history.map((step) => step.toStage)).toEqual(['demo', 'won', 'new'])
    expect(history[1]?.reason).toBe('Price')
  })

  test('only a manager gives it away or links a company, which then stays won', () => {
    const id = addTestProspect(platform, anna, {})
    expect(giveProspect(platform, anna, { id, repId: brian.id })).toMatchObject({
      reason: 'not_allowed',
    })
    const link = (user: PlatformActor) => linkCompany(platform, user, { id, slug: 'savanna-hotel' })
    expect(link(boss)).toMatchObject({ reason: 'company_not_found' })
    moveProspect(platform, anna, { id, stage: 'won', reason: 'Liked it' })
    expect(link(anna)).toMatchObject({ reason: 'not_allowed' })
    expect(link(boss).ok).toBe(true)
    const owner = platformSqliteOf(platform).prepare('select rep_id from tenants').pluck().get()
    expect(owner).toBe(anna.id)
    expect(moveProspect(platform, anna, { id, stage: 'lost', reason: 'x' })).toMatchObject({
      reason: 'is_client',
    })
    expect(giveProspect(platform, boss, { id, repId: brian.id }).ok).toBe(true)
    expect(findProspect(platform, anna, id)).toBeUndefined()
  })
})

test('lists page to the end without gap or repetition, and search finds', () => {
  for (let number = 0; number < 70; number += 1)
    addTestProspect(platform, anna, { name: `Company ${number}`, city: number % 2 ? 'Kisumu' : '' })
  const seen: number[] = []
  let after: { at: number; id: number } | undefined
  do {
    const page = listProspects(platform, anna, { after })
    expect(page.rows.length).toBeLessThanOrEqual(PROSPECTS_PAGE_ROWS)
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(70)
  expect(seen).toHaveLength(70)
  expect(listProspects(platform, anna, { search: 'pany 69' }).rows).toHaveLength(1)
  expect(listProspects(platform, anna, { search: '%' }).rows).toHaveLength(0)
  expect(listProspects(platform, anna, { city: 'kisumu' }).rows).toHaveLength(30)
})

test('another rep sees nothing, in no list, sum or detail, and changes nothing', () => {
  const id = addTestProspect(platform, anna, { value: 500, nextAction: 'Call', nextActionAt: 5 })
  noteProspect(platform, anna, { id, text: 'Secret' })
  expect(listProspects(platform, brian, { search: 'Company' }).rows).toEqual([])
  expect(listDue(platform, brian, { by: 10, limit: 5 })).toEqual([])
  expect(
    getProspectBoard(platform, brian).every((column) => column.count + column.value === 0),
  ).toBe(true)
  expect(tellProspect(platform, brian, id)).toEqual({ notes: [], history: [] })
  expect(noteProspect(platform, brian, { id, text: 'x' })).toMatchObject({ reason: 'not_found' })
  expect(moveProspect(platform, brian, { id, stage: 'demo' })).toMatchObject({ ok: false })
  expect(saveProspect(platform, brian, id, blankProspect)).toMatchObject({ ok: false })
  expect(findProspect(platform, boss, id)).toMatchObject({ stage: 'new', name: 'Company' })
})

describe('a reminder', () => {
  const mails = () =>
    platformSqliteOf(platform)
      .prepare<[], string>(`select payload_json from jobs where kind = 'mail.send'`)
      .pluck()
      .all()
  test('is mailed once to the rep, with a link', () => {
    const at = Date.now() + 60_000
    const prospectId = addTestProspect(platform, anna, { nextAction: 'Call', nextActionAt: at })
    remind(platform, { prospectId, at }, 'https://app.test')
    remind(platform, { prospectId, at }, 'https://app.test')
    expect(mails()).toHaveLength(1)
    expect(mails()[0]).toContain(`https://app.test/sales/prospects/${prospectId}`)
    expect(mails()[0]).toContain('anna@platform.test')
  })
  test('is not, where the action was moved or the prospect ended', () => {
    const at = Date.now() + 60_000
    const prospectId = addTestProspect(platform, anna, { nextActionAt: at })
    remind(platform, { prospectId, at: at + 1 }, 'https://app.test')
    moveProspect(platform, anna, { id: prospectId, stage: 'lost', reason: 'No' })
    remind(platform, { prospectId, at }, 'https://app.test')
    expect(mails()).toEqual([])
  })
})

describe('an import', () => {
  const header = ['Company name', 'Phone']
  const read: ReadRow = ({ name = '', phone = '' }) =>
    name === ''
      ? { ok: false, column: 'name', code: 'required' }
      : { ok: true, facts: { ...blankProspect, name, phone } }
  const start = (rows: string[][]) =>
    createProspectImport(platform, anna, { header, rows, fileName: 'a.csv' })

  test('takes what fits once, and says of each other row what is wrong', () => {
    const id = start([
      ['Alpha Tours', '1'],
      ['', '2'],
      ['Alpha Tours', '3'],
      ['Savanna-hotel', ''],
    ])
    expect(findProspectImport(platform, anna, id)?.guess).toEqual(['name', 'phone'])
    expect(findProspectImport(platform, boss, id)).toBeUndefined()
    const run = { id, mapping: ['name', 'phone'] as ('name' | 'phone')[], read }
    expect(runProspectImport(platform, brian, run)).toMatchObject({ reason: 'not_found' })
    expect(runProspectImport(platform, anna, run).ok).toBe(true)
    expect(runProspectImport(platform, anna, run)).toMatchObject({ reason: 'not_found' })
    const done = findProspectImport(platform, anna, id)!
    expect(done).toMatchObject({ state: 'done', added: 1, rowsTotal: 4 })
    expect(done.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'name', 'required'],
      [4, null, 'known_already'],
      [5, null, 'known_already'],
    ])
  })

  test('needs the column with the name, and each column once', () => {
    const id = start([['A', 'B']])
    const run = (mapping: ('name' | 'phone' | null)[]) =>
      runProspectImport(platform, anna, { id, mapping, read })
    expect(run([null, 'phone'])).toMatchObject({ reason: 'import_no_name' })
    expect(run(['name', 'name'])).toMatchObject({ reason: 'import_column_twice' })
  })
})
