import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { contentWords } from '../text/function-words.ts'
import { stem } from '../text/stem.server.ts'
import { toWords } from '../text/words.server.ts'
import { nearestStem } from './spelling.server.ts'
import { frequencyOf, idfOf } from './vocabulary.server.ts'
import type { Vocabulary } from './vocabulary.server.ts'

/** A customer's message may be a page long; its rarest words say what it is about. */
const WORDS_READ_MAX = 200
const TERMS_MAX = 32
/** Each correction scans the vocabulary: about a millisecond at 50,000 stems. */
const CORRECTIONS_MAX = 6
/** FTS5 scores every row it touches, about a microsecond each. */
const POSTINGS_MAX = 12_000
/** BM25 gives (k1 + 1) times a term's weight at most, with k1 = 1.2 as in FTS5. */
const TERM_GAIN_MAX = 2.2

export type QueryWords = {
  /** an FTS5 expression of quoted words only; undefined when nothing can be found */
  match: string | undefined
  /** the highest BM25 score any passage could have for this query */
  bestPossible: number
  /** share of the query's weight whose words stand in the passages, 0..1 */
  coverage: number
  /** how many different words of it the passages know */
  knownWords: number
  /** stems of the query, corrected ones included */
  stems: Set<string>
  corrections: { from: string; to: string }[]
}

type Term = { word: string; stem: string; frequency: number; idf: number }

/** Reads a query for the full-text index: what is known, what is misspelt, what to leave out. */
export function readQueryWords(sqlite: Sqlite, vocabulary: Vocabulary, query: string): QueryWords {
  const terms = toTerms(sqlite, vocabulary, query)
  const total = sum(terms.map((term) => term.idf))
  const known = terms.filter((term) => term.frequency > 0)
  const coverage = total > 0 ? sum(known.map((term) => term.idf)) / total : 0
  const unknown = terms.filter((term) => term.frequency === 0)
  const corrected = correct(unknown, vocabulary)
  const searched = chooseTerms([...known, ...corrected.map((correction) => correction.term)])
  return {
    match: searched.length > 0 ? searched.map(({ word }) => `"${word}"`).join(' OR ') : undefined,
    bestPossible: total * TERM_GAIN_MAX,
    coverage,
    knownWords: known.length,
    stems: new Set([...known, ...corrected.map(({ term }) => term)].map((term) => term.stem)),
    corrections: corrected.map(({ from, term }) => ({ from, to: term.stem })),
  }
}

function toTerms(sqlite: Sqlite, vocabulary: Vocabulary, query: string): Term[] {
  const terms = new Map<string, Term>()
  for (const word of contentWords(toWords(query)).slice(0, WORDS_READ_MAX)) {
    const stemmed = stem(word)
    if (terms.has(stemmed)) continue
    const frequency = frequencyOf(sqlite, vocabulary, stemmed)
    const idf = idfOf(vocabulary.passages, frequency)
    terms.set(stemmed, { word, stem: stemmed, frequency, idf })
  }
  return [...terms.values()].sort((left, right) => right.idf - left.idf).slice(0, TERMS_MAX)
}

function correct(unknown: Term[], vocabulary: Vocabulary): { from: string; term: Term }[] {
  return unknown.slice(0, CORRECTIONS_MAX).flatMap(({ word, stem: unknownStem }) => {
    const nearest = nearestStem(unknownStem, vocabulary)
    if (nearest === undefined) return []
    const frequency = vocabulary.frequency.get(nearest) ?? 0
    const idf = idfOf(vocabulary.passages, frequency)
    return [{ from: word, term: { word: nearest, stem: nearest, frequency, idf } }]
  })
}

/** The rarest terms first, until their passages together are as many as may be scored. */
function chooseTerms(terms: Term[]): Term[] {
  const chosen: Term[] = []
  let postings = 0
  for (const term of [...terms].sort((left, right) => left.frequency - right.frequency)) {
    postings += term.frequency
    if (chosen.length > 0 && postings > POSTINGS_MAX) break
    chosen.push(term)
  }
  return chosen
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
