import { expect, test } from 'vitest'
import { parseIndustryTexts } from './industry-form.server.ts'

test('lines and pairs become texts; empty ones are left out', () => {
  const parsed = parseIndustryTexts({
    ...{ prompt: ' Be brief. ', limits: 'No promises.\n\n  No prices. ', closings: '' },
    ...{ said_1: '', answer_1: '', said_2: 'Too dear', answer_2: 'Ask for the budget.' },
  })
  expect(parsed).toEqual({
    ok: true,
    values: {
      ...{ prompt: 'Be brief.', limits: ['No promises.', 'No prices.'], closings: [] },
      objections: [{ said: 'Too dear', answer: 'Ask for the budget.' }],
    },
  })
})

test('what is missing or too long is said beside its field, and what was typed is kept', () => {
  const fields = {
    ...{ prompt: '', limits: Array(11).fill('No.').join('\n'), closings: 'x'.repeat(401) },
    ...{ said_1: 'Too dear', answer_1: '' },
  }
  const parsed = parseIndustryTexts(fields)
  expect(parsed.ok).toBe(false)
  if (parsed.ok) return
  const { errors } = parsed.result
  expect(Object.keys(errors ?? {}).sort()).toEqual(['answer_1', 'closings', 'limits', 'prompt'])
  expect(parsed.result.values).toEqual(fields)
})
