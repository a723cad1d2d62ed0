import { openTenantReader } from '#app/tenancy/reader.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { decodeModel } from '../lsa/encode.server.ts'
import { projectFully } from '../lsa/model.server.ts'
import type { LsaModel } from '../lsa/model.server.ts'
import { confidenceOf } from './confidence.ts'
import { boost, fuse, vectorWeight } from './fusion.server.ts'
import { findMentions } from './mentions.server.ts'
import * as queries from './queries.server.ts'
import type { KnowledgeState, ReadyModel } from './queries.server.ts'
import { readQueryWords } from './query-words.server.ts'
import type { QueryWords } from './query-words.server.ts'
import type { FoundPassage, Ranked, SearchRequest, SearchResult } from './result.ts'
import { VectorIndex } from './vector-index.server.ts'
import { isStale, readVocabulary } from './vocabulary.server.ts'
import type { Vocabulary } from './vocabulary.server.ts'

/** Bytes of the file kept in memory; the shared default of 1 MB is too small for the index. */
const PAGE_CACHE_KIB = 8_192
/** The best passages decide how likely the query is answered at all. */
const PASSAGES_JUDGED = 3
/** Read beyond what is asked for: several ways to ask one question count once. */
const SPARE = 24

type Vectors = { model: ReadyModel; index: VectorIndex; lsa: LsaModel | undefined }

/** What both halves found. `held` as in Projection; undefined without the built-in model. */
type Found = {
  words: QueryWords
  byWords: Ranked[]
  byVectors: Ranked[]
  held: number | undefined
  weight: number
  fused: Ranked[]
}

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
    const model = this.vectors?.lsa?.directions.byteLength ?? 0
    const stems = (this.vocabulary?.stems.length ?? 0) * 120
    return 1_000_000 + stems + model + (this.vectors?.index.bytes ?? 0)
  }

  close(): void {
    this.sqlite.close()
  }

  /** One read transaction, so that all parts speak of the same moment. */
  search(request: SearchRequest): SearchResult {
    return this.sqlite.transaction(() => this.toResult(request, this.find(request)))()
  }

  private find(request: SearchRequest): Found {
    const mode = request.mode ?? 'fused'
    const state = queries.readState(this.sqlite)
    const words = readQueryWords(this.sqlite, this.freshVocabulary(state), request.query)
    const wantsWords = mode !== 'vectors' && words.match !== undefined
    const byWords = wantsWords ? queries.rankByWords(this.sqlite, words.match ?? '') : []
    const { ranked, held } = mode === 'words' ? NO_VECTORS : this.rankByVectors(request, state)
    const weight = this.weightOf(words, byWords, ranked)
    const fused = fuse({
      ...{ words: byWords, vectors: ranked, vectorWeight: weight },
      hasVector: (id) => weight > 0 && (this.vectors?.index.has(id) ?? false),
    })
    return { words, byWords, byVectors: ranked, held, weight, fused }
  }

  private weightOf(words: QueryWords, byWords: Ranked[], byVectors: Ranked[]): number {
    if (!this.vectors || byVectors.length === 0) return 0
    return byWords.length === 0 ? 1 : vectorWeight(this.vectors.model, words)
  }

  private rankByVectors(request: SearchRequest, state: KnowledgeState): VectorHalf {
    const vectors = this.freshVectors(state)
    if (!vectors || vectors.index.count === 0) return NO_VECTORS
    const { vector, held } = toQueryVector(request, vectors)
    if (!vector || vector.every((value) => value === 0)) return NO_VECTORS
    return { ranked: vectors.index.search(this.sqlite, vector, queries.CANDIDATES), held }
  }

  private toResult(request: SearchRequest, found: Found): SearchResult {
    const ids = found.fused.map(({ id }) => id)
    const query = { text: request.query, stems: found.words.stems }
    const isFused = (request.mode ?? 'fused') === 'fused'
    const mentions = isFused ? findMentions(this.sqlite, query, ids) : undefined
    const ranked = mentions ? boost(found.fused, mentions.strengths) : found.fused
    const passages = this.fetch(request, ranked, found)
    const judged = passages.slice(0, PASSAGES_JUDGED)
    const signs = {
      wordScore: Math.max(0, ...judged.map((passage) => passage.wordScore)),
      cosine: Math.max(0, ...judged.map((passage) => passage.cosine)),
      ...{ held: found.held, hasVectors: found.byVectors.length > 0 },
    }
    return {
      ...{ passages, confidence: confidenceOf(signs, mentions?.isSkuNamed ?? false) },
      ...{ vectorWeight: found.weight, corrections: found.words.corrections },
    }
  }

  private fetch(request: SearchRequest, ranked: Ranked[], found: Found): FoundPassage[] {
    const { kinds, limit } = request
    const wanted = kinds ? ranked : ranked.slice(0, limit + SPARE)
    const rows = queries.readPassages(
      this.sqlite,
      wanted.map(({ id }) => id),
    )
    const wordScores = new Map(found.byWords.map(({ id, score }) => [id, score]))
    const cosines = new Map(found.byVectors.map(({ id, score }) => [id, score]))
    const best = Math.max(found.words.bestPossible, Number.MIN_VALUE)
    const asked = new Set<number>()
    const passages = wanted.flatMap(({ id, score }) => {
      const row = rows.get(id)
      if (!row || (kinds && !kinds.includes(row.sourceKind))) return []
      if (row.sourceKind === 'faq' && asked.has(row.sourceId)) return []
      if (row.sourceKind === 'faq') asked.add(row.sourceId)
      const wordScore = Math.min((wordScores.get(id) ?? 0) / best, 1)
      return [{ ...row, score, wordScore, cosine: cosines.get(id) ?? 0 }]
    })
    return passages.slice(0, limit).map((passage) => this.inLanguage(passage, request.language))
  }

  /** The same pair as its reader speaks; the figures stay those of what was found. */
  private inLanguage(passage: FoundPassage, language: string | undefined): FoundPassage {
    if (passage.sourceKind !== 'faq' || !language || passage.language === language) return passage
    const row = queries.findTranslation(this.sqlite, passage.sourceId, language)
    // Another wording of the same language says nothing new.
    return !row || row.language === passage.language ? passage : { ...passage, ...row }
  }

  private freshVocabulary(state: KnowledgeState): Vocabulary {
    const revision = state.passagesRevision
    if (!this.vocabulary || isStale(this.vocabulary, revision)) {
      const passages = queries.countPassages(this.sqlite)
      this.vocabulary = readVocabulary(this.sqlite, { passages, revision })
    }
    return this.vocabulary
  }

  private freshVectors(state: KnowledgeState): Vectors | undefined {
    const model = queries.findReadyModel(this.sqlite)
    const known = this.vectors?.model
    if (known?.id !== model?.id || known?.dimensions !== model?.dimensions) {
      this.vectors = model && this.loadModel(model)
    }
    const index = this.vectors?.index
    if (index && index.revision < state.vectorsRevision) index.refresh(this.sqlite)
    return this.vectors
  }

  private loadModel(model: ReadyModel): Vectors {
    const index = new VectorIndex(model.id, model.dimensions)
    const stored =
      model.provider === 'builtin' ? queries.readParameters(this.sqlite, model.id) : null
    return { model, index, lsa: stored ? decodeModel(stored) : undefined }
  }
}

type VectorHalf = { ranked: Ranked[]; held: number | undefined }

const NO_VECTORS: VectorHalf = { ranked: [], held: undefined }

/** The built-in model projects the query here; a vendor's vector comes with the request. */
function toQueryVector(
  request: SearchRequest,
  vectors: Vectors,
): { vector: Float32Array | undefined; held: number | undefined } {
  if (vectors.lsa) return projectFully(vectors.lsa, request.query)
  const given = request.queryVector
  const isSame = given?.modelId === vectors.model.id
  const fits = isSame && given.vector.length === vectors.model.dimensions
  return { vector: fits ? given.vector : undefined, held: undefined }
}
