type Listener = () => void

const listeners = new Set<Listener>()

/** How SQLite says, below a LiteFS mount, that this node is no primary. */
const REFUSALS = /^SQLITE_(READONLY|IOERR_WRITE)/

/** Listens for writes that a read-only file refused. @returns stops listening */
export function onRefusedWrite(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells of an error of a statement, when it is such a refusal. */
export function noteRefusal(error: unknown): void {
  if (listeners.size === 0 || !(error instanceof Error) || !('code' in error)) return
  if (REFUSALS.test(String(error.code))) for (const listener of listeners) listener()
}
