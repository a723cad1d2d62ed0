import { and, desc, eq } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { readCompanyNames } from './duplicates.server.ts'
import type { CompanyNames } from './duplicates.server.ts'
import { importColumns } from './import-columns.ts'
import type { ImportColumn } from './import-columns.ts'
import { reachableImports } from './reach.server.ts'
import { createProspect } from './save.server.ts'
import type { ProspectFacts } from './save.server.ts'
import { prospectImports } from './schema.server.ts'

export const PROSPECT_IMPORT_ROWS_MAX = 500
const RUNS_SHOWN = 10
const PREVIEW_ROWS = 3

/** `code` is an error code of the catalogue, `row` the line in the file. */
export type ImportProblem = { row: number; column: ImportColumn | null; code: string }
/** Reads one row's cells at the edge. */
export type ReadRow = (
  cells: Partial<Record<ImportColumn, string>>,
) => { ok: true; facts: ProspectFacts } | { ok: false; column: ImportColumn | null; code: string }

type StoredProblem = ImportProblem & { cells: string[] }

/** Keeps a file's rows until somebody says what the columns are. */
export function createProspectImport(
  platform: PlatformDb,
  user: PlatformActor,
  file: { header: string[]; rows: string[][]; fileName: string },
): number {
  const { header, rows, fileName } = file
  return platform
    .insert(prospectImports)
    .values({
      ...{ userId: user.id, fileName: fileName.slice(0, 120), rowsTotal: rows.length },
      ...{ headerJson: JSON.stringify(header), rowsJson: JSON.stringify(rows) },
      createdAt: Date.now(),
    })
    .returning({ id: prospectImports.id })
    .get().id
}

export function listProspectImports(platform: PlatformDb, user: PlatformActor) {
  const { id, fileName, state, rowsTotal, added, createdAt } = prospectImports
  return platform
    .select({ id, fileName, state, rowsTotal, added, createdAt })
    .from(prospectImports)
    .where(reachableImports(user))
    .orderBy(desc(id))
    .limit(RUNS_SHOWN)
    .all()
}

/** One's own import with its first rows, or with what was refused. */
export function findProspectImport(platform: PlatformDb, user: PlatformActor, id: number) {
  const row = findRow(platform, user, id)
  if (!row) return undefined
  const { headerJson, rowsJson, problemsJson, ...run } = row
  const header = JSON.parse(headerJson) as string[]
  const rows = JSON.parse(rowsJson) as string[][]
  const problems = JSON.parse(problemsJson) as StoredProblem[]
  return {
    ...{ ...run, header, problems, preview: rows.slice(0, PREVIEW_ROWS) },
    guess: header.map(guessColumn),
  }
}

export type RunImportResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'import_no_name' | 'import_column_twice' }

/**
 * Takes every row that fits and nobody knows yet; of the others stays what is wrong with them.
 * All in one transaction, and once.
 */
export function runProspectImport(
  platform: PlatformDb,
  user: PlatformActor,
  run: { id: number; mapping: (ImportColumn | null)[]; read: ReadRow },
): RunImportResult {
  const { id, mapping, read } = run
  const chosen = mapping.filter((column) => column !== null)
  return inPlatformTransaction(platform, (): RunImportResult => {
    const row = findRow(platform, user, id)
    if (row?.state !== 'mapping') return { ok: false, reason: 'not_found' }
    if (!chosen.includes('name')) return { ok: false, reason: 'import_no_name' }
    if (new Set(chosen).size < chosen.length) return { ok: false, reason: 'import_column_twice' }
    const problems: StoredProblem[] = []
    const rows = JSON.parse(row.rowsJson) as string[][]
    const companies = readCompanyNames(platform)
    rows.forEach((cells, index) => {
      const problem = takeRow(platform, user, { read: read(toNamed(cells, mapping)), companies })
      // The first line of the file is its header.
      if (problem) problems.push({ ...problem, row: index + 2, cells })
    })
    platform
      .update(prospectImports)
      .set({
        ...{ state: 'done', rowsJson: '[]', added: rows.length - problems.length },
        problemsJson: JSON.stringify(problems),
      })
      .where(eq(prospectImports.id, id))
      .run()
    return { ok: true }
  })
}

function takeRow(
  platform: PlatformDb,
  user: PlatformActor,
  { read, companies }: { read: ReturnType<ReadRow>; companies: CompanyNames },
): Omit<ImportProblem, 'row'> | undefined {
  if (!read.ok) return { column: read.column, code: read.code }
  const made = createProspect(platform, user, { ...read.facts, companies })
  return made.ok ? undefined : { column: null, code: made.reason }
}

function toNamed(cells: string[], mapping: (ImportColumn | null)[]) {
  const named: Partial<Record<ImportColumn, string>> = {}
  mapping.forEach((column, index) => {
    if (column) named[column] = cells[index] ?? ''
  })
  return named
}

function findRow(platform: PlatformDb, user: PlatformActor, id: number) {
  return platform
    .select()
    .from(prospectImports)
    .where(and(eq(prospectImports.id, id), reachableImports(user)))
    .get()
}

function guessColumn(title: string): ImportColumn | null {
  const plain = title.toLowerCase()
  return importColumns.find(({ words }) => words.some((word) => plain.includes(word)))?.name ?? null
}
