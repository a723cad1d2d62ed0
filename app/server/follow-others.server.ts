import { signalTenant } from '#app/tenancy/signals.server.ts'
import { forgetDeleted } from './forget-deleted.server.ts'
import type { Runtime } from './runtime.server.ts'

const PLATFORM_FILE = 'platform.db'

/**
 * On a replica: what other nodes write is shown by live pages here, and the file of a company
 * that was deleted there is let go of, so that it can be removed.
 *
 * @returns a function that stops
 */
export function followOthers(runtime: Runtime): () => void {
  const { replication } = runtime
  return replication.onTransaction((file) => {
    if (replication.role() === 'primary') return
    if (file === PLATFORM_FILE) return forgetDeleted(runtime)
    signalTenant(file.replace(/\.db$/, ''), 'changes')
  })
}
