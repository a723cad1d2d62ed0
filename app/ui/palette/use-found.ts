import { useEffect, useState } from 'react'
import type { Found } from '#app/domain/find/shown.ts'

const PAUSE_MS = 150
const MIN_CHARACTERS = 2
const NOTHING: Found = { contacts: [], conversations: [], leads: [] }

/** What the company holds that fits, asked while one types. */
export function useFound(query: string): { found: Found; isAsking: boolean } {
  const [answer, setAnswer] = useState<{ query: string; found: Found }>({
    query: '',
    found: NOTHING,
  })
  const wanted = query.trim()
  const isLong = wanted.length >= MIN_CHARACTERS
  useEffect(() => {
    if (!isLong) return
    const stop = new AbortController()
    const ask = async () => {
      try {
        const address = `/find/results?${new URLSearchParams({ q: wanted }).toString()}`
        const response = await fetch(address, { signal: stop.signal })
        const found = response.ok ? ((await response.json()) as Found) : NOTHING
        setAnswer({ query: wanted, found })
      } catch {
        // Without a connection pages and actions still can be chosen.
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted, isLong])
  if (!isLong) return { found: NOTHING, isAsking: false }
  return { found: answer.found, isAsking: answer.query !== wanted }
}
