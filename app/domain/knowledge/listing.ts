/** What a knowledge page asks for: newest change first, one page at a time. */
export type ListOptions = { search?: string; cursor?: string; limit?: number }

export type Page<T> = { items: T[]; nextCursor: string | null }

const LIMIT_DEFAULT = 30
const LIMIT_MAX = 100
const SEARCH_CHARACTERS_MAX = 100

export function toLimit(limit: number | undefined): number {
  return Math.min(Math.max(Math.trunc(limit ?? LIMIT_DEFAULT), 1), LIMIT_MAX)
}

/** A LIKE pattern that finds the text anywhere; its own wildcards mean themselves. */
export function toLikePattern(search: string | undefined): string | undefined {
  const text = search?.trim().slice(0, SEARCH_CHARACTERS_MAX)
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : undefined
}
