import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { makeRecoveryCodes, takeRecoveryCode } from './recovery-codes.server.ts'
import { checkTotp, drawTotpQr, makeTotpSecret } from './totp.server.ts'

const NOW = 1_800_000_000_000

function codeAt(secret: string, now: number): string {
  return new TOTP({ secret }).generate({ timestamp: now })
}

test('a code works once and in its own half minute, one step of drift allowed', () => {
  const secret = makeTotpSecret()
  const code = codeAt(secret, NOW)
  const step = checkTotp(secret, code, null, NOW)
  expect(step).toBe(Math.floor(NOW / 30_000))
  expect(checkTotp(secret, code, null, NOW + 30_000)).toBe(step)
  expect(checkTotp(secret, code, null, NOW + 90_000)).toBeUndefined()
  expect(checkTotp(secret, code, step ?? 0, NOW)).toBeUndefined()
  expect(checkTotp(secret, codeAt(secret, NOW + 30_000), step ?? 0, NOW)).toBe((step ?? 0) + 1)
})

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is no code', (code) => {
  expect(checkTotp(makeTotpSecret(), code, null, NOW)).toBeUndefined()
})

test('the picture is an SVG', async () => {
  expect(await drawTotpQr(makeTotpSecret(), 'a@b.example', 'Savanna: Ltd')).toMatch(/^<svg/)
})

test('each of the ten recovery codes works once, however it is typed', () => {
  const { codes, hashesJson } = makeRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(codes.some((code) => hashesJson.includes(code))).toBe(false)
  const [first = ''] = codes
  const left = takeRecoveryCode(hashesJson, ` ${first.toUpperCase().replaceAll('-', ' ')} `)
  expect(JSON.parse(left ?? '[]')).toHaveLength(9)
  expect(takeRecoveryCode(left ?? null, first)).toBeUndefined()
  expect(takeRecoveryCode(hashesJson, '')).toBeUndefined()
  expect(takeRecoveryCode(null, first)).toBeUndefined()
})
