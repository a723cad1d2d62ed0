import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/**
 * The source file of a thread. Resolved by the package's own import map and not beside this
 * file, because this file may be running from inside a bundle.
 */
export function threadUrl(name: 'fit-thread' | 'search-thread'): URL {
  const require = createRequire(import.meta.url)
  return pathToFileURL(require.resolve(`#app/ai/retrieval/thread/${name}.server.ts`))
}
