import { useEffect } from 'react'

/** What an open conversation may need next, also in the moment the connection is gone. */
const WANTED = [
  ...['thread', 'messages', 'notes', 'suggestion', 'assignment', 'takeover', 'handback'],
  ...['closure', 'reopening', 'reads', 'retry'],
]
const WAIT_MS = 1_000

type Manifest = { routes: Record<string, { module: string } | undefined> }

/**
 * Fetches the small scripts of the inbox's writes once the page is at rest: the first send is
 * as quick as the tenth, and works when the connection has gone since.
 */
export function useWarmUp() {
  useEffect(() => {
    const timer = setTimeout(() => {
      const { routes } = (window as unknown as { __remixManifest: Manifest }).__remixManifest
      for (const name of WANTED) {
        const module = routes[`routes/portal/conversations/${name}`]?.module
        if (module) import(/* @vite-ignore */ module).catch(() => undefined)
      }
    }, WAIT_MS)
    return () => clearTimeout(timer)
  }, [])
}
