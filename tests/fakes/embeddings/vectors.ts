const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const SIGN_BIT = 0x80000000
const CHARACTERS_PER_TOKEN = 4

/**
 * A unit vector of hashed words: the same text gives the same vector, and shared words bring two
 * texts closer. Good enough to rank in tests, and no model file is needed.
 */
export function embedText(text: string, dims: number): Float32Array {
  const vector = new Float32Array(dims)
  for (const word of toWords(text)) {
    const hash = hashWord(word)
    const slot = (hash & ~SIGN_BIT) % dims
    vector[slot] = vector[slot]! + ((hash & SIGN_BIT) === 0 ? 1 : -1)
  }
  return toUnit(vector)
}

/** A stable stand-in for every vendor's own tokenizer. */
export function countTokens(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARACTERS_PER_TOKEN))
}

function toWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length > 0 ? words.map(toStem) : [text]
}

function toStem(word: string): string {
  const stem = word.replace(/(ing|ed|es|s)$/, '')
  return stem.length >= 3 ? stem : word
}

/** FNV-1a over UTF-16 units, unsigned 32 bits. */
function hashWord(word: string): number {
  let hash = FNV_OFFSET
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), FNV_PRIME)
  }
  return hash >>> 0
}

/** Two words may cancel each other out; such a text points along the first axis. */
function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  if (length === 0) vector[0] = 1
  return length === 0 ? vector : vector.map((value) => value / length)
}
