import { describe, expect, it } from 'vitest'
import { findSmallTalk, toQuestions, wantsPerson } from './intent.ts'
import { detectLanguage } from './language.ts'

describe('asking for a person', () => {
  it.each([
    'Can I talk to a human?',
    'I want to speak to someone please',
    'let me speak with the manager',
    'connect me to customer care',
    'I need a real person',
    'Human please',
    'agent',
    'Please call me back',
    'nataka kuongea na mtu',
    'Naomba mhudumu',
    'Niunganishe na meneja tafadhali',
    'Nipigie simu',
  ])('is heard: %s', (text) => expect(wantsPerson(text)).toBe(true))

  it.each([
    'Do you have a real estate agent course?',
    'Is the tour operator licensed?',
    'How many people fit in the room?',
    'Price per person?',
    'Does the manager speak French?',
    'Mtu mmoja ni bei gani?',
    'Is it safe for humans?',
  ])('is not read into: %s', (text) => expect(wantsPerson(text)).toBe(false))
})

describe('small talk', () => {
  it.each([
    ['hello!', 'greeting'],
    ['Good morning', 'greeting'],
    ['Habari', 'greeting'],
    ['thanks 🙏', 'thanks'],
    ['asante sana', 'thanks'],
    ['ok thanks bye', 'goodbye'],
  ])('%s', (text, kind) => expect(findSmallTalk(text)).toBe(kind))

  it.each(['hello, how much is it?', 'thanks for nothing', 'habari ya bei'])('not: %s', (text) =>
    expect(findSmallTalk(text)).toBeUndefined(),
  )
})

describe('questions', () => {
  it('are told apart from what is said around them', () => {
    expect(toQuestions('Hello. I am in Thika. Do you deliver? How much is it?')).toEqual([
      'Do you deliver?',
      'How much is it?',
    ])
    expect(toQuestions('the blue one')).toEqual(['the blue one'])
  })
})

describe('language', () => {
  it.each([
    ['How much is the phone?', null, 'en'],
    ['Hii simu ni bei gani?', null, 'sw'],
    ['Samsung A16', 'sw', 'sw'],
    ['Samsung A16', null, 'en'],
    ['Samsung A16', 'fr', 'en'],
  ] as const)('%s', (text, fallback, language) => {
    expect(detectLanguage(text, fallback)).toBe(language)
  })
})
