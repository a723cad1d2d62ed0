import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { stem } from '../text/stem.server.ts'
import { toWords } from '../text/words.server.ts'

/** A sku typed out names its product beyond doubt; a full name nearly so. */
const SKU_STRENGTH = 2
const NAME_STRENGTH = 0.5
const TOKENS_MAX = 40
const NAME_CANDIDATES = 50

export type Mentions = { strengths: Map<number, number>; isSkuNamed: boolean }

/** Products that the query names: passage id → how much that counts. */
export function findMentions(
  sqlite: Sqlite,
  query: { text: string; stems: Set<string> },
  candidates: number[],
): Mentions {
  const strengths = new Map<number, number>()
  for (const id of listBySku(sqlite, query.text)) strengths.set(id, SKU_STRENGTH)
  const isSkuNamed = strengths.size > 0
  for (const row of listProductTitles(sqlite, candidates.slice(0, NAME_CANDIDATES))) {
    const words = toWords(row.title).map(stem)
    const isNamed = words.length > 0 && words.every((word) => query.stems.has(word))
    if (isNamed && !strengths.has(row.id)) strengths.set(row.id, NAME_STRENGTH)
  }
  return { strengths, isSkuNamed }
}

/** Passages of products whose sku stands in the text; plain words are not taken for skus. */
function listBySku(sqlite: Sqlite, text: string): number[] {
  const tokens = text
    .split(/[\s,;:!?()"'“”]+/)
    .map((token) => token.replace(/^[.#]+|[.]+$/g, ''))
    .filter((token) => token.length >= 3 && /\d/.test(token))
    .slice(0, TOKENS_MAX)
  if (tokens.length === 0) return []
  return sqlite
    .prepare<[string], number>(
      `select passages.id from products
       join passages on source_kind = 'product' and source_id = products.id
       where sku collate nocase in (select value from json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(tokens))
}

function listProductTitles(sqlite: Sqlite, ids: number[]): { id: number; title: string }[] {
  return sqlite
    .prepare<[string], { id: number; title: string }>(
      `select id, title from passages
       where source_kind = 'product' and id in (select value from json_each(?))`,
    )
    .all(JSON.stringify(ids))
}
