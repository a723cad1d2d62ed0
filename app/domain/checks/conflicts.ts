import type { SourceKind } from '#app/domain/knowledge/passages.server.ts'
import { readStatements } from './statements.ts'
import type { FigureKind, Statement } from './statements.ts'

/** Two sentences are about the same when they share so much of their words, and so many. */
const SHARED_MIN = 0.6
const SHARED_WORDS_MIN = 3
/** A word that this many statements have tells none of them apart. */
const HOLDERS_MAX = 60
const CONFLICTS_MAX = 100

export type CheckedPassage = {
  sourceKind: SourceKind
  sourceId: number
  title: string
  text: string
}
export type Said = CheckedPassage & { says: string }
export type Conflict = { key: string; kind: FigureKind; left: Said; right: Said }

type Placed = Statement & { passage: CheckedPassage }

/**
 * What two sources state differently: sentences about the same thing that name another price,
 * time, share or amount. A rule, no understanding: what it brings up a person looks at.
 */
export function findConflicts(passages: CheckedPassage[]): Conflict[] {
  const statements = passages.flatMap((passage) =>
    readStatements(passage).map((statement): Placed => ({ ...statement, passage })),
  )
  const holders = indexByWord(statements)
  const found = new Map<string, Conflict>()
  statements.forEach((left, at) => {
    for (const other of candidates(left, at, holders)) {
      const right = statements[other]
      if (!right || !contradict(left, right)) continue
      const conflict = toConflict(left, right)
      found.set(conflict.key, conflict)
      if (found.size >= CONFLICTS_MAX) return
    }
  })
  return [...found.values()].slice(0, CONFLICTS_MAX)
}

function indexByWord(statements: Placed[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  statements.forEach(({ kind, about }, at) => {
    for (const word of about) {
      const key = `${kind} ${word}`
      const known = holders.get(key)
      if (known) known.push(at)
      else holders.set(key, [at])
    }
  })
  return holders
}

/** Later statements that share enough rare words to be looked at. */
function candidates(left: Placed, at: number, holders: Map<string, number[]>): number[] {
  const shared = new Map<number, number>()
  for (const word of left.about) {
    const having = holders.get(`${left.kind} ${word}`) ?? []
    if (having.length > HOLDERS_MAX) continue
    for (const other of having) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  return [...shared].filter(([, count]) => count >= 2).map(([other]) => other)
}

function contradict(left: Placed, right: Placed): boolean {
  const isSameSource =
    left.passage.sourceKind === right.passage.sourceKind &&
    left.passage.sourceId === right.passage.sourceId
  if (isSameSource || left.says === right.says) return false
  const units = (says: string) => says.replace(/\d[\d.]*/g, '')
  if (left.kind === 'amount' && units(left.says) !== units(right.says)) return false
  const common = [...left.about].filter((word) => right.about.has(word)).length
  const smaller = Math.min(left.about.size, right.about.size)
  const all = left.about.size + right.about.size - common
  const isNear = common / all >= SHARED_MIN || (isProduct(left, right) && common === smaller)
  return isNear && common >= Math.min(SHARED_WORDS_MIN, smaller) && common >= 2
}

/** A product's name is short: a sentence that holds all of it speaks of it. */
function isProduct(left: Placed, right: Placed): boolean {
  return [left, right].some(({ passage }) => passage.sourceKind === 'product')
}

function toConflict(left: Placed, right: Placed): Conflict {
  const side = ({ passage, says, text }: Placed): Said => ({ ...passage, text, says })
  const spell = ({ sourceKind, sourceId, text }: Said) => `${sourceKind}:${sourceId}:${text}`
  const sides = [side(left), side(right)] as const
  const key = sides.map(spell).toSorted().join(' <> ')
  return { key, kind: left.kind, left: sides[0], right: sides[1] }
}
