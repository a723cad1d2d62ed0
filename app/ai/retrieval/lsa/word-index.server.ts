import { contentWords } from '../text/function-words.ts'
import { stem } from '../text/stem.server.ts'
import { toWords } from '../text/words.server.ts'

const SATURATION = 1.2
const LENGTH_SHARE = 0.75

/** Texts by their stems: enough of BM25 to compare a model with bare words. */
export class WordIndex {
  readonly size: number
  /** per text: stem → the word it came from */
  readonly words: Map<string, string>[]
  private readonly postings = new Map<string, number[]>()
  private readonly lengths: number[] = []
  private readonly meanLength: number

  constructor(texts: string[]) {
    this.size = texts.length
    this.words = texts.map((text, row) => this.add(text, row))
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / (texts.length || 1)
  }

  idf(term: string): number {
    const frequency = this.postings.get(term)?.length ?? 0
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5))
  }

  /** Every text's score for a few stems, repetition within a text left aside. */
  score(terms: string[]): Float32Array {
    const scores = new Float32Array(this.size)
    for (const term of terms) {
      const idf = this.idf(term)
      for (const row of this.postings.get(term) ?? []) {
        const length = (this.lengths[row] as number) / this.meanLength
        const penalty = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length)
        scores[row] = (scores[row] as number) + (idf * (SATURATION + 1)) / (1 + penalty)
      }
    }
    return scores
  }

  /** How alike two texts are in all words but the given ones: cosine of squared idf, 0..1. */
  likeness(left: number, right: number, without: ReadonlySet<string>): number {
    const other = this.words[right] as Map<string, string>
    let shared = 0
    let leftSum = 0
    let rightSum = 0
    for (const term of (this.words[left] as Map<string, string>).keys()) {
      if (without.has(term)) continue
      const weight = this.idf(term) ** 2
      leftSum += weight
      if (other.has(term)) shared += weight
    }
    for (const term of other.keys()) if (!without.has(term)) rightSum += this.idf(term) ** 2
    return leftSum > 0 && rightSum > 0 ? shared / Math.sqrt(leftSum * rightSum) : 0
  }

  private add(text: string, row: number): Map<string, string> {
    const words = contentWords(toWords(text))
    const unique = new Map<string, string>()
    for (const word of words) {
      const term = stem(word)
      if (!unique.has(term)) unique.set(term, word)
    }
    for (const term of unique.keys()) {
      const rows = this.postings.get(term)
      if (rows) rows.push(row)
      else this.postings.set(term, [row])
    }
    this.lengths.push(words.length)
    return unique
  }
}
