import { openTenantReader } from '#app/tenancy/reader.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { decodeModel } from '../lsa/encode.server.ts'
import type { Fidelity } from '../lsa/fidelity.server.ts'
import { project } from '../lsa/model.server.ts'
import type { LsaModel } from '../lsa/model.server.ts'
import { confidenceOf } from './confidence.ts'
import { boost, fuse, vectorWeight } from './fusion.server.ts'
import { findMentions } from './mentions.server.ts'
import { readQueryWords } from './query-words.server.ts'
import type { QueryWords } from './query-words.server.ts'
import type { FoundPassage, Ranked, SearchRequest, SearchResult } from './result.ts'
import { VectorIndex } from './vector-index.server.ts'
import { isStale, readVocabulary } from './vocabulary.server.ts'
import type { Vocabulary } from './vocabulary.server.ts'

/** How many each half hands to the fusion. */
const CANDIDATES = 100
/** Bytes of the file kept in memory; the shared default of 1 MB is too small for the index. */
const PAGE_CACHE_KIB = 8_192
/** A title says more about a passage than any one of its words. */
const RANKING = 'bm25(2.0, 1.0)'

type ReadyModel = { id: number; provider: string; dimensions: number } & Fidelity
type State = { passages: number; passagesRevision: number; vectorsRevision: number }
type Vectors = { model: ReadyModel; index: VectorIndex; lsa: LsaModel | undefined }

/** Searches one company's file; lives in the search thread and keeps what is costly to read. */
export class TenantSearcher {
  private readonly sqlite: Sqlite
  private vocabulary: Vocabulary | undefined
  private vectors: Vectors | undefined

  constructor(path: string, tenantId: string) {
    this.sqlite = openTenantReader(path, tenantId)
    this.sqlite.pragma(`cache_size = -${PAGE_CACHE_KIB}`)
  }

  /** What it holds in memory, roughly. */
  get bytes(): number {
    const vectors = this.vectors
    const model = vectors?.lsa ? vectors.lsa.directions.byteLength : 0
    const stems = (this.vocabulary?.stems.length ?? 0) * 120
    return 1_000_000 + stems + model + (vectors?.index.bytes ?? 0)
  }

  close(): void {
    this.sqlite.close()
  }

  /** One read transaction, so that all parts speak of the same moment. */
  search(request: SearchRequest): SearchResult {
    return this.sqlite.transaction(() => this.searchNow(request))()
  }

  private searchNow(request: SearchRequest): SearchResult {
    const state = this.readState()
    const vocabulary = this.freshVocabulary(state)
    const words = readQueryWords(this.sqlite, vocabulary, request.query)
    const byWords = request.mode === 'vectors' ? [] : this.rankByWords(words)
    const byVectors = request.mode === 'words' ? [] : this.rankByVectors(request, state)
    const index = this.vectors?.index
    const weight = byVectors.length > 0 ? this.weightFor(words, byWords, request) : 0
    const hasVector = (id: number) => weight > 0 && (index?.has(id) ?? false)
    const fused = fuse({ words: byWords, vectors: byVectors, vectorWeight: weight, hasVector })
    return this.toResult(request, { words, byWords, byVectors, fused, weight })
  }

  private weightFor(words: QueryWords, byWords: Ranked[], request: SearchRequest): number {
    if (request.mode === 'vectors' || byWords.length === 0) return 1
    return this.vectors ? vectorWeight(this.vectors.model, words) : 0
  }

  private rankByWords(words: QueryWords): Ranked[] {
    if (words.match === undefined) return []
    return this.sqlite
      .prepare<[string], Ranked>(
        `select rowid as id, -rank as score from passages_fts
         where passages_fts match ? and rank match '${RANKING}' order by rank limit ${CANDIDATES}`,
      )
      .all(words.match)
  }

  private rankByVectors(request: SearchRequest, state: State): Ranked[] {
    const vectors = this.freshVectors(state)
    if (!vectors || vectors.index.count === 0) return []
    const query = this.queryVector(request, vectors)
    if (!query || query.every((value) => value === 0)) return []
    return vectors.index.search(this.sqlite, query, CANDIDATES)
  }

  private queryVector(request: SearchRequest, vectors: Vectors): Float32Array | undefined {
    if (vectors.lsa) return project(vectors.lsa, request.query)
    const given = request.queryVector
    const fits =
      given?.modelId === vectors.model.id && given.vector.length === vectors.model.dimensions
    return fits ? given.vector : undefined
  }

  private toResult(
    request: SearchRequest,
    found: {
      words: QueryWords
      byWords: Ranked[]
      byVectors: Ranked[]
      fused: Ranked[]
      weight: number
    },
  ): SearchResult {
    const { words } = found
    const query = { text: request.query, stems: words.stems }
    const isFused = (request.mode ?? 'fused') === 'fused'
    const mentions = isFused
      ? findMentions(
          this.sqlite,
          query,
          found.fused.map(({ id }) => id),
        )
      : undefined
    const ranked = mentions ? boost(found.fused, mentions.strengths) : found.fused
    const passages = this.fetch(request, ranked, found)
    const best = { wordScore: 0, cosine: 0 }
    for (const passage of passages.slice(0, 3)) {
      best.wordScore = Math.max(best.wordScore, passage.wordScore)
      best.cosine = Math.max(best.cosine, passage.cosine)
    }
    return {
      passages,
      confidence: confidenceOf(
        { ...best, coverage: words.coverage, hasVectors: found.byVectors.length > 0 },
        mentions?.isSkuNamed ?? false,
      ),
      ...{ vectorWeight: found.weight, corrections: words.corrections },
    }
  }

  private fetch(
    request: SearchRequest,
    ranked: Ranked[],
    found: { words: QueryWords; byWords: Ranked[]; byVectors: Ranked[] },
  ): FoundPassage[] {
    const rows = this.sqlite
      .prepare<[string], Omit<FoundPassage, 'score' | 'wordScore' | 'cosine'>>(
        `select id, source_kind as sourceKind, source_id as sourceId, ordinal, title, text
         from passages where id in (select value from json_each(?))`,
      )
      .all(
        JSON.stringify(
          (request.kinds ? ranked : ranked.slice(0, request.limit)).map(({ id }) => id),
        ),
      )
    const byId = new Map(rows.map((row) => [row.id, row]))
    const wordScores = new Map(found.byWords.map(({ id, score }) => [id, score]))
    const cosines = new Map(found.byVectors.map(({ id, score }) => [id, score]))
    const best = Math.max(found.words.bestPossible, Number.MIN_VALUE)
    return ranked
      .flatMap(({ id, score }) => {
        const row = byId.get(id)
        if (!row || (request.kinds && !request.kinds.includes(row.sourceKind))) return []
        const wordScore = Math.min((wordScores.get(id) ?? 0) / best, 1)
        return [{ ...row, score, wordScore, cosine: cosines.get(id) ?? 0 }]
      })
      .slice(0, request.limit)
  }

  private readState(): State {
    const state = this.sqlite
      .prepare<[], Omit<State, 'passages'>>(
        `select passages_revision as passagesRevision, vectors_revision as vectorsRevision
         from knowledge_state`,
      )
      .get()
    return { passages: 0, passagesRevision: 0, vectorsRevision: 0, ...state }
  }

  private freshVocabulary(state: State): Vocabulary {
    const revision = state.passagesRevision
    if (!this.vocabulary || isStale(this.vocabulary, revision)) {
      const count = this.sqlite.prepare<[], number>('select count(*) from passages').pluck().get()
      this.vocabulary = readVocabulary(this.sqlite, { passages: count ?? 0, revision })
    }
    return this.vocabulary
  }

  private freshVectors(state: State): Vectors | undefined {
    const model = this.sqlite
      .prepare<[], ReadyModel>(
        `select id, provider, dimensions, fidelity_short as short, fidelity_long as long
         from embedding_models where state = 'ready'`,
      )
      .get()
    const isSame = this.vectors?.model.id === model?.id
    if (!isSame || this.vectors?.model.dimensions !== model?.dimensions) {
      this.vectors = model && this.loadModel(model)
    }
    const index = this.vectors?.index
    if (index && index.revision < state.vectorsRevision) index.refresh(this.sqlite)
    return this.vectors
  }

  private loadModel(model: ReadyModel): Vectors {
    const index = new VectorIndex(model.id, model.dimensions)
    if (model.provider !== 'builtin') return { model, index, lsa: undefined }
    const stored = this.sqlite
      .prepare<[number], Buffer | null>('select parameters from embedding_models where id = ?')
      .pluck()
      .get(model.id)
    return { model, index, lsa: stored ? decodeModel(stored) : undefined }
  }
}
