import { expect, it } from 'vitest'
import { makeTexts } from '../../../../bench/made-up-texts.ts'
import { decodeModel, encodeModel } from './encode.server.ts'
import { measureFidelity } from './fidelity.server.ts'
import { fitLsa } from './fit.server.ts'
import { project } from './model.server.ts'

const TEXTS = [
  'How much is delivery to Mombasa? Delivery costs KES 500 and takes two days.',
  'Delivery to Nairobi is free and takes one day.',
  'You can return a kettle within thirty days for a refund.',
  'Refunds are paid back to your phone within a week of the return.',
  'The blue kettle boils two litres of water.',
  'The red kettle boils one litre of water.',
  'Our shop is open from Monday to Saturday, eight to six.',
  'On Sundays and holidays the shop stays closed.',
]

const dot = (left: Float32Array, right: Float32Array) =>
  left.reduce((sum, value, at) => sum + value * right[at]!, 0)

function nearest(query: string): number {
  const model = fitLsa(TEXTS)
  const wanted = project(model, query)
  const scores = TEXTS.map((text) => dot(project(model, text), wanted))
  return scores.indexOf(Math.max(...scores))
}

it('finds the text a question is about, misspelt or inflected', () => {
  expect(nearest('what does delivery to mombasa cost')).toBe(0)
  expect(nearest('returning ketles for refunds')).toBe(2)
  expect(nearest('which kettle boils two liters')).toBe(4)
  expect(nearest('are you closed on sunday')).toBe(7)
})

it('gives unit vectors, and nothing for a text without a known feature', () => {
  const model = fitLsa(TEXTS)
  expect(dot(project(model, 'kettle'), project(model, 'kettle'))).toBeCloseTo(1, 4)
  expect([...project(model, '你好')].every((value) => value === 0)).toBe(true)
  expect(model.dimensions).toBeLessThanOrEqual(TEXTS.length)
})

it('is stored and read back the same, and refuses other bytes', () => {
  const model = fitLsa(TEXTS)
  const stored = encodeModel(model)
  const read = decodeModel(Buffer.concat([Buffer.alloc(3), stored]).subarray(3))!
  expect(project(read, 'blue kettle')).toEqual(project(model, 'blue kettle'))
  expect(decodeModel(stored.subarray(0, stored.length - 1))).toBeUndefined()
  expect(decodeModel(Buffer.from('no model at all'))).toBeUndefined()
})

it('stays under 8 MB however many different words there are', { timeout: 60_000 }, () => {
  const { passages } = makeTexts(1_500)
  const model = fitLsa(passages.map(({ text }) => text))
  expect(model.dimensions).toBe(256)
  expect(encodeModel(model).byteLength).toBeLessThanOrEqual(8 * 1_048_576)
})

it(
  'reports lower fidelity where the dimensions cannot hold the corpus',
  { timeout: 60_000 },
  () => {
    const measure = (texts: string[]) => {
      const model = fitLsa(texts)
      const vectors = new Float32Array(texts.length * model.dimensions)
      texts.forEach((text, row) => vectors.set(project(model, text), row * model.dimensions))
      return measureFidelity(model, texts, vectors)
    }
    const { passages } = makeTexts(1_500)
    const texts = passages.map(({ title, text }) => `${title} ${text}`)
    const few = measure(texts.slice(0, 100))
    const many = measure(texts)
    expect(few.short).toBeGreaterThan(many.short)
    expect(many.long).toBeGreaterThan(many.short)
  },
)
