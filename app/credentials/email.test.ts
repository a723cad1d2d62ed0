import { expect, test } from 'vitest'
import { parseEmail } from './email.ts'

test('an address is trimmed and written in lower case', () => {
  expect(parseEmail('  Asha.Mwangi@Savanna.Example ')).toBe('asha.mwangi@savanna.example')
  expect(parseEmail('owner@localhost')).toBe('owner@localhost')
})

test.each([
  'asha',
  'asha@',
  '@savanna.example',
  'a b@savanna.example',
  'a@b.example\r\nbcc: c@d.example',
  'a@b.example,c@d.example',
  '"a"@b.example',
  'a@-b.example',
  `${'a'.repeat(300)}@b.example`,
  undefined,
  null,
  7,
  ['a@b.example'],
  { $ne: 1 },
])('%j is no address', (value) => {
  expect(parseEmail(value)).toBeUndefined()
})
