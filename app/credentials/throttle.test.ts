import { expect, test } from 'vitest'
import { addressKey, createThrottle } from './throttle.server.ts'

test('the eleventh attempt at one account waits; another account does not', async () => {
  const throttle = createThrottle()
  for (let attempt = 0; attempt < 10; attempt++) {
    expect((await throttle.count({ 'sign_in.account_here': 'a:x' })).ok).toBe(true)
  }
  const refused = await throttle.count({ 'sign_in.account_here': 'a:x' })
  expect(refused.ok).toBe(false)
  expect(refused).toMatchObject({ retryAfterS: expect.any(Number) })
  expect((await throttle.count({ 'sign_in.account_here': 'b:x' })).ok).toBe(true)
})

test('an attempt that was no guess is given back', async () => {
  const throttle = createThrottle()
  for (let attempt = 0; attempt < 30; attempt++) {
    expect((await throttle.count({ 'sign_in.account_here': 'k' })).ok).toBe(true)
    await throttle.giveBack({ 'sign_in.account_here': 'k' })
  }
})

test('an IPv6 visitor is one household, a mapped IPv4 address itself', () => {
  expect(addressKey('2001:db8:1:2:aaaa::1')).toBe(addressKey('2001:db8:1:2:bbbb::9'))
  expect(addressKey('2001:db8:1:2::1')).not.toBe(addressKey('2001:db8:1:3::1'))
  expect(addressKey('::ffff:10.0.0.1')).toBe(addressKey('10.0.0.1'))
  expect(addressKey('nonsense')).toBe('unknown')
})
