import { expect, test } from 'vitest'
import { assistantForm } from './assistant-form.server.ts'
import { profileForm } from './company-form.server.ts'
import { hoursForm } from './hours-form.server.ts'
import { parseForm } from './read-form.server.ts'
import type { z } from 'zod'

function post<S extends z.ZodType>(schema: S, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return parseForm(form, schema)
}

const profile = {
  ...{ name: ' Savanna ', description: '', phone: '0712 345 678', email: '', website: '' },
  ...{ address: 'Langata Road', timeZone: 'Africa/Nairobi', currency: 'KES', language: 'sw' },
}

test('a profile is read with its number in one spelling and empty fields as nothing', () => {
  expect(post(profileForm, profile)).toEqual({
    ok: true,
    values: {
      ...{ name: 'Savanna', description: '', phone: '+254712345678', email: null, website: null },
      ...{ address: 'Langata Road', timeZone: 'Africa/Nairobi', currency: 'KES', language: 'sw' },
    },
  })
})

test.each([
  ['name', ' ', 'required'],
  ['name', 'x'.repeat(81), { code: 'too_long', values: { max: 80 } }],
  ['phone', 'call me', 'invalid_phone'],
  ['email', 'a@b', 'invalid_email'],
  ['website', 'javascript:alert(1)', 'invalid_url'],
  ['website', 'savanna.example', 'invalid_url'],
  ['timeZone', 'Mars/Olympus', 'invalid_time_zone'],
  ['currency', 'XXX', 'invalid_choice'],
  ['language', 'de', 'invalid_choice'],
])('%s may not be %j', (name, value, error) => {
  const read = post(profileForm, { ...profile, [name]: value })
  expect(read).toMatchObject({ ok: false, result: { errors: { [name]: error } } })
  expect(read).toMatchObject({ result: { values: { [name]: value, address: 'Langata Road' } } })
})

const assistant = {
  ...{ isOn: 'on', threshold: '72', budget: '25', agentName: '', tone: 'formal' },
  ...{ instructions: 'Deliver in Nairobi only.', returnMinutes: '30' },
}

test('the assistant is read in parts of one and in cents', () => {
  expect(post(assistantForm, assistant)).toEqual({
    ok: true,
    values: {
      ...{ isOn: true, threshold: 0.72, monthlyBudgetCents: 2500, agentName: '', tone: 'formal' },
      ...{ instructions: 'Deliver in Nairobi only.', returnMinutes: 30 },
    },
  })
  const { isOn: _, ...off } = { ...assistant, budget: ' ', returnMinutes: '' }
  expect(post(assistantForm, off)).toMatchObject({
    values: { isOn: false, monthlyBudgetCents: null, returnMinutes: null },
  })
})

test.each([
  ['threshold', '', 'invalid_number'],
  ['threshold', 'high', 'invalid_number'],
  ['threshold', '101', { code: 'too_large', values: { max: 100 } }],
  ['threshold', '-1', { code: 'too_small', values: { min: 0 } }],
  ['returnMinutes', '1441', { code: 'too_large', values: { max: 1440 } }],
  ['returnMinutes', '0', { code: 'too_small', values: { min: 1 } }],
  ['budget', '-5', 'invalid_budget'],
  ['budget', '1e3', 'invalid_budget'],
  ['tone', 'rude', 'invalid_choice'],
])('%s may not be %j', (name, value, error) => {
  const read = post(assistantForm, { ...assistant, [name]: value })
  expect(read).toMatchObject({ ok: false, result: { errors: { [name]: error } } })
})

test('hours: only checked days count, and theirs must be times', () => {
  const day = { 'mon.open': 'on', 'mon.opens': '08:00', 'mon.closes': '17:30:00' }
  expect(post(hoursForm, { ...day, 'tue.opens': 'x' })).toMatchObject({
    ok: true,
    values: { mon: { opens: '08:00', closes: '17:30' }, tue: null, sun: null },
  })
  const wrong = { ...day, 'mon.opens': '', 'sat.open': 'on', 'sat.opens': '9', 'sat.closes': '9' }
  expect(post(hoursForm, wrong)).toMatchObject({
    result: {
      errors: { 'mon.opens': 'required', 'sat.opens': 'invalid', 'sat.closes': 'invalid' },
    },
  })
  expect(post(hoursForm, { ...day, 'mon.closes': '08:00' })).toMatchObject({
    result: { errors: { 'mon.closes': 'same_time' } },
  })
})
