import { expect, test } from 'vitest'
import { TELEGRAM_REACTIONS } from '#app/domain/endpoints/telegram-reactions.ts'
import { isEmoji } from '#app/domain/conversations/emoji.ts'
import { EMOJI, EMOJI_GROUPS, findEmoji, plain, searchEmoji } from './emoji.ts'

const signs = (query: string) => searchEmoji(query).map((emoji) => emoji.sign)

test('are found by their names and by words for them, in English and in Swahili', () => {
  expect(signs('thumbs up')).toContain('👍')
  expect(signs('dole gumba')).toContain('👍')
  expect(signs('simba')).toEqual(['🦁'])
  expect(signs('ken fla')).toEqual(['🇰🇪'])
  expect(signs('no such thing')).toEqual([])
})

test('each is one that may be sent as a reaction, and stands there once', () => {
  const all = EMOJI_GROUPS.flatMap((group) => EMOJI[group])
  expect(all.filter(({ sign, name }) => !isEmoji(sign) || !name.en || !name.sw)).toEqual([])
  expect(new Set(all.map((emoji) => plain(emoji.sign))).size).toBe(all.length)
})

test('nearly all that Telegram takes can be chosen', () => {
  const missing = TELEGRAM_REACTIONS.filter((sign) => !findEmoji(sign))
  expect(missing.length).toBeLessThan(12)
})
