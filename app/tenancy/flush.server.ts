import { close, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Sqlite } from './sqlite.server.ts'
import { sqliteOf } from './tenant-db.server.ts'
import type { TenantDb } from './tenant-db.server.ts'

const dataSync = promisify(fdatasync)

/** The write-ahead log of one connection: its descriptor, the flush under way and the one after. */
type Log = { fd: number; running: Promise<void> | undefined; next: Promise<void> | undefined }

const logs = new WeakMap<Sqlite, Log>()

/**
 * Waits until everything committed so far on this handle is on disk: what SQLite does inside a
 * commit at `synchronous=FULL`, but beside the event loop, so that other companies' work goes
 * on meanwhile and commits of one company share a flush. Commit `withoutFlush`, then await this,
 * then acknowledge.
 *
 * @throws when the disk refuses; then nothing may be acknowledged
 */
export function flushToDisk(db: TenantDb): Promise<void> {
  const log = logOf(sqliteOf(db))
  if (!log.running) return start(log)
  // The flush under way may have begun before our commit; the next one has not.
  log.next ??= log.running.catch(() => undefined).then(() => start(log))
  return log.next
}

/** Gives the log's descriptor back; called where a connection is closed. */
export function closeLog(sqlite: Sqlite): void {
  const log = logs.get(sqlite)
  logs.delete(sqlite)
  if (log) close(log.fd)
}

function start(log: Log): Promise<void> {
  log.next = undefined
  log.running = dataSync(log.fd).finally(() => {
    log.running = undefined
  })
  return log.running
}

function logOf(sqlite: Sqlite): Log {
  const known = logs.get(sqlite)
  if (known) return known
  // SQLite locks the database and its index, never the log: a second descriptor does no harm.
  const log = { fd: openSync(`${sqlite.name}-wal`, 'r'), running: undefined, next: undefined }
  logs.set(sqlite, log)
  return log
}
