import { expect, test } from 'vitest'
import { toNextPath, toSafePath } from './safe-path.ts'

test.each(['/conversations', '/conversations/7?tab=mine#note-1', '/a//b'])(
  '%s is a place here',
  (path) => {
    expect(toSafePath(path)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/a/../..//evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/a\r\nSet-Cookie: x=1',
  'conversations',
  '',
  `/${'a'.repeat(600)}`,
  undefined,
  7,
])('%j could lead elsewhere', (path) => {
  expect(toSafePath(path)).toBeUndefined()
})

test('after signing in nobody is sent back to sign in or out', () => {
  expect(toNextPath('/login')).toBeUndefined()
  expect(toNextPath('/logout?x=1')).toBeUndefined()
  expect(toNextPath('/loginless')).toBe('/loginless')
})
