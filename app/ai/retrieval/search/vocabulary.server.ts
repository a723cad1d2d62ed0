import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { letterMask } from './spelling.server.ts'

/** A company's stems with the number of passages each stands in, as FTS5 indexed them. */
export type Vocabulary = {
  passages: number
  revision: number
  frequency: Map<string, number>
  /** the stems again, with what spelling needs, side by side */
  stems: string[]
  masks: Uint32Array
}

/**
 * Reading the whole vocabulary takes a third of a second at 100,000 passages. Frequencies
 * steer weights only, so they may lag behind: by this share of the passages.
 */
const STALE_SHARE = 0.05

/** Reads all stems. A word that came later is asked for by itself: see `frequencyOf`. */
export function readVocabulary(
  sqlite: Sqlite,
  size: { passages: number; revision: number },
): Vocabulary {
  const rows = sqlite
    .prepare<[], { term: string; doc: number }>('select term, doc from passages_vocabulary')
    .all()
  const frequency = new Map(rows.map((row) => [row.term, row.doc]))
  const stems = [...frequency.keys()]
  return { ...size, frequency, stems, masks: Uint32Array.from(stems, letterMask) }
}

export function isStale(vocabulary: Vocabulary, revision: number): boolean {
  return revision - vocabulary.revision > vocabulary.passages * STALE_SHARE
}

/** In how many passages a stem stands; a stem unknown here is asked of the index itself. */
export function frequencyOf(sqlite: Sqlite, vocabulary: Vocabulary, stem: string): number {
  const known = vocabulary.frequency.get(stem)
  if (known !== undefined) return known
  const statement = sqlite
    .prepare<[string], number>('select doc from passages_vocabulary where term = ?')
    .pluck()
  return statement.get(stem) ?? 0
}

/** What finding a term is worth: BM25's weight, never negative. */
export function idfOf(passages: number, frequency: number): number {
  return Math.max(Math.log((Math.max(passages - frequency, 0) + 0.5) / (frequency + 0.5)), 1e-6)
}
