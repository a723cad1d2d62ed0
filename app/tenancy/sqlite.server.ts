import Database from 'better-sqlite3'
import { refuseForbidden } from './replicated-sql.ts'

export type Sqlite = Database.Database
export type Statement = Database.Statement<unknown[]>

const BUSY_TIMEOUT_MS = 5_000
/** Negative means KiB. better-sqlite3's own default (16 MB a connection) would fill memory. */
const CACHE_SIZE = -1_024

export type OpenOptions = { readonly?: boolean; create?: boolean }

/**
 * Opens a database file that exists (or, with `create`, makes it) with the settings every
 * connection shares. WAL is chosen once, when the file is made, and never changed: LiteFS
 * does not survive a journal mode switch.
 *
 * @throws when the file is missing and `create` is not given
 */
export function openSqlite(path: string, options: OpenOptions = {}): Sqlite {
  // A replica's files come by replication; one made there would stand in their way.
  if (options.create && options.readonly) throw new Error('A file is never made to be read only')
  const sqlite = new Database(path, {
    fileMustExist: !options.create,
    readonly: options.readonly ?? false,
    timeout: BUSY_TIMEOUT_MS,
  })
  try {
    if (options.create) sqlite.pragma('journal_mode = WAL')
    guard(sqlite)
    sqlite.pragma('foreign_keys = ON')
    // An acknowledged message must survive a power cut, so every commit is flushed.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma(`cache_size = ${CACHE_SIZE}`)
    sqlite.pragma('temp_store = MEMORY')
    sqlite.pragma('trusted_schema = OFF')
  } catch (error) {
    sqlite.close()
    throw error
  }
  return sqlite
}

/**
 * Puts a file that came as a copy onto the write-ahead log: VACUUM INTO leaves it without one, and
 * a message is acknowledged by what is flushed there. For a file that nobody else has open, outside
 * a LiteFS mount.
 */
export function putOnLog(path: string): void {
  const sqlite = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    sqlite.pragma('journal_mode = WAL')
  } finally {
    sqlite.close()
  }
}

/** Whether a connection's file is on the write-ahead log. */
export function isOnLog(sqlite: Sqlite): boolean {
  return sqlite.pragma('journal_mode', { simple: true }) === 'wal'
}

/** From here on the connection refuses what a replicated file does not survive. */
function guard(sqlite: Sqlite): void {
  const exec = sqlite.exec.bind(sqlite)
  const prepare = sqlite.prepare.bind(sqlite)
  const pragma = sqlite.pragma.bind(sqlite)
  sqlite.exec = (sql) => {
    refuseForbidden(sql)
    return exec(sql)
  }
  sqlite.prepare = (sql: string) => {
    refuseForbidden(sql)
    return prepare(sql)
  }
  sqlite.pragma = (sql, options) => {
    refuseForbidden(`pragma ${sql}`)
    return pragma(sql, options)
  }
}

/**
 * Commits without waiting for the disk, for work that is simply done again when a power cut
 * takes it (a killed process loses nothing). The next ordinary commit flushes it along.
 */
export function withoutFlush<T>(sqlite: Sqlite, work: () => T): T {
  // The level cannot change inside a transaction, and the outer one decides anyway.
  if (sqlite.inTransaction) return work()
  // `exec` because a pragma is compiled anew each time anyway, and needs no statement of its own.
  sqlite.exec('pragma synchronous = NORMAL')
  try {
    return work()
  } finally {
    sqlite.exec('pragma synchronous = FULL')
  }
}

type Transaction = Database.Transaction<(work: () => unknown) => unknown>

const transactions = new WeakMap<Sqlite, Transaction>()

/** Runs synchronous work in one write transaction; inside another one it becomes a savepoint. */
export function writeTransaction<T>(sqlite: Sqlite, work: () => T): T {
  return transactionOf(sqlite).immediate(work) as T
}

/**
 * Runs synchronous work that looks first and often writes nothing, in one transaction: one look
 * at the file instead of two, and no write lock for what only reads. Where another process wrote
 * between the look and the first write, the work is done again from its beginning, so it must
 * have changed nothing outside the file before it writes.
 */
export function lookThenWrite<T>(sqlite: Sqlite, work: () => T): T {
  try {
    return transactionOf(sqlite).deferred(work) as T
  } catch (error) {
    if (!isOvertaken(error)) throw error
    return writeTransaction(sqlite, work)
  }
}

/** Made once per connection: making it costs as much as a small commit. */
function transactionOf(sqlite: Sqlite): Transaction {
  const known = transactions.get(sqlite)
  if (known) return known
  const made = sqlite.transaction((inner: () => unknown) => inner())
  transactions.set(sqlite, made)
  return made
}

function isOvertaken(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY_SNAPSHOT'
}
