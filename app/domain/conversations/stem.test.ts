import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { toPieces } from './search-pieces.ts'
import { stem } from './stem.ts'

let tenant: TestTenant
beforeAll(() => {
  tenant = createTestTenant()
})
afterAll(() => tenant.close())

test('words lose the endings that the search index takes off', () => {
  const words =
    'rooms booking booked bookings table tables prices pricing cancelled cancellation available availability delivery deliveries running stopped agreed feed happily quickly relational conditional hopeful goodness replacement adoption controlled rolls policies caresses ties cats plastered motoring sized hopping falling hissing failing filing sky probate rate cease controller'.split(
      ' ',
    )
  const sqlite = sqliteOf(tenant.db)
  sqlite.exec(`create virtual table temp.words using fts5 (w, tokenize = 'porter unicode61')`)
  sqlite.exec(`create virtual table temp.kept using fts5vocab (temp, words, 'row')`)
  const term = (word: string) => {
    sqlite.exec('delete from temp.words')
    sqlite.prepare('insert into temp.words values (?)').run(word)
    return sqlite.prepare('select term from temp.kept').pluck().get()
  }
  expect(words.map((word) => [word, stem(word)])).toEqual(words.map((word) => [word, term(word)]))
})

test('hits are marked, also with other endings and accents, and nothing becomes markup', () => {
  expect(toPieces('Two <b>Rooms</b> at the Café', 'room cafe')).toEqual([
    ...[
      { text: 'Two <b>', isHit: false },
      { text: 'Rooms', isHit: true },
    ],
    ...[
      { text: '</b> at the ', isHit: false },
      { text: 'Café', isHit: true },
    ],
  ])
})

test('the last word may be unfinished; a long text is cut around the first hit', () => {
  const text = `${'word '.repeat(60)}the mahogany bed ${'tail '.repeat(60)}`
  const pieces = toPieces(text, 'mahog')
  expect(pieces.find((piece) => piece.isHit)?.text).toBe('mahogany')
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(200)
  expect(pieces[0]?.text.startsWith('…')).toBe(true)
})
