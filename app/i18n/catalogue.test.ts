import { expect, test } from 'vitest'
import { listMessageFiles, messageFolder, textsNamedBy } from './browser-messages.server.ts'
import { errorText, messagesFor, translator } from './catalogue.server.ts'
import { listPlaceholders } from './format-message.ts'
import { languages } from './languages.ts'

const english = messagesFor('en').texts

test.each(languages)(
  '%s has every key of English, no other, and the same placeholders',
  (language) => {
    const { texts } = messagesFor(language)
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
    for (const [key, text] of Object.entries(texts)) {
      const expected = listPlaceholders(english[key as keyof typeof english])
      expect({ key, names: listPlaceholders(text) }).toEqual({ key, names: expected })
      expect(text.trim(), key).not.toBe('')
    }
  },
)

test('an error code becomes its sentence in the language asked for', () => {
  expect(errorText('en', 'slug_taken')).toBe('This address is taken. Try another.')
  expect(errorText('sw', 'slug_taken')).toBe('Anwani hii imechukuliwa. Jaribu nyingine.')
})

test.each(['sqlite_corrupt', 'toString', '__proto__', ''])(
  'the unknown code %j gets the general sentence',
  (code) => {
    expect(errorText('en', code)).toBe(english['errors.unknown'])
  },
)

test('plurals follow the language', () => {
  expect(translator('en')('common.unreadCount', { count: 1 })).toBe('1 unread')
  expect(translator('sw')('common.unreadCount', { count: 3 })).toBe('3 hazijasomwa')
})

test.each(languages)('the browser gets %s area by area, without the mails', (language) => {
  const folder = messageFolder(language)
  const files = listMessageFiles().filter(({ path }) => path.startsWith(folder))
  const common = files.find(({ path }) => path === `${folder}common.js`)
  expect(common?.source).toContain(
    `"common.save":${JSON.stringify(messagesFor(language).texts['common.save'])}`,
  )
  expect(files.some(({ source }) => source.includes('"mail.'))).toBe(false)
})

test('what only a page’s data names travels with it, and nothing else', () => {
  const data = { page: { rows: [{ label: 'common.save' }, { label: 'Save' }], none: null } }
  expect(textsNamedBy([data, undefined], 'sw')).toEqual({
    'common.save': messagesFor('sw').texts['common.save'],
  })
})

test('the code of a refusal brings its sentence', () => {
  const { texts } = messagesFor('sw')
  expect(textsNamedBy({ errors: { slug: 'slug_taken' } }, 'sw')).toEqual({
    'errors.slug_taken': texts['errors.slug_taken'],
  })
})
