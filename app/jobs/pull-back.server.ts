import type { Sqlite } from '#app/tenancy/sqlite.server.ts'

/** What is asked for sooner than this is meant to be done soon, and not at a time somebody chose. */
const SOON_MS = 60_000

/**
 * After the clock was set back: what was to be done soon while it was ahead is done soon, and not
 * only when the clock is there again.
 *
 * @param now UTC ms
 */
export function pullBack(sqlite: Sqlite, now: number): void {
  sqlite
    .prepare(
      `update jobs set run_at = run_at - (created_at - ?), created_at = ?
       where state = 'queued' and created_at > ? and run_at <= created_at + ${SOON_MS}`,
    )
    .run(now, now, now)
}
