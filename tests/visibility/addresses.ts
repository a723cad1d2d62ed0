import type { Group } from './groups.ts'
import { parameterTables, parameterWords } from './samples.ts'
import type { Table } from './tables.ts'
import type { Ids } from './world.ts'

export type Address = { path: string; filled: string; group?: Group }

/**
 * An address with its parameters filled in: once for each group that has such rows, or once
 * where nothing in it belongs to anybody.
 *
 * @throws when a parameter is not declared
 */
export function fillAddress(
  path: string,
  world: { ids: Ids; groups: Group[]; tables: Table[] },
): Address[] {
  const names = path.match(/:[a-zA-Z]+/g) ?? []
  if (names.length === 0) return [{ path, filled: path }]
  const words = names.length === 1 ? wordsOf(path) : undefined
  if (words) return words.map((word) => ({ path, filled: path.replace(/:[a-zA-Z]+/, word) }))
  const isOwned = tablesOf(path, world.tables).some((name) =>
    ['conversation', 'contact', 'member'].includes(
      world.tables.find((table) => table.name === name)?.level ?? '',
    ),
  )
  if (!isOwned) return [{ path, filled: fill(path, world.tables, () => 1) as string }]
  return world.groups.flatMap((group) => {
    const filled = fill(path, world.tables, (table) => world.ids.of(table, group.name))
    return filled ? [{ path, filled, group }] : []
  })
}

/** The tables behind an address's parameters. */
function tablesOf(path: string, tables: Table[]): string[] {
  const names: string[] = []
  fill(path, tables, (table) => names.push(table))
  return names
}

function fill(
  path: string,
  tables: Table[],
  idOf: (table: string) => number | undefined,
): string | undefined {
  let filled = ''
  let asDeclared = ''
  let noun = ''
  for (const segment of path.split('/').slice(1)) {
    asDeclared += `/${segment}`
    if (!segment.startsWith(':')) {
      noun = segment.replaceAll('-', '_')
      filled += `/${segment}`
      continue
    }
    const word = parameterWords[asDeclared]?.[0]
    if (word) {
      filled += `/${word}`
      continue
    }
    // An address is usually named after its rows: `/tasks/:id`.
    const table = parameterTables[asDeclared] ?? namedAfter(noun, tables)
    if (!table)
      throw new Error(
        `${path}: nobody said what ${segment} stands for. Add '${asDeclared}' with its table to parameterTables (or with its words to parameterWords) in tests/visibility/samples.ts, so that this address is asked for with everybody's rows.`,
      )
    const id = idOf(table)
    if (id === undefined) return undefined
    filled += `/${id}`
  }
  return filled
}

function wordsOf(path: string): string[] | undefined {
  return Object.entries(parameterWords).find(([start]) => path.startsWith(start))?.[1]
}

/** `/tasks/:id` are tasks, `/templates/:id` the one table of templates of some kind. */
function namedAfter(noun: string, tables: Table[]): string | undefined {
  const names = tables.map(({ name }) => name)
  const kinds = names.filter((name) => name.endsWith(`_${noun}`))
  return names.includes(noun) ? noun : kinds.length === 1 ? kinds[0] : undefined
}
