import { and, lt, or, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { decodeCursor, encodeCursor } from '#app/domain/conversations/cursor.ts'
import { toLikePattern, toLimit } from './listing.ts'
import type { ListOptions, Page } from './listing.ts'

type Dated = { id: number; updatedAt: number }

/** Rows after the cursor whose text matches the search; a bad cursor starts at the top. */
export function pageCondition(
  options: ListOptions,
  columns: { updatedAt: SQLiteColumn; id: SQLiteColumn; searched: (SQLiteColumn | SQL)[] },
): SQL | undefined {
  const cursor = options.cursor ? decodeCursor(options.cursor) : undefined
  const pattern = toLikePattern(options.search)
  const { updatedAt, id } = columns
  return and(
    cursor && or(lt(updatedAt, cursor.at), and(eq(updatedAt, cursor.at), lt(id, cursor.id))),
    pattern !== undefined
      ? or(...columns.searched.map((column) => sql`${column} like ${pattern} escape '\\'`))
      : undefined,
  )
}

/** Cuts the extra row off that told whether there is a next page. */
export function toPage<T extends Dated>(rows: T[], limit: number | undefined): Page<T> {
  const size = toLimit(limit)
  const items = rows.slice(0, size)
  const last = items.at(-1)
  const hasMore = rows.length > size && last !== undefined
  return { items, nextCursor: hasMore ? encodeCursor({ at: last.updatedAt, id: last.id }) : null }
}
