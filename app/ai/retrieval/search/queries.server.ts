import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import type { Fidelity } from '../lsa/fidelity.server.ts'
import type { FoundPassage, Ranked } from './result.ts'

/** How many each half hands to the fusion. */
export const CANDIDATES = 100
/** A title says more about a passage than any one of its words. */
const COLUMNS = `id, source_kind as sourceKind, source_id as sourceId, ordinal, title, text,
  page, url, language, expires_at as expiresAt`
const RANKING = 'bm25(2.0, 1.0)'

export type KnowledgeState = { passagesRevision: number; vectorsRevision: number }
export type ReadyModel = { id: number; provider: string; dimensions: number } & Fidelity
export type PassageRow = Omit<FoundPassage, 'score' | 'wordScore' | 'cosine'>

/** What has changed how often; a company that was never taught has no row. */
export function readState(sqlite: Sqlite): KnowledgeState {
  const statement = sqlite.prepare<[], KnowledgeState>(
    `select passages_revision as passagesRevision, vectors_revision as vectorsRevision
     from knowledge_state`,
  )
  return statement.get() ?? { passagesRevision: 0, vectorsRevision: 0 }
}

export function countPassages(sqlite: Sqlite): number {
  return sqlite.prepare<[], number>('select count(*) from passages').pluck().get() ?? 0
}

export function findReadyModel(sqlite: Sqlite): ReadyModel | undefined {
  return sqlite
    .prepare<[], ReadyModel>(
      `select id, provider, dimensions, fidelity_short as short, fidelity_long as long
       from embedding_models where state = 'ready'`,
    )
    .get()
}

export function readParameters(sqlite: Sqlite, modelId: number): Buffer | null {
  const statement = sqlite
    .prepare<[number], Buffer | null>('select parameters from embedding_models where id = ?')
    .pluck()
  return statement.get(modelId) ?? null
}

/** Passages by BM25, best first. @param match words in quotes joined by OR, nothing else */
export function rankByWords(sqlite: Sqlite, match: string): Ranked[] {
  return sqlite
    .prepare<[string], Ranked>(
      `select rowid as id, -rank as score from passages_fts
       where passages_fts match ? and rank match '${RANKING}' order by rank limit ${CANDIDATES}`,
    )
    .all(match)
}

/** The passages themselves, by id; what was deleted or holds no more is missing. */
export function readPassages(
  sqlite: Sqlite,
  ids: number[],
  now = Date.now(),
): Map<number, PassageRow> {
  const rows = sqlite
    .prepare<[string, number], PassageRow>(
      `select ${COLUMNS} from passages where id in (select value from json_each(?))
         and (expires_at is null or expires_at > ?)`,
    )
    .all(JSON.stringify(ids), now)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a question's pair says in a language: in that one, or else in the company's. */
export function findTranslation(
  sqlite: Sqlite,
  faqId: number,
  language: string,
): PassageRow | undefined {
  return sqlite
    .prepare<[number, string, string], PassageRow>(
      `select ${COLUMNS} from passages where source_kind = 'faq' and source_id = ?
         and (language = ? or language is null)
       order by (language = ?) desc, ordinal limit 1`,
    )
    .get(faqId, language, language)
}
