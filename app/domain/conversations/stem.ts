const C = '[^aeiou][^aeiouy]*'
const V = '[aeiouy][aeiou]*'
const hasMeasure = new RegExp(`^(${C})?${V}${C}`)
const isMeasureOne = new RegExp(`^(${C})?${V}${C}(${V})?$`)
const hasMeasureTwo = new RegExp(`^(${C})?${V}${C}${V}${C}`)
const hasVowel = new RegExp(`^(${C})?[aeiouy]`)
const isShort = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`)

// prettier-ignore
const step2: [string, string][] = [['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'], ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['logi', 'log']]
// prettier-ignore
const step3: [string, string][] = [['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', '']]
const step4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/

/** An English word without its ending, by Porter's rules: the form the search index keeps. */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  let text = plural(word)
  text = pastAndParticiple(text)
  const y = /^(.+)y$/.exec(text)?.[1]
  if (y && hasVowel.test(y)) text = `${y}i`
  text = replaced(text, step2)
  text = replaced(text, step3)
  return tidy(withoutSuffix(text))
}

function plural(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function pastAndParticiple(word: string): string {
  const eed = /^(.+)eed$/.exec(word)?.[1]
  if (eed !== undefined) return hasMeasure.test(eed) ? word.slice(0, -1) : word
  const base = /^(.+)(ed|ing)$/.exec(word)?.[1]
  if (!base || !hasVowel.test(base)) return word
  if (/(at|bl|iz)$/.test(base)) return `${base}e`
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1)
  return isShort.test(base) ? `${base}e` : base
}

function replaced(word: string, endings: [string, string][]): string {
  const found = endings.find(([ending]) => word.endsWith(ending))
  if (!found) return word
  const base = word.slice(0, -found[0].length)
  return hasMeasure.test(base) ? base + found[1] : word
}

function withoutSuffix(word: string): string {
  const base = step4.exec(word)?.[1] ?? /^(.+)(?<=[st])ion$/.exec(word)?.[1]
  return base && hasMeasureTwo.test(base) ? base : word
}

function tidy(word: string): string {
  let text = word
  const e = /^(.+)e$/.exec(text)?.[1]
  if (e && (hasMeasureTwo.test(e) || (isMeasureOne.test(e) && !isShort.test(e)))) text = e
  return /ll$/.test(text) && hasMeasureTwo.test(text) ? text.slice(0, -1) : text
}
