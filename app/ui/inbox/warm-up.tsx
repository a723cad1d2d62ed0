import { useEffect } from 'react'

/** What an open conversation may need next, also in the moment the connection is gone. */
const WRITES = [
  ...['messages', 'notes', 'suggestion', 'assignment', 'takeover', 'handback'],
  ...['closure', 'reopening', 'reads', 'messages/0/retry'],
]
const WAIT_MS = 400
const TRIES_MAX = 15

type Manifest = { routes: Record<string, { module: string } | undefined> }

/**
 * Learns the addresses of the inbox's writes once for all conversations (the hidden forms are
 * what the router looks for) and fetches their small scripts when the page is at rest: the first
 * send is as quick as the tenth, and works when the connection has gone since.
 */
export function WarmUp() {
  useEffect(() => {
    let tries = 0
    const wanted = new Set(['thread', ...WRITES.map((path) => path.split('/').at(-1))])
    const timer = setInterval(() => {
      const { routes } = (window as unknown as { __remixManifest: Manifest }).__remixManifest
      for (const name of [...wanted]) {
        const module = routes[`routes/portal/conversations/${name}`]?.module
        if (!module) continue
        wanted.delete(name)
        import(/* @vite-ignore */ module).catch(() => undefined)
      }
      if (++tries >= TRIES_MAX || wanted.size === 0) clearInterval(timer)
    }, WAIT_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <div hidden>
      {['', ...WRITES].map((path) => (
        <form key={path} method="post" action={`/conversations/0/${path}`} data-discover="true" />
      ))}
    </div>
  )
}
