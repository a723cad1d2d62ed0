import { describe, expect, it } from 'vitest'
import { combineConfidence } from './confidence.ts'
import { fitReply, hasForeignLink, toPlainReply } from './reply-text.ts'

describe('a model’s words', () => {
  it.each([
    ['**Yes**, we do', 'Yes, we do'],
    ['# Prices\nKES 5', 'Prices\nKES 5'],
    ['See [our shop](https://jua.test/a)', 'See our shop (https://jua.test/a)'],
    ['<b>Yes</b><script>x</script>', 'Yesx'],
    ['2 < 3 and 4 > 3', '2 < 3 and 4 > 3'],
    ['![secret](https://evil.test/?q=1)', 'secret'],
    ['a\u200bb\u0007', 'ab'],
  ])('%j become plain text', (written, plain) => expect(toPlainReply(written)).toBe(plain))
})

describe('links', () => {
  const known = ['Pay at https://pay.jua.test/now', 'www.jua.test']

  it.each([
    ['See https://pay.jua.test/other', false],
    ['See www.jua.test.', false],
    ['No link at all, KES 1.500', false],
    ['See https://evil.test/pay', true],
    ['See https://a.test', true],
    ['See https://jua', true],
    ['See http://jua.test.evil.test', true],
    ['javascript:alert(1)', true],
  ])('%s', (reply, isForeign) => expect(hasForeignLink(reply, known)).toBe(isForeign))
})

describe('length', () => {
  it('is cut at a sentence where one ends late enough', () => {
    expect(fitReply('Short.', 10)).toBe('Short.')
    expect(fitReply('One two three. Four five', 16)).toBe('One two three.')
    expect(fitReply('One. Two three four five', 16)).toBe('One. Two three …')
  })
})

describe('confidence', () => {
  it('is the writer’s own, lowered a little where retrieval is poor', () => {
    expect(combineConfidence(0.9, { confidence: 0, isCited: false })).toBe(0.9)
    expect(combineConfidence(0.9, { confidence: 0.4, isCited: true })).toBe(0.9)
    expect(combineConfidence(0.9, { confidence: 1, isCited: true })).toBe(0.9)
    expect(combineConfidence(0.9, { confidence: 0, isCited: true })).toBeCloseTo(0.81)
    expect(combineConfidence(0.5, { confidence: 0.2, isCited: true })).toBeCloseTo(0.475)
  })
})
