import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { parseHours, toHoursJson } from './hours.ts'
import { getCompany } from './queries.server.ts'
import { saveAssistant, saveHours, saveLook, saveVisibility } from './settings.server.ts'
import { isCurrency, listCurrencies } from './currencies.ts'
import { isTimeZone, listTimeZones } from './zones.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

const saver = { id: 7, name: 'Wanjiru' }
const entries = () => tenant.db.select().from(auditLog).all()
const detailsOf = (index: number) => JSON.parse(entries()[index]!.detailsJson) as object

test('a change is kept with who made it, what it was and what it is', () => {
  saveLook(tenant.db, saver, { accentColor: '#7a1f3d' })
  expect(getCompany(tenant.db).accentColor).toBe('#7a1f3d')
  expect(entries()).toMatchObject([
    { action: 'company.look_changed', actorKind: 'member', actorId: 7, actorName: 'Wanjiru' },
  ])
  expect(detailsOf(0)).toEqual({ accentColor: { from: '#0f766e', to: '#7a1f3d' } })
})

test('saving what is there already leaves no trace', () => {
  saveVisibility(tenant.db, saver, { earlier: false, unassigned: false })
  expect(entries()).toEqual([])
  saveVisibility(tenant.db, saver, { earlier: false, unassigned: true })
  expect(detailsOf(0)).toEqual({ agentsSeeUnassigned: { from: 0, to: 1 } })
})

test('the assistant is set as a whole; long instructions are cut in the log, not in the company', () => {
  const instructions = 'Be kind. '.repeat(60).trim()
  saveAssistant(tenant.db, saver, {
    ...{ isOn: false, threshold: 0.75, monthlyBudgetCents: 2500, agentName: 'Asha' },
    ...{ tone: 'formal', instructions },
  })
  const { aiEnabled, aiThreshold, aiMonthlyBudgetCents, aiInstructions } = getCompany(tenant.db)
  expect([aiEnabled, aiThreshold, aiMonthlyBudgetCents]).toEqual([0, 0.75, 2500])
  expect(aiInstructions).toBe(instructions)
  expect(entries()[0]!.detailsJson).not.toContain(instructions)
})

test('the logo that was replaced is told', () => {
  const accentColor = '#0f766e'
  tenant.db.run(
    `insert into files (id, storage_key, name, mime_type, byte_size, sha256, purpose, created_at)
     values (3, 'k', 'logo.png', 'image/png', 1, 'x', 'logo', 0)`,
  )
  expect(saveLook(tenant.db, saver, { accentColor, logoFileId: 3 })).toBeNull()
  expect(saveLook(tenant.db, saver, { accentColor })).toBeNull()
  expect(getCompany(tenant.db).logoFileId).toBe(3)
  expect(saveLook(tenant.db, saver, { accentColor, logoFileId: null })).toBe(3)
})

test('hours survive the way into the column and back, closed days too', () => {
  const hours = parseHours('{"mon":"08:00-17:30","tue":null,"sat":"22:00-02:00","sun":"8-9"}')
  expect(hours).toMatchObject({
    mon: { opens: '08:00', closes: '17:30' },
    ...{ tue: null, wed: null, sun: null },
    sat: { opens: '22:00', closes: '02:00' },
  })
  saveHours(tenant.db, saver, hours)
  expect(parseHours(getCompany(tenant.db).hoursJson)).toEqual(hours)
  const closed = parseHours('nonsense')
  expect(toHoursJson(closed)).toBe('{}')
})

test.each(['Africa/Nairobi', 'America/Sao_Paulo'])('%s is a zone', (zone) => {
  expect(isTimeZone(zone)).toBe(true)
  expect(listTimeZones().filter((name) => name === zone)).toHaveLength(1)
})

test.each(['', 'Nairobi', '+03:00', '../etc', 'Mars/Olympus', 'x'.repeat(500)])(
  '%j is no zone',
  (zone) => expect(isTimeZone(zone)).toBe(false),
)

test('currencies are real money, each once', () => {
  expect(isCurrency('KES')).toBe(true)
  expect(isCurrency('XAF')).toBe(true)
  for (const code of ['XAU', 'XXX', 'kes', '', 'KE']) expect(isCurrency(code), code).toBe(false)
  expect(new Set(listCurrencies()).size).toBe(listCurrencies().length)
})
