import { createHash } from 'node:crypto'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { passageStatements } from './queries.server.ts'
import type { PassageStatements } from './queries.server.ts'

export type SourceKind = 'faq' | 'document' | 'product' | 'fact'
export type PassageSource = { kind: SourceKind; id: number }

/** What a source is cut into; the unit that is searched, quoted and cited. */
export type PassageText = {
  title: string
  text: string
  /** the page of the document it begins on, from 1 */
  page?: number | null
  /** where anybody can read it */
  url?: string | null
  /** null: the company's */
  language?: string | null
  /** UTC ms from when on it is not found any more */
  expiresAt?: number | null
}

type Optional = 'language' | 'expiresAt'

export type Passage = Required<Omit<PassageText, Optional>> &
  Pick<PassageText, Optional> & {
    id: number
    sourceKind: SourceKind
    sourceId: number
    ordinal: number
  }

const STATEMENTS = Symbol('knowledge.passages')

/**
 * Makes a source's passages equal to `texts`. Unchanged ones keep their row, and with it their
 * vectors; a changed text is a new passage with a new id. Call it in the transaction that
 * writes the source: full-text search finds the passages from the same moment.
 *
 * @returns how many passages were added
 */
export function replacePassages(db: TenantDb, source: PassageSource, texts: PassageText[]): number {
  const statements = statementsOf(db)
  const kept = keepUnchanged(statements, source, texts)
  let added = 0
  texts.forEach((passage, ordinal) => {
    const id = kept.get(ordinal)
    const { page = null, url = null, language = null, expiresAt = null } = passage
    if (id !== undefined) return statements.place.run(ordinal, page, url, language, expiresAt, id)
    const hash = toHash(passage)
    statements.insert.run(
      source.kind,
      source.id,
      ordinal,
      passage.title,
      passage.text,
      hash,
      Date.now(),
      page,
      url,
      language,
      expiresAt,
    )
    added += 1
  })
  return added
}

export function deletePassages(db: TenantDb, source: PassageSource): void {
  statementsOf(db).deleteOf.run(source.kind, source.id)
}

/** The passages of one source, in reading order. */
export function listPassagesOf(db: TenantDb, source: PassageSource): Passage[] {
  return statementsOf(db).listOf.all(source.kind, source.id) as Passage[]
}

/** Passages by id, in the order asked for; what was deleted meanwhile is left out. */
export function listPassages(db: TenantDb, ids: number[]): Passage[] {
  const rows = statementsOf(db).listByIds.all(JSON.stringify(ids)) as Passage[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export function countPassages(db: TenantDb): number {
  return statementsOf(db).count.get() as number
}

/**
 * Deletes what changed, and moves what stays out of the way of the new order (negative
 * ordinals), so that the unique (source, ordinal) holds at every step.
 *
 * @returns new ordinal → id of the passage that stays
 */
function keepUnchanged(
  statements: PassageStatements,
  source: PassageSource,
  texts: PassageText[],
): Map<number, number> {
  const wanted = new Map<string, number[]>()
  texts.forEach((passage, ordinal) => {
    const hash = toHash(passage)
    wanted.set(hash, [...(wanted.get(hash) ?? []), ordinal])
  })
  const kept = new Map<number, number>()
  for (const row of statements.listOf.all(source.kind, source.id) as (Passage & {
    textHash: string
  })[]) {
    const ordinal = wanted.get(row.textHash)?.shift()
    if (ordinal === undefined) {
      statements.deleteOne.run(row.id)
      continue
    }
    kept.set(ordinal, row.id)
    if (row.ordinal !== ordinal) statements.move.run(-1 - row.ordinal, row.id)
  }
  return kept
}

function toHash(passage: { title: string; text: string }): string {
  return createHash('sha256').update(`${passage.title}\0${passage.text}`).digest('hex')
}

function statementsOf(db: TenantDb): PassageStatements {
  return prepared(db, STATEMENTS, passageStatements)
}
