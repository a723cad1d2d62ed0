import { expect, it } from 'vitest'
import { cutDocument } from './cut.server.ts'

const words = (text: string) => text.split(/\s+/).length

it('keeps the path of headings, whatever their style', () => {
  const cut = cutDocument(
    'price_list-2026.md',
    'Intro\n\n# Hotel\n## Rooms\nA room.\n\n### Suites\nA suite.\n\n## Food\nA meal.\n\nParking\n-------\nFree.',
  )
  expect(cut.map((part) => [part.title, part.text])).toEqual([
    ['price list 2026', 'Intro'],
    ['price list 2026 › Hotel › Rooms', 'A room.'],
    ['price list 2026 › Hotel › Rooms › Suites', 'A suite.'],
    ['price list 2026 › Hotel › Food', 'A meal.'],
    ['price list 2026 › Hotel › Parking', 'Free.'],
  ])
})

it('keeps sections of one level side by side, whichever level comes first', () => {
  const cut = cutDocument('Dining', '## Breakfast\nFrom six.\n\n## Dinner\nUntil ten.')
  expect(cut.map((part) => part.title)).toEqual(['Dining › Breakfast', 'Dining › Dinner'])
})

it('knows the page each passage begins on', () => {
  const text = 'One.\n\n\f\n\n# Prices\n\nTwo.\n\n\f\n\n\f\n\n# Rules\nFour.'
  const cut = cutDocument('a.pdf', text, { hasPages: true })
  expect(cut.map((part) => [part.text, part.page])).toEqual([
    ['One.', 1],
    ['Two.', 2],
    ['Four.', 4],
  ])
  expect(cutDocument('a.txt', text).map((part) => part.page)).toEqual([null, null, null])
})

it('cuts long text into passages that overlap a little and lose nothing', () => {
  const all = Array.from({ length: 1_000 }, (_, n) => `w${n}`)
  const cut = cutDocument('x.txt', all.join(' '))
  expect(cut.length).toBeGreaterThan(3)
  for (const part of cut) expect(words(part.text)).toBeLessThanOrEqual(300)
  expect(new Set(cut.flatMap((part) => part.text.split(/\s+/)))).toEqual(new Set(all))
  expect(cut[1]!.text.split(/\s+/)[0]).toBe(cut[0]!.text.split(/\s+/).at(-30))
})

it('joins a short tail to the passage before it', () => {
  const cut = cutDocument('x', `${'one '.repeat(210)}\n\nThe end.`)
  expect(cut).toHaveLength(1)
  expect(cut[0]!.text).toMatch(/The end\.$/)
})
