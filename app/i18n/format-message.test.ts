import { expect, test } from 'vitest'
import { formatMessage, listPlaceholders } from './format-message.ts'

test('fills placeholders and groups numbers as the language does', () => {
  expect(formatMessage('Hello {name}, {count} wait', 'en-GB', { name: 'Asha', count: 1250 })).toBe(
    'Hello Asha, 1,250 wait',
  )
})

test('a string value is written as it is, so ids are not grouped', () => {
  expect(formatMessage('Request {id}', 'en-GB', { id: '1250' })).toBe('Request 1250')
})

test.each([
  [0, 'Nothing'],
  [1, '1 day'],
  [2, '2 days'],
  [1200, '1,200 days'],
])('plural of %i is %s', (count, text) => {
  const message = '{count, plural, =0 {Nothing} one {# day} other {# days}}'
  expect(formatMessage(message, 'en-GB', { count })).toBe(text)
})

test('branches hold placeholders, and text goes on after them', () => {
  const message = '{count, plural, one {{name} has # item} other {{name} has # items}} today.'
  expect(formatMessage(message, 'en-GB', { count: 3, name: 'Brian' })).toBe(
    'Brian has 3 items today.',
  )
})

test('select falls back to other', () => {
  const message = 'by {who, select, ai {the assistant} other {a person}}'
  expect(formatMessage(message, 'en-GB', { who: 'ai' })).toBe('by the assistant')
  expect(formatMessage(message, 'en-GB', { who: 'phone' })).toBe('by a person')
})

test('a value nobody gave stays visible', () => {
  expect(formatMessage('Hello {name}', 'en-GB')).toBe('Hello {name}')
})

test('values are never read as messages', () => {
  expect(formatMessage('Hello {name}', 'en-GB', { name: '{count}' })).toBe('Hello {count}')
})

test.each([
  'Hello {name',
  '{count, plural, one {#}}',
  'closing } alone',
  '{count, ordinal, other {#}}',
])('refuses the malformed message %s', (message) => {
  expect(() => listPlaceholders(message)).toThrow()
})

test('lists placeholders at every depth', () => {
  expect(listPlaceholders('{b} {count, plural, other {# of {a}}}')).toEqual(['a', 'b', 'count'])
})
