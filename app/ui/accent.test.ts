import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentStyleSheet, accentTokens, defaultAccent } from './accent.ts'
import type { AccentTheme } from './accent.ts'
import { contrastRatio, parseHex, toHex, toOklch } from './color.ts'

const AA_TEXT = 4.5

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)

function weakest(theme: AccentTheme, backgrounds: string[]) {
  return Math.min(
    contrastRatio(theme.on, theme.accent),
    contrastRatio(theme.on, theme.strong),
    contrastRatio(theme.ink, theme.soft),
    ...backgrounds.map((background) => contrastRatio(theme.accent, background)),
  )
}

test('any company colour is readable in both themes', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const { light, dark } = accentTokens(color)
      return (
        weakest(light, ['#ffffff', '#f7f7f8', '#f1f2f4', '#eff0f2']) >= AA_TEXT &&
        weakest(dark, ['#0e1012', '#15171a', '#1c1f23', '#202429']) >= AA_TEXT
      )
    }),
    { numRuns: 2000 },
  )
})

test('a colour that is readable already is kept', () => {
  expect(accentTokens('#0f6471').light.accent).toBe('#0f6471')
  expect(accentTokens('#7C3AED').light.accent).toBe('#7c3aed')
})

test('the hue stays the company’s', () => {
  const hue = toOklch('#ff6b00').hue
  const { light, dark } = accentTokens('#ff6b00')
  expect(Math.abs(toOklch(light.accent).hue - hue)).toBeLessThan(6)
  expect(Math.abs(toOklch(dark.accent).hue - hue)).toBeLessThan(6)
})

test.each(['', 'blue', '#12', 'red;}body{display:none', '#12345g'])(
  'what is no colour (%j) gives the default and nothing of itself',
  (text) => {
    expect(accentTokens(text)).toEqual(accentTokens(defaultAccent))
    expect(accentStyleSheet(text)).toMatch(/^:root\{(--accent-[a-z-]+:#[0-9a-f]{6};?)+\}$/)
  },
)

test('colours survive the way through OKLCH', () => {
  fc.assert(fc.property(anyColor, (color) => contrastRatio(toHex(toOklch(color)), color) < 1.02))
})

test('hex is read in its usual spellings', () => {
  expect(['#ABC', 'abcdef', ' #AbCdEf '].map(parseHex)).toEqual(['#aabbcc', '#abcdef', '#abcdef'])
})

test('contrast as WCAG computes it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
