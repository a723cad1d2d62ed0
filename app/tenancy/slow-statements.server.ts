import { basename } from 'node:path'
import { noteRefusal } from './refused-writes.server.ts'
import { openSqlite } from './sqlite.server.ts'
import type { Statement } from './sqlite.server.ts'

/** From here on a statement counts as slow. It holds up everybody while it runs. */
export const SLOW_STATEMENT_MS = 50

/** What stands in a statement instead of a value somebody wrote into it. */
const LITERAL = /'(?:[^']|'')*'|\b\d{4,}\b/g
const STATEMENT_CHARS_MAX = 600

/** @param file name of the database without its ending: a company's id, or `platform` */
export type OnSlow = (file: string, statement: string, tookMs: number) => void

type Timed = (this: Statement, ...values: unknown[]) => unknown

let listener: OnSlow | undefined
let isWatching = false

/**
 * Tells of every statement of this process that takes long. Values never are in it: they are
 * bound apart from the text, and what looks like one in the text is taken out.
 *
 * @returns a function that stops listening
 */
export function onSlowStatement(tell: OnSlow): () => void {
  listener = tell
  if (!isWatching) watch()
  isWatching = true
  return () => {
    if (listener === tell) listener = undefined
  }
}

/** Every statement of every connection shares these methods, so they are wrapped once. */
function watch(): void {
  const sqlite = openSqlite(':memory:', { create: true })
  const shared = Object.getPrototypeOf(sqlite.prepare('select 1')) as Record<string, Timed>
  sqlite.close()
  for (const name of ['run', 'get', 'all']) {
    const original = shared[name] as Timed
    shared[name] = function (...values) {
      const startedAt = performance.now()
      try {
        return original.apply(this, values)
      } catch (error) {
        noteRefusal(error)
        throw error
      } finally {
        const tookMs = performance.now() - startedAt
        if (tookMs >= SLOW_STATEMENT_MS && listener) tellSlow(this, tookMs)
      }
    }
  }
}

function tellSlow(statement: Statement, tookMs: number): void {
  const file = basename(statement.database.name).replace(/\.db$/, '')
  listener?.(file, toPlainStatement(statement.source), tookMs)
}

/** A statement on one line, without anything that may be a value. */
export function toPlainStatement(source: string): string {
  return source.replace(LITERAL, '?').replace(/\s+/g, ' ').trim().slice(0, STATEMENT_CHARS_MAX)
}
