import { useEffect, useState } from 'react'

const PAUSE_MS = 250

type Meaning = { title: string; dueAt: number }

/** What the server understands by a line, asked while it is typed. */
export function useLineMeaning(typed: string): Meaning | undefined {
  const [meaning, setMeaning] = useState<{ typed: string; read: Meaning }>()
  useEffect(() => {
    if (typed.trim().length < 3) return
    const stop = new AbortController()
    const ask = async () => {
      try {
        const address = `/task-times?${new URLSearchParams({ what: typed }).toString()}`
        const response = await fetch(address, { signal: stop.signal })
        if (response.ok) setMeaning({ typed, read: (await response.json()) as Meaning })
      } catch {
        // Without a connection the line is read when it is sent.
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
  return typed.trim().length >= 3 ? meaning?.read : undefined
}
