import { expect, test } from 'vitest'
import { isEmoji } from './emoji.ts'

test.each(['👍', '❤️', '❤', '👨‍👩‍👧‍👦', '🇰🇪', '👋🏿', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🧑🏽‍💻', '😂'])('%s is one', (text) => {
  expect(isEmoji(text)).toBe(true)
})

test.each(['', 'a', 'ok', '👍👍', '👍 ', '<b>', '1', '#', 'http://x', '❤️'.repeat(20), '\u200d'])(
  '%j is none',
  (text) => expect(isEmoji(text)).toBe(false),
)
