import { expect, test } from 'vitest'
import { isLanguage, parseAcceptLanguage } from './languages.ts'

test.each([
  ['sw-KE,sw;q=0.9,en;q=0.8', 'sw'],
  ['fr-FR,fr;q=0.9,sw;q=0.5,en;q=0.4', 'sw'],
  ['en;q=0.4, sw;q=0.8', 'sw'],
  ['sw;q=0, en', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [';;;q=x,,', 'en'],
])('Accept-Language %j is %s', (header, language) => {
  expect(parseAcceptLanguage(header)).toBe(language)
})

test('only the languages of the product are languages', () => {
  expect(['en', 'sw', 'fr', 'EN', '', null, 1].map(isLanguage)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
