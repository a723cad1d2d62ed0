/** Longer runs are keys, hashes or noise; they carry no meaning for a search. */
const WORD_CHARACTERS_MAX = 40

/**
 * Cuts text into lower-case words without accents, the way FTS5's `unicode61
 * remove_diacritics 2` does, so that what is looked up is what was indexed.
 */
export function toWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length <= WORD_CHARACTERS_MAX)
}
