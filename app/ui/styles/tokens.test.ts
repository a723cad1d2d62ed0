import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accentTokens, defaultAccent } from '../accent.ts'
import { contrastRatio } from '../color.ts'

const AA_TEXT = 4.5
const AA_SHAPE = 3

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)]
const tokens = Object.fromEntries(pairs.map(([, name, light, dark]) => [name, { light, dark }]))

function color(name: string, theme: 'light' | 'dark'): string {
  if (name === 'bad-on') return '#ffffff'
  const value = tokens[name]?.[theme]
  if (!value) throw new Error(`No token ${name}`)
  return value
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover']
const texts = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'ink-faint'].map((ink) => [ink, ground])),
  ...['canvas', 'surface', 'hover'].flatMap((ground) =>
    ['good', 'warn', 'bad', 'ai'].map((ink) => [ink, ground]),
  ),
  ...['good', 'warn', 'bad', 'ai'].map((tone) => [tone, `${tone}-soft`]),
  ['bad-on', 'bad-solid'],
  ...[0, 1, 2, 3, 4, 5].map((tint) => [`tint-${tint}-ink`, `tint-${tint}`]),
] as [string, string][]

test.each(texts)('%s is readable on %s in both themes', (ink, ground) => {
  for (const theme of ['light', 'dark'] as const) {
    const ratio = contrastRatio(color(ink, theme), color(ground, theme))
    expect({ theme, enough: ratio >= AA_TEXT, ratio }).toMatchObject({ enough: true })
  }
})

test.each(['surface', 'raised'])('the frame of a field can be seen on %s', (ground) => {
  for (const theme of ['light', 'dark'] as const) {
    const ratio = contrastRatio(color('line-field', theme), color(ground, theme))
    expect(ratio).toBeGreaterThanOrEqual(AA_SHAPE)
  }
})

test('the fallback accent is the one the default colour gives', () => {
  const { light, dark } = accentTokens(defaultAccent)
  for (const [part, value] of Object.entries(light)) {
    const suffix = part === 'accent' ? '' : `-${part}`
    expect(css).toContain(`var(--accent-light${suffix}, ${value})`)
    expect(css).toContain(`var(--accent-dark${suffix}, ${dark[part as keyof typeof dark]})`)
  }
})
