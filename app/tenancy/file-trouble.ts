/** What SQLite says of a file, or of the disk below it: nothing the code could have done better. */
const OF_THE_FILE = /^SQLITE_(CORRUPT|NOTADB|FULL|IOERR|CANTOPEN|READONLY|BUSY|PROTOCOL)/
/** The same of the system: no room, no descriptor left, a disk that fails. */
const OF_THE_SYSTEM = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'EROFS'])
const DEPTH_MAX = 4

/**
 * Whether something failed because a database file cannot be opened, read or written now: it is
 * damaged, missing, another company's, or the machine has run out of something. Whoever asked
 * is told to come again, because what is put right serves at once.
 */
export function isFileTrouble(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEPTH_MAX) return false
  if (error.name === 'TenantFileError') return true
  const { code } = error as { code?: unknown }
  const isOurs = typeof code === 'string' && (OF_THE_FILE.test(code) || OF_THE_SYSTEM.has(code))
  return isOurs || isFileTrouble(error.cause, depth + 1)
}
