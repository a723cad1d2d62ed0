import { describe, expect, it } from 'vitest'
import { guides } from './guides.ts'
import { industrySlugs } from './industry.ts'
import { industryTexts, standardTexts, textsOf } from './texts.ts'

describe.each(industrySlugs)('the guide of %s', (slug) => {
  const { faqs, products, questions } = guides[slug]
  const texts = standardTexts(slug)

  it('fits what may be written on its page', () => {
    expect(industryTexts.parse(texts)).toEqual(texts)
    expect(texts.objections.length).toBeGreaterThanOrEqual(3)
    expect(texts.objections.length).toBeLessThanOrEqual(6)
    expect(texts.closings.length).toBeGreaterThanOrEqual(2)
    expect(texts.limits.length).toBeGreaterThanOrEqual(2)
  })

  it('brings enough to begin with, each thing once', () => {
    expect(faqs.length).toBeGreaterThanOrEqual(3)
    expect(new Set(faqs.map(({ question }) => question)).size).toBe(faqs.length)
    expect(products.length).toBeGreaterThanOrEqual(4)
    expect(products.length).toBeLessThanOrEqual(8)
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length)
    expect(products.every(({ priceKes }) => Number.isInteger(priceKes))).toBe(true)
    expect(questions.length).toBeGreaterThanOrEqual(4)
  })
})

it('keeps assistants of bound trades from what only a person may say', () => {
  expect(standardTexts('healthcare').limits.join(' ')).toMatch(/no diagnosis/i)
  expect(standardTexts('law').limits.join(' ')).toMatch(/legal advice/i)
  expect(standardTexts('financial-services').limits.join(' ')).toMatch(/promise/i)
})

it('takes the changed texts where there are any it can read', () => {
  const changed = { ...standardTexts('law'), prompt: 'Answer for advocates.' }
  expect(textsOf('law', JSON.stringify(changed))).toEqual(changed)
  expect(textsOf('law', null)).toEqual(standardTexts('law'))
  expect(textsOf('law', '{"prompt":5}')).toEqual(standardTexts('law'))
  expect(textsOf('law', 'torn')).toEqual(standardTexts('law'))
  expect(textsOf('of-another-version', null)).toEqual(standardTexts('custom'))
})
