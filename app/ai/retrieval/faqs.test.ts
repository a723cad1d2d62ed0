import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { retrieve } from './retrieve.server.ts'
import { stopSearch } from './thread/search.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import { changeFaqs } from '#app/domain/knowledge/faq-bulk.server.ts'
import { exportFaqs, toFaqRows } from '#app/domain/knowledge/faq-csv.server.ts'
import {
  findWholeFaq,
  listCategories,
  listFaqs,
  updateFaq,
  upsertFaqs,
} from '#app/domain/knowledge/faqs.server.ts'

let tenant: ReturnType<typeof createTestTenant>
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(async () => {
  await stopSearch()
  tenant.close()
})

const parking = {
  question: 'Is there parking?',
  answer: 'Yes, forty places behind the house.',
  category: 'Arrival',
  phrasings: ['Where can I leave my vehicle overnight?', 'Garage available?'],
  translations: [
    { language: 'sw', question: 'Kuna maegesho?', answer: 'Ndiyo, nafasi arobaini nyuma.' },
  ],
}
const first = () => listFaqs(tenant.db).items[0]!

describe('a question', () => {
  test('is found by its other phrasings, once', async () => {
    upsertFaqs(tenant.db, [parking, { question: 'Pets?', answer: 'No vehicle, no pets.' }])
    const { passages } = await retrieve(tenant.db, 'where may my vehicle stay overnight')
    expect(passages[0]).toMatchObject({ sourceKind: 'faq', text: parking.answer })
    expect(passages.filter(({ sourceId }) => sourceId === passages[0]?.sourceId)).toHaveLength(1)
  })

  test('comes in the language of who asks, where it was written in it', async () => {
    upsertFaqs(tenant.db, [parking])
    const asked = (text: string, language: string) => retrieve(tenant.db, text, { language })
    expect((await asked('parking', 'sw')).passages[0]?.text).toContain('arobaini')
    expect((await asked('kuna maegesho', 'en')).passages[0]?.text).toContain('forty')
    expect((await asked('parking', 'fr')).passages[0]?.text).toContain('forty')
  })

  test('that is written again keeps what the row does not speak of', () => {
    upsertFaqs(tenant.db, [parking])
    upsertFaqs(tenant.db, [{ question: 'is there PARKING?', answer: 'Fifty places.' }])
    expect(findWholeFaq(tenant.db, first().id)).toMatchObject({
      ...{ answer: 'Fifty places.', category: 'Arrival', phrasings: parking.phrasings },
      translations: parking.translations,
    })
  })

  test('that is not in use is not found', async () => {
    upsertFaqs(tenant.db, [parking])
    const { question, answer } = parking
    updateFaq(tenant.db, first().id, { question, answer, isActive: false })
    expect((await retrieve(tenant.db, 'parking')).passages).toEqual([])
  })
})

test('several are changed at once', () => {
  upsertFaqs(tenant.db, [parking, { question: 'Pets?', answer: 'No.' }])
  const ids = listFaqs(tenant.db).items.map(({ id }) => id)
  expect(changeFaqs(tenant.db, ids, { kind: 'category', category: 'House' })).toBe(2)
  expect(listCategories(tenant.db)).toEqual(['House'])
  expect(changeFaqs(tenant.db, ids, { kind: 'use', isActive: false })).toBe(2)
  expect(listFaqs(tenant.db, { isActive: true }).items).toEqual([])
  expect(changeFaqs(tenant.db, [...ids, 999], { kind: 'delete' })).toBe(2)
  expect(listFaqs(tenant.db).items).toEqual([])
})

test('lists by category and by phrasing', () => {
  upsertFaqs(tenant.db, [parking, { question: 'Pets?', answer: 'No.' }])
  const questions = (filter: Parameters<typeof listFaqs>[1]) =>
    listFaqs(tenant.db, filter).items.map(({ question }) => question)
  expect(questions({ category: 'arrival' })).toEqual(['Is there parking?'])
  expect(questions({ category: '' })).toEqual(['Pets?'])
  expect(questions({ search: 'garage' })).toEqual(['Is there parking?'])
})

test('an export is read in again as it was, formulas included', () => {
  const tricky = { question: '=SUM(A1)?', answer: 'Says "hi", twice\nand again' }
  upsertFaqs(tenant.db, [parking, tricky])
  const [header = [], ...rows] = [...exportFaqs(tenant.db)].map(parseLine)
  const other = createTestTenant()
  expect(upsertFaqs(other.db, toFaqRows({ header, rows }))).toEqual({ ok: true, added: 2 })
  const [second, whole] = listFaqs(other.db).items.map(({ id }) => findWholeFaq(other.db, id))
  expect(whole).toMatchObject(parking)
  expect(second).toMatchObject(tricky)
  other.close()
})

test('a row with half a translation or a strange language is refused by its number', () => {
  const half = { language: 'sw', question: 'Kuna maegesho?', answer: '' }
  const refused = upsertFaqs(tenant.db, [parking, { ...parking, translations: [half] }])
  expect(refused).toMatchObject({ ok: false, row: 2 })
  expect(upsertFaqs(tenant.db, [{ ...parking, language: 'klingon' }])).toMatchObject({ row: 1 })
})

function parseLine(line: string): string[] {
  const cells = line.trimEnd().match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []
  return cells.map((cell) => {
    const text = cell.replace(/,$/, '')
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
  })
}
