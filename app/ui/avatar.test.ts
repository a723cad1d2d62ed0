import { expect, test } from 'vitest'
import { toInitials } from './avatar.tsx'

test.each([
  ['Asha Mwangi', 'AM'],
  ['asha', 'A'],
  ['Juma wa Kamau', 'JK'],
  ["  O'Brien   Otieno ", 'OO'],
  ['Émile Zola', 'ÉZ'],
  ['(Mama) Njeri', 'MN'],
  ['+254 712 345 678', '78'],
  ['', '?'],
  ['🙂', '?'],
])('%j becomes %s', (name, initials) => {
  expect(toInitials(name)).toBe(initials)
})
