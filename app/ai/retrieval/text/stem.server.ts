/**
 * Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980), as FTS5's
 * `porter` tokenizer applies it: the index holds stems, so document frequencies are asked by
 * stem. Whatever is not a vowel counts as a consonant, digits included, as in FTS5.
 */
export function stem(word: string): string {
  // FTS5 counts bytes: one letter beyond ASCII is two consonants to it, or three.
  const bytes = Buffer.from(word).toString('latin1')
  if (bytes.length < 3 || bytes.length > BYTES_MAX) return word
  const stemmed = stemAscii(bytes)
  return bytes.length === word.length ? stemmed : Buffer.from(stemmed, 'latin1').toString()
}

const BYTES_MAX = 64

function stemAscii(word: string): string {
  let stemmed = stripPlural(word)
  stemmed = stripPastAndGerund(stemmed)
  if (stemmed.endsWith('y') && hasVowel(stemmed.slice(0, -1))) stemmed = stemmed.slice(0, -1) + 'i'
  stemmed = replaceSuffix(stemmed, DOUBLE_SUFFIXES, 0)
  stemmed = replaceSuffix(stemmed, DERIVED_SUFFIXES, 0)
  stemmed = dropSuffix(stemmed)
  return tidy(stemmed)
}

const DOUBLE_SUFFIXES: [string, string][] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
]

const DERIVED_SUFFIXES: [string, string][] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

const DROPPED_SUFFIXES = [
  ...['ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti'],
  ...['ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic', 'ou'],
]

function isConsonant(word: string, index: number): boolean {
  const letter = word[index]
  if (letter === 'y') return index === 0 || !isConsonant(word, index - 1)
  return !'aeiou'.includes(letter ?? '')
}

/** Porter's m: how many vowel-consonant sequences the word has. */
function measure(word: string): number {
  let count = 0
  for (let index = 1; index < word.length; index++) {
    if (isConsonant(word, index) && !isConsonant(word, index - 1)) count++
  }
  return count
}

function hasVowel(word: string): boolean {
  for (let index = 0; index < word.length; index++) if (!isConsonant(word, index)) return true
  return false
}

function endsDoubled(word: string): boolean {
  const last = word.length - 1
  return last > 0 && word[last] === word[last - 1] && isConsonant(word, last)
}

function endsShort(word: string): boolean {
  const last = word.length - 1
  if (last < 2 || 'wxy'.includes(word[last] ?? '')) return false
  return isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2)
}

function stripPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function stripPastAndGerund(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const suffix = word.endsWith('ed') ? 'ed' : word.endsWith('ing') ? 'ing' : undefined
  if (!suffix) return word
  const base = word.slice(0, -suffix.length)
  if (!hasVowel(base)) return word
  if (/(?:at|bl|iz)$/.test(base)) return base + 'e'
  if (endsDoubled(base) && !/[lsz]$/.test(base)) return base.slice(0, -1)
  return measure(base) === 1 && endsShort(base) ? base + 'e' : base
}

function replaceSuffix(word: string, table: [string, string][], measureAbove: number): string {
  for (const [suffix, replacement] of table) {
    if (!word.endsWith(suffix)) continue
    const base = word.slice(0, -suffix.length)
    return measure(base) > measureAbove ? base + replacement : word
  }
  return word
}

function dropSuffix(word: string): string {
  for (const suffix of DROPPED_SUFFIXES) {
    if (!word.endsWith(suffix)) continue
    const base = word.slice(0, -suffix.length)
    if (suffix === 'ion' && !/[st]$/.test(base)) return word
    return measure(base) > 1 ? base : word
  }
  return word
}

function tidy(word: string): string {
  let tidied = word
  if (tidied.endsWith('e')) {
    const base = tidied.slice(0, -1)
    const size = measure(base)
    if (size > 1 || (size === 1 && !endsShort(base))) tidied = base
  }
  if (tidied.endsWith('ll') && measure(tidied.slice(0, -1)) > 1) tidied = tidied.slice(0, -1)
  return tidied
}
