import { contentWords } from './function-words.ts'
import { stem } from './stem.server.ts'
import { toWords } from './words.server.ts'

/** Lengths of the character n-grams, word boundaries included. */
const GRAM_LENGTHS = [4]
/** Words count more than the fragments inside them; fragments catch inflection and spelling. */
const WORD_WEIGHT = 1
const GRAM_WEIGHT = 0.3
/** A text beyond this is cut: passages are far shorter, questions even more so. */
const WORDS_MAX = 2_000

/**
 * The hashed features of a text: its stems and the character n-grams of its words, each with
 * its weighted count. Needs no dictionary, so any language works, and mixed ones too.
 */
export function toFeatures(text: string): Map<number, number> {
  const features = new Map<number, number>()
  const words = contentWords(toWords(text))
  for (let index = 0; index < words.length && index < WORDS_MAX; index++) {
    addWord(features, words[index] as string)
  }
  return features
}

function addWord(features: Map<number, number>, word: string): void {
  add(features, hash('w', stem(word), 0, word.length), WORD_WEIGHT)
  const bounded = `_${word}_`
  for (const length of GRAM_LENGTHS) {
    for (let start = 0; start + length <= bounded.length; start++) {
      add(features, hash('g', bounded, start, start + length), GRAM_WEIGHT)
    }
  }
}

function add(features: Map<number, number>, key: number, weight: number): void {
  features.set(key, (features.get(key) ?? 0) + weight)
}

/** FNV-1a over the UTF-16 units, 32 bits: the kind keeps words and fragments apart. */
function hash(kind: string, text: string, start: number, end: number): number {
  let value = 0x811c9dc5 ^ kind.charCodeAt(0)
  value = Math.imul(value, 0x01000193)
  const stop = Math.min(end, text.length)
  for (let index = start; index < stop; index++) {
    value ^= text.charCodeAt(index)
    value = Math.imul(value, 0x01000193)
  }
  return value >>> 0
}
