import { useEffect } from 'react'

/** Told this often at most; the server waits much longer before somebody counts as away. */
const TOLD_EVERY_MS = 60_000

/** Tells the server that somebody is here, when they touch the page: reading alone never writes. */
export function useSignsOfLife(action: string | undefined): void {
  useEffect(() => {
    if (!action) return
    let toldAt = 0
    const tell = () => {
      if (document.hidden || Date.now() - toldAt < TOLD_EVERY_MS) return
      toldAt = Date.now()
      // Lost without a connection: the next touch tells it again.
      void fetch(action, { method: 'POST', keepalive: true }).catch(() => undefined)
    }
    tell()
    const kinds = ['pointerdown', 'keydown', 'wheel', 'visibilitychange'] as const
    for (const kind of kinds) document.addEventListener(kind, tell, { passive: true })
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, tell)
    }
  }, [action])
}
