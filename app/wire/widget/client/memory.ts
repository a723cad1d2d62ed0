/** What stays between two pages of the website, in the browser's own storage where it may. */
export type Kept = {
  token?: string
  /** whose token it is; another user's page must not use it */
  user?: string | null
  outbox?: { key: string; text: string }[]
  draft?: string
  isOpen?: boolean
}

export type Memory = ReturnType<typeof openMemory>

/** Storage may be forbidden or full: then the chat remembers until the page is left. */
export function openMemory(chatKey: string) {
  const name = `baraza:${chatKey}`
  let kept = read(name)

  return {
    get: () => kept,
    set: (change: Partial<Kept>) => {
      kept = { ...kept, ...change }
      try {
        localStorage.setItem(name, JSON.stringify(kept))
      } catch {
        // Remembered in `kept` alone.
      }
    },
  }
}

function read(name: string): Kept {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? '{}') as Kept | null) ?? {}
  } catch {
    return {}
  }
}
