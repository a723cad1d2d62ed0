import type { Voice } from '#app/domain/voice/voice.ts'

type Dressed = Pick<Voice, 'greeting' | 'signature' | 'wordsToAvoid'>

/**
 * An answer as the company speaks: words it does not use are replaced whoever wrote them, and the
 * first answer of a conversation has its greeting before and its signature below.
 */
export function dress(reply: string, voice: Dressed, isFirst: boolean): string {
  if (reply === '') return reply
  const said = withoutAvoided(reply, voice.wordsToAvoid)
  if (!isFirst) return said
  const greeting = said.startsWith(voice.greeting) ? '' : voice.greeting
  return [greeting, said, voice.signature].filter(Boolean).join('\n')
}

/** A word without another takes its sentence with it, unless nothing else would be left. */
export function withoutAvoided(reply: string, avoided: Voice['wordsToAvoid']): string {
  let said = reply
  for (const { word, instead } of avoided) {
    const pattern = toPattern(word)
    if (!pattern.test(said)) continue
    said = instead
      ? said.replace(pattern, (found) => likeCase(instead, found))
      : withoutSentences(said, pattern)
  }
  return said
}

function withoutSentences(text: string, pattern: RegExp): string {
  const sentences = text.split(/(?<=[.!?…])\s+|(?=\n)/)
  const kept = sentences.filter((sentence) => sentence.search(pattern) < 0)
  if (kept.some((sentence) => sentence.trim() !== '')) return kept.join(' ').trim()
  return text
    .replace(pattern, '')
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/\s+([.,!?])/g, '$1')
    .trim()
}

/** Whole words, whatever their case; several words in a row count however they are spaced. */
function toPattern(word: string): RegExp {
  const escaped = word
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
}

function likeCase(text: string, found: string): string {
  const first = found.charAt(0)
  const isCapital = first !== first.toLowerCase()
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
