import type { Language } from '#app/i18n/languages.ts'
import lines from './lines.json' with { type: 'json' }

/**
 * A line each: sign | name | further words | jina | maneno mengine. Names and words are from
 * Unicode CLDR 45 (copyright Unicode, Inc., Unicode License V3), kept to what most devices draw.
 */
const EMOJI_LINES: Record<EmojiGroup, string[]> = lines

export type EmojiGroup = keyof typeof lines
export type Emoji = { sign: string; name: Record<Language, string>; words: string }

export const EMOJI_GROUPS = Object.keys(lines) as EmojiGroup[]

/** All emoji, a group at a time. */
export const EMOJI: Record<EmojiGroup, Emoji[]> = Object.fromEntries(
  EMOJI_GROUPS.map((group) => [group, EMOJI_LINES[group].map(toEmoji)]),
) as Record<EmojiGroup, Emoji[]>

const BY_SIGN = new Map(
  Object.values(EMOJI)
    .flat()
    .map((emoji) => [plain(emoji.sign), emoji]),
)

/** Without what only says how it is drawn: vendors leave that out or not. */
export function plain(sign: string): string {
  return sign.replaceAll('\uFE0F', '')
}

export function findEmoji(sign: string): Emoji | undefined {
  return BY_SIGN.get(plain(sign))
}

/** Those in whose names or words, of either language, each word typed begins one. */
export function searchEmoji(query: string): Emoji[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return [...BY_SIGN.values()].filter((emoji) =>
    words.every((word) => emoji.words.includes(` ${word}`)),
  )
}

function toEmoji(line: string): Emoji {
  const [sign = '', en = '', enWords = '', sw = '', swWords = ''] = line.split('|')
  return { sign, name: { en, sw }, words: ` ${en} ${enWords} ${sw} ${swWords}` }
}
