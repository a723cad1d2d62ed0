import { expect, test } from 'vitest'
import { checkPassword, hashPassword, isPasswordRight } from './passwords.server.ts'

test('only the right password fits its hash', async () => {
  const hash = await hashPassword('a sentence to remember')
  expect(hash).toMatch(/^\$argon2id\$/)
  expect(await isPasswordRight(hash, 'a sentence to remember')).toBe(true)
  expect(await isPasswordRight(hash, 'a sentence to remembeR')).toBe(false)
})

test('nobody is let in where there is no hash, or with an endless password', async () => {
  expect(await isPasswordRight(null, 'anything at all')).toBe(false)
  const hash = await hashPassword('a'.repeat(201))
  expect(await isPasswordRight(hash, 'a'.repeat(201))).toBe(false)
})

test.each([
  ['123456', 'password_too_short'],
  ['aaaaaaaaaaaaaaaa', 'password_too_common'],
  ['Password123', 'password_too_common'],
  ['x1'.repeat(101), 'too_long'],
])('%s may not be chosen: %s', (password, reason) => {
  expect(checkPassword(password)).toEqual({ ok: false, reason })
})

test('a short sentence may be chosen', () => {
  expect(checkPassword('mvua ya masika')).toEqual({ ok: true })
})
