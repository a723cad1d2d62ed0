import { sqliteOf, tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { BUILTIN_EMBEDDER } from './embedders/choose.server.ts'
import type { Embedder } from './embedders/embedder.ts'
import { toQueryVector } from './query-vector.server.ts'
import type { SearchMode, SearchResult, SourceKind } from './search/result.ts'
import { searchInThread } from './thread/search.server.ts'

const LIMIT_DEFAULT = 8
const LIMIT_MAX = 100
const QUERY_CHARACTERS_MAX = 4_000

export type RetrieveOptions = {
  limit?: number
  /** only passages of these sources */
  kinds?: SourceKind[]
  /** the operator's choice; left out, the built-in one */
  embedder?: Embedder
  mode?: SearchMode
  /** the reader's */
  language?: string
}

/**
 * Finds the passages of a company that answer a text best, with how likely they answer it at
 * all. Words and vectors are searched in a thread beside the server and fused; when the
 * vendor of the vectors does not answer, words alone do.
 */
export async function retrieve(
  db: TenantDb,
  text: string,
  options: RetrieveOptions = {},
): Promise<SearchResult> {
  const query = text.slice(0, QUERY_CHARACTERS_MAX)
  const embedder = options.embedder ?? BUILTIN_EMBEDDER
  const queryVector =
    embedder.provider === 'builtin' || options.mode === 'words'
      ? undefined
      : await toQueryVector(db, embedder, query)
  const target = { tenantId: tenantIdOf(db), path: sqliteOf(db).name }
  return searchInThread(target, {
    ...{ query, queryVector, kinds: options.kinds, mode: options.mode },
    language: options.language,
    limit: Math.min(Math.max(Math.trunc(options.limit ?? LIMIT_DEFAULT), 1), LIMIT_MAX),
  })
}
